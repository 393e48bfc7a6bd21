"""The manifest comes back as it was written, and a bad one is as good as none."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from audio.manifest import NAME, File, Manifest, read_manifest
from tests.audio.test_feed import track

HEAVY = {"numpy", "scipy", "PIL", "onnxruntime", "soundfile", "lameenc", "mutagen", "gtts", "hibari", "pyloudnorm"}


def some_manifest() -> Manifest:
    empty = Manifest(
        locale="en-US",
        title="Guides",
        summary="Spoken.",
        artist="Spine Coach",
        cover=File(name="cover.png", bytes=3, sha256="a"),
        cover_key="k",
        archive=File(name="all.zip", bytes=3, sha256="b"),
    )
    return empty.with_track(track(2, "walking", 12.5)).with_track(track(1, "bridge", 10.0))


def test_it_comes_back_as_it_was(tmp_path: Path) -> None:
    manifest = some_manifest()
    (tmp_path / NAME).write_text(manifest.to_json(), encoding="utf-8")

    assert manifest == read_manifest(tmp_path)


def test_the_guides_are_in_the_order_of_their_numbers_and_each_is_there_once() -> None:
    manifest = some_manifest().with_track(track(1, "bridge", 99.0))

    assert [one.id for one in manifest.tracks] == ["bridge", "walking"]
    assert manifest.track("bridge") == track(1, "bridge", 99.0)
    assert manifest.without("bridge").track("bridge") is None


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("", id="empty"),
        pytest.param("{", id="half"),
        pytest.param("[]", id="a list"),
        pytest.param("{}", id="without a form"),
        pytest.param(json.dumps({**json.loads(some_manifest().to_json()), "form": 99}), id="another form"),
        pytest.param(some_manifest().to_json().replace("sha256", "md5"), id="another word"),
        pytest.param(json.dumps({**json.loads(some_manifest().to_json()), "tracks": 7}), id="tracks that are none"),
    ],
)
def test_one_that_cannot_be_understood_is_none(tmp_path: Path, content: str) -> None:
    (tmp_path / NAME).write_text(content, encoding="utf-8")

    assert read_manifest(tmp_path) is None


def test_no_manifest_is_none(tmp_path: Path) -> None:
    assert read_manifest(tmp_path) is None


def test_the_server_loads_no_audio_library_for_the_page_the_feed_and_the_figures() -> None:
    script = (
        "import sys, audio.feed, audio.manifest, skill.screen.figures\n"
        "skill.screen.figures.svg('bridge', 'Bridge')\n"
        f"print(sorted({HEAVY} & set(sys.modules)))"
    )
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout

    assert loaded.strip() == "[]"
