"""Variety that is not noise: each wording in its turn, the same for the same visit, and none for words of safety."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from skill.dialogue.wording import WORDINGS, worded
from skill.domain import cues
from skill.domain.cues import KINDS, Cue
from skill.domain.patient.session import Session
from skill.domain.symptoms.verdicts import Reason
from skill.speech.messages import Messages, messages_for

VARIED = [kind for kind in KINDS.values() if any(field.name == "wording" for field in fields(kind))]  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def messages() -> Messages:
    return messages_for("en-US")


def said(times: int, visits: int, cue: Cue) -> list[Cue]:
    session, heard = Session(), list[Cue]()
    for _ in range(times):
        chosen, session = worded((cue,), session, visits)
        heard += chosen
    return heard


def test_no_wording_comes_twice_before_all_have_come(messages: Messages) -> None:
    heard = [messages.say(cue) for cue in said(WORDINGS, 3, cues.WellTaken(reason=Reason.UNCHANGED))]

    assert len(set(heard)) == WORDINGS


def test_the_visit_says_where_to_begin_and_nothing_is_left_to_chance() -> None:
    cue = cues.WellTaken(reason=Reason.UNCHANGED)

    assert said(5, 3, cue) == said(5, 3, cue)
    assert said(1, 3, cue) != said(1, 4, cue)


@pytest.mark.parametrize("kind", VARIED, ids=lambda kind: kind.__name__)
def test_what_is_said_often_has_at_least_four_wordings(messages: Messages, kind: type[Cue]) -> None:
    others = {"reason": Reason.UNCHANGED, "left": 2, "exercises": 3, "minutes": 10, "days": 2}
    own: dict[str, Any] = {field.name: others[field.name] for field in fields(kind) if field.name != "wording"}  # type: ignore[arg-type]

    assert len({messages.say(kind(**{**own, "wording": number})) for number in range(WORDINGS)}) >= 4


def test_words_of_safety_never_vary() -> None:
    assert {kind.__name__ for kind in VARIED} == {"WellTaken", "OnTheWay", "RoutineDone", "DaysDone"}
