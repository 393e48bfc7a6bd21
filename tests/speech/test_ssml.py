"""SSML that Alexa takes whatever the words are, and a count that keeps time by it."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.domain.count.script import Script
from skill.domain.cues import Cue
from skill.errors import SpeechError
from skill.speech import ssml
from skill.speech.limits import LONGEST_BREAK_MS, LONGEST_SSML_COUNT_SECONDS, MOST_SPEECH_CHARACTERS
from skill.speech.messages import Messages
from skill.speech.parts import split
from skill.speech.timing import spoken_ms
from tests.speech.samples import scripts

SHIPPED = Path(ssml.__file__).parent.parent


def breaks_ms(document: str) -> list[int]:
    """Return every break of *document*, in order; fail on any other element or attribute."""
    root = ElementTree.fromstring(document)
    assert root.tag == "speak"
    assert root.attrib == {}
    for element in root:
        assert element.tag == "break"
        assert set(element.attrib) == {"time"}
        assert len(element) == 0
        assert element.text is None
    return [int(element.attrib["time"].removesuffix("ms")) for element in root]


def timeline(document: str) -> list[tuple[float, str]]:
    """Return each stretch of words with the second it begins at, by the estimate; last the end, without words."""
    root = ElementTree.fromstring(document)
    stretches = [(0, root.text or "")] + [
        (int(element.attrib["time"].removesuffix("ms")), element.tail or "") for element in root
    ]
    heard, now_ms = [], 0
    for pause_ms, text in stretches:
        now_ms += pause_ms
        if text.strip():
            heard.append((now_ms / 1000, text.strip()))
            now_ms += spoken_ms(text.strip())
    return [*heard, (now_ms / 1000, "")]


@given(text=st.text())
def test_whatever_is_in_a_text_is_spoken_and_not_obeyed(text: str) -> None:
    root = ElementTree.fromstring(ssml.speak([ssml.words(text)]))

    assert len(root) == 0
    spoken = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", " ", text)
    assert (root.text or "").split() == spoken.replace("\r\n", "\n").replace("\r", "\n").split()


@pytest.mark.parametrize("text", ["Rest & breathe <now>", "</speak><audio src='x'/>", "]]>", "a\x00b", "\ud800", "\"'"])
def test_hostile_text_is_escaped(text: str) -> None:
    document = ssml.speak([ssml.words(text)])

    assert document.count("<") == 2
    ElementTree.fromstring(document)


def test_sentences_are_joined_by_a_space() -> None:
    assert ssml.speak([ssml.words("One."), ssml.pause(0), ssml.words("Two.")]) == "<speak>One. Two.</speak>"


@pytest.mark.parametrize(
    ("ms", "lengths"),
    [(0, []), (1500, [1500]), (10_000, [10_000]), (25_001, [10_000, 10_000, 5_001])],
)
def test_a_long_pause_is_a_chain_of_breaks(ms: int, lengths: list[int]) -> None:
    assert breaks_ms(ssml.speak([ssml.pause(ms)])) == lengths


def test_speech_that_is_too_long_is_refused_with_the_remedy() -> None:
    fits = ssml.words("x" * (MOST_SPEECH_CHARACTERS - len("<speak></speak>")))

    assert len(ssml.speak([fits])) == MOST_SPEECH_CHARACTERS
    with pytest.raises(SpeechError, match=r"8000 characters of SSML.*say fewer cues"):
        ssml.speak([ssml.Ssml(f"{fits}x")])


@given(script=scripts())
def test_a_count_lasts_as_long_as_its_script_and_each_word_begins_with_its_slot(
    messages: Messages, script: Script
) -> None:
    document = f"<speak>{ssml.count(messages, script)}</speak>"
    *words, (end, _) = timeline(document)

    assert max(breaks_ms(document), default=0) <= LONGEST_BREAK_MS
    assert end == pytest.approx(script.seconds, abs=0.5)
    starts = [start for beat, start in zip(script.beats, script.starts, strict=True) if beat.cue]
    assert len(words) == len(starts)
    for (heard, text), start in zip(words, starts, strict=True):
        assert heard == pytest.approx(start, abs=0.1), text


class Slow(Messages):
    """Every word takes 1.21 seconds."""

    WORD = "x" * 16

    def __init__(self) -> None: ...

    def say(self, cue: Cue) -> str:
        return self.WORD


@given(script=scripts())
def test_words_too_long_for_their_slots_do_not_add_up(script: Script) -> None:
    document = f"<speak>{ssml.count(Slow(), script)}</speak>"
    said = [beat for beat in script.beats if beat.cue]
    word_ms = spoken_ms(Slow.WORD)

    assert ssml.count(Slow(), script).count(Slow.WORD) == len(said)
    assert Slow.WORD * 2 not in document, "words run into one another"
    at_ms = 0
    for beat, start in zip(script.beats, script.starts, strict=True):
        at_ms = max(at_ms, start * 1000)
        if beat.cue:
            at_ms += word_ms
    end_ms = max(at_ms, script.seconds * 1000)
    total_ms = sum(breaks_ms(document)) + len(said) * word_ms
    assert total_ms == pytest.approx(end_ms, abs=100)


@given(script=scripts())
def test_a_part_of_ninety_seconds_fits_into_a_reply(messages: Messages, script: Script) -> None:
    for part in split(script, LONGEST_SSML_COUNT_SECONDS):
        assert len(ssml.speak([ssml.count(messages, part)])) < MOST_SPEECH_CHARACTERS / 2


def test_nothing_else_writes_markup() -> None:
    writers = {
        path.name
        for path in SHIPPED.joinpath("speech").glob("*.py")
        if re.search(r"""["']<(speak|break|s|p|audio)\b""", path.read_text(encoding="utf-8"))
    }

    assert writers == {"ssml.py"}


def test_the_words_themselves_hold_no_markup() -> None:
    files = list(SHIPPED.joinpath("content").rglob("*.ftl"))
    lines = [line for path in files for line in path.read_text(encoding="utf-8").splitlines()]

    assert lines
    assert not [line for line in lines if "<" in line and not line.startswith("#")]


def test_slow_speech_is_a_rate_that_alexa_takes_and_words_stay_escaped() -> None:
    said = ssml.speak([ssml.slowly(ssml.words("Knees & feet.")), ssml.slowly(ssml.words(""))])

    assert said == '<speak><prosody rate="80%">Knees &amp; feet.</prosody></speak>'
