"""A count as an APL-A document: each beat its slot, small, and nothing in it that Alexa would evaluate."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from skill.domain.count.script import Beat, Script
from skill.domain.movement.dose import Tempo
from skill.speech import apla
from skill.speech.limits import LONGEST_APLA_SECONDS
from skill.speech.messages import Messages
from skill.speech.parts import split
from tests.speech.samples import script, scripts

CLOSING = "Better, the same, or worse?"
MOST_BYTES = 24_000
"""What a whole response may weigh before a warning (docs/alexa-platform.md §9, check 1)."""


def items(document: dict[str, Any]) -> list[dict[str, Any]]:
    (sequencer,) = document["mainTemplate"]["items"]
    assert sequencer["type"] == "Sequencer"
    return list(sequencer["items"])


def inflated(document: dict[str, Any], item: dict[str, Any]) -> dict[str, Any]:
    """Return *item* as Alexa plays it: a composition's expressions replaced by its parameters."""
    composition = document["compositions"].get(item["type"])
    if composition is None:
        return item
    names = [parameter["name"] for parameter in composition["parameters"]]
    assert set(names) == set(item) - {"type"}
    text = json.dumps(composition["items"][0])
    for name in names:
        value = json.dumps(item[name])
        text = text.replace(f'"${{{name}}}"', value)
    assert "${" not in text
    return dict(json.loads(text))


@given(script=scripts())
def test_every_beat_is_as_long_as_its_slot_and_the_question_comes_last(messages: Messages, script: Script) -> None:
    document = apla.document(messages, script, CLOSING)
    *beats, question = [inflated(document, item) for item in items(document)]

    assert (document["type"], document["version"]) == ("APLA", "0.91")
    assert question == {"type": "Speech", "contentType": "PlainText", "content": CLOSING}
    assert len(beats) == len(script.beats)
    for played, beat in zip(beats, script.beats, strict=True):
        silence = {"type": "Silence", "duration": beat.seconds * 1000}
        if beat.cue is None:
            assert played == silence
            continue
        word = {"type": "Speech", "contentType": "PlainText", "content": messages.say(beat.cue)}
        assert played == {"type": "Mixer", "items": [word, silence]}


def longest_counts() -> list[Script]:
    """Return parts of nearly 240 seconds with as many beats as any dose has: a word a second."""
    busy = script(sets=5, reps=30, hold_seconds=1, tempo=Tempo(up_seconds=1, down_seconds=2))
    return list(split(busy, LONGEST_APLA_SECONDS))


def test_the_busiest_part_is_small(messages: Messages) -> None:
    parts = longest_counts()
    sizes = [len(json.dumps(apla.document(messages, part, CLOSING)).encode()) for part in parts]

    assert max(part.seconds for part in parts) > LONGEST_APLA_SECONDS - 60
    assert 2 * max(sizes) < MOST_BYTES, "the next part travels as the reprompt"


def test_silence_does_not_stand_alone(messages: Messages) -> None:
    silent = script().beats[0]
    only_silence = Script(
        exercise_id=script().exercise_id,
        dose=script().dose,
        first_side=None,
        beats=(Beat(cue=None, seconds=5, stage=silent.stage, place=silent.place),),
    )

    assert [item["type"] for item in items(apla.document(messages, only_silence, CLOSING))] == ["Silence", "Speech"]
    with pytest.raises(ValueError, match="needs closing words"):
        apla.document(messages, only_silence, "")


@pytest.mark.parametrize("text", ["${payload.secret}", "@secret", "Say ${1+1} now?"])
def test_words_are_said_and_not_evaluated(messages: Messages, text: str) -> None:
    *_, question = items(apla.document(messages, script(), text))

    assert "${" not in question["content"]
    assert not question["content"].startswith("@")
