"""The same words for the eye."""

from __future__ import annotations

from skill.domain import cues
from skill.domain.movement.dose import Tempo
from skill.speech.messages import Messages
from skill.speech.parts import split
from skill.speech.plain import counted, plain
from tests.speech.samples import TINY_LIFT, script


def test_sentences_are_joined(messages: Messages) -> None:
    said = [cues.NextIs(exercise_id=TINY_LIFT), cues.EmergencyNeck(emergency_number="911")]

    assert plain(messages, said).startswith("Next is Tiny Lift. Stop now and keep your head still.")
    assert "Call 911 now." in plain(messages, said)


def test_a_count_is_one_line_of_words(messages: Messages) -> None:
    count = script(sets=1, reps=2, tempo=Tempo(up_seconds=2, down_seconds=2), rest_between_reps_seconds=0)

    assert counted(messages, count) == (
        "[count] get into position. 2 in a row, 3, 2, 1, lift, hold, down, 1, lift, hold, down, 2"
    )


def test_the_parts_of_a_count_say_the_same_words(messages: Messages) -> None:
    whole = script(sets=3, reps=10)
    parts = [counted(messages, part).removeprefix("[count] ") for part in split(whole, 60)]

    assert len(parts) > 1
    assert f"[count] {', '.join(parts)}" == counted(messages, whole)
