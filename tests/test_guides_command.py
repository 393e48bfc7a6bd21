"""What `spine-coach audio` says at its end, and what it refuses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from audio.manifest import read_manifest
from audio.voices import Voice
from skill.cli import main
from tests.audio.voices import BrokenVoice, ToneVoice

Run = Callable[..., Result]
NAMES = ("swimming", "rest-on-the-belly-daily")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def run(voices: tuple[Voice, ...], *arguments: str) -> Result:
        monkeypatch.setattr("audio.build.voices_from", lambda name: voices)
        return CliRunner().invoke(main, ["audio", "build", "--out", str(tmp_path / "guides"), *arguments])

    return run


def lines(result: Result) -> list[str]:
    return [line for line in result.output.splitlines() if line and not line.startswith("guides")]


def test_a_build_in_one_voice_ends_with_one_line(run: Run) -> None:
    result = run((ToneVoice(),), *NAMES)

    assert result.exit_code == 0
    assert [line.split(" (")[0] for line in lines(result)] == ["2 guides built"]


def test_another_voice_for_all_of_them_is_said_in_one_line(run: Run) -> None:
    *_, last = lines(run((BrokenVoice("gtts"), ToneVoice("hibari")), *NAMES))

    assert last == "All guides are spoken by hibari in place of gtts (too many requests (429))."


def test_two_voices_in_one_library_are_said_in_one_line_however_many_guides(run: Run) -> None:
    run((ToneVoice("gtts"),), NAMES[0])
    *_, before, last = lines(run((BrokenVoice("gtts"), ToneVoice("hibari")), NAMES[1]))

    assert before.startswith("1 guides built")
    assert last == (
        "Not all guides have one voice: 1 by gtts, 1 by hibari. gtts: too many requests (429). "
        "Run it again, and the first voice takes over what it can."
    )


def test_a_slow_voice_says_at_the_start_how_long_it_takes(run: Run) -> None:
    class Paced(ToneVoice):
        seconds_a_request = 1.0

    output = " ".join(run((Paced("gtts"),), *NAMES).output.split())

    assert "sentences to ask for, one a second: about 1 minute." in output
    assert "run it again to go on" in output


@pytest.mark.parametrize("locale", ["de-DE", "en-NZ", "en", "xx"])
def test_a_locale_that_does_not_exist_is_refused_before_anything_is_made(run: Run, tmp_path: Path, locale: str) -> None:
    result = run((ToneVoice(),), "--locale", locale, *NAMES)

    assert result.exit_code == 2
    assert "is none of en-AU, en-CA, en-GB, en-IN, en-US" in result.output
    assert not (tmp_path / "guides").exists()


@pytest.mark.parametrize("locale", ["en-GB", "en_au"])
def test_a_locale_that_exists_is_built_in_its_own_words(run: Run, tmp_path: Path, locale: str) -> None:
    result = run((ToneVoice(),), "--locale", locale, NAMES[0])

    assert result.exit_code == 0
    manifest = read_manifest(tmp_path / "guides")
    assert manifest is not None
    assert manifest.locale == {"en-GB": "en-GB", "en_au": "en-AU"}[locale]
