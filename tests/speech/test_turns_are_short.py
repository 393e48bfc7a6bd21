"""No turn is a lecture: at most 60 words, an introduction at most 40, over every exercise, dose and form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from skill.dialogue.count import instructions
from skill.dialogue.latency import Latency
from skill.dialogue.questions import current_question, safety_question
from skill.dialogue.reply import Said
from skill.dialogue.routine import opening, routine
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.movement.dose import Level
from skill.domain.movement.exercise import Form, Region
from skill.domain.patient.patient import Patient
from skill.domain.patient.session import PlannedExercise, Session
from skill.domain.patient.state import State
from skill.domain.plan.planned_exercise import movements_of
from skill.domain.safety.screen_items import ScreenKind
from skill.speech.messages import Messages, messages_for
from tests.shipped import shipped_catalog

CATALOG = shipped_catalog()
NOW = datetime(2026, 12, 1, 15, tzinfo=UTC)
MOST_WORDS = 60
MOST_WORDS_OF_AN_INTRODUCTION = 40
MOST_WORDS_OF_THE_WELCOME = 70


@pytest.fixture(scope="module")
def messages() -> Messages:
    return messages_for("en-US")


def moment_with(*exercises: PlannedExercise, region: Region = Region.LOW_BACK, floor: bool = True) -> Moment:
    return Moment(
        catalog=CATALOG,
        patient=Patient(region=region, floor=floor, visits=1),
        session=Session(state=State.GETTING_READY, exercises=exercises, started=True, planned_on=NOW.date()),
        said=Said(),
        now=NOW,
        today=NOW.date(),
        emergency_number="911",
        country="US",
        latency=Latency(),
    )


def every_introduction() -> Iterator[tuple[str, Moment]]:
    """Yield each exercise at each level and in each form, of a circuit every movement, as it comes up."""
    for exercise in CATALOG.exercises.values():
        for level in Level:
            forms = {Form.USUAL, Form.EASIER} | ({Form.WITHOUT_FLOOR} if exercise.has_own_form_without_floor else set())
            for form in sorted(forms):
                whole = PlannedExercise(exercise_id=exercise.id, level=level, form=form)
                planned = movements_of(CATALOG, whole)
                for index in range(len(planned)):
                    moment = moment_with(*planned)
                    moment = moment.with_session(outcomes=("skipped",) * index)
                    yield f"{exercise.id}-{level}-{form}-{index}", moment


INTRODUCTIONS = dict(every_introduction())


def count(messages: Messages, *said: Cue) -> int:
    return sum(len(messages.say(cue).split()) for cue in said)


@pytest.mark.parametrize("name", INTRODUCTIONS)
def test_the_name_the_dose_and_the_position_come_first(messages: Messages, name: str) -> None:
    moment = routine._waiting(INTRODUCTIONS[name])
    introduction = tuple(instructions.instructions(moment))

    assert count(messages, *introduction) <= MOST_WORDS_OF_AN_INTRODUCTION
    assert count(messages, *introduction, current_question.ready_question(moment)) <= MOST_WORDS


@pytest.mark.parametrize("name", INTRODUCTIONS)
def test_the_steps_come_one_or_two_at_a_time_and_the_stop_rule_last(messages: Messages, name: str) -> None:
    moment = routine._waiting(INTRODUCTIONS[name])
    breaths = instructions.breaths(moment)

    for said in range(1, len(breaths) + 1):
        reply = routine.next_breath(replace(moment, session=replace(moment.session, breath=said - 1)))
        assert reply.cues == breaths[said - 1]
        assert 1 <= len(reply.cues) <= 2
        assert reply.question is not None
        assert count(messages, *reply.cues, reply.question) <= MOST_WORDS
    assert not breaths or isinstance(breaths[-1][-1], cues.StopRule)


@pytest.mark.parametrize("name", INTRODUCTIONS)
def test_who_is_ready_before_the_cautions_hears_them_before_the_count(name: str) -> None:
    moment = routine._waiting(INTRODUCTIONS[name])
    breaths = instructions.breaths(moment)
    cautions = [cue for breath in breaths for cue in breath if isinstance(cue, cues.NotFor | cues.StopRule)]

    for said in range(len(breaths) + 1):
        skipped = moment.with_session(breath=said if moment.session.breath is not None else None)
        heard = [cue for breath in breaths[:said] for cue in breath]
        unsaid = instructions.unsaid_cautions(skipped)
        assert [*(cue for cue in heard if cue in cautions), *unsaid] == cautions


@pytest.mark.parametrize("region", Region)
@pytest.mark.parametrize("kind", ScreenKind)
def test_every_list_of_safety_questions_is_one_short_turn(messages: Messages, kind: ScreenKind, region: Region) -> None:
    before = (cues.RegionIs(region=region), cues.ScreenIntro(kind=kind))
    for group in CATALOG.rules.screening.groups_of(kind, region):
        question = cues.AskScreenList(group_id=group.id, region=region)
        assert count(messages, *before, question) <= MOST_WORDS
        policy_safe = (
            cues.SignsIntro(urgent=True),
            cues.SignList(group_id=group.id, region=region),
            cues.AskSigns(urgent=True),
        )
        assert count(messages, *policy_safe) <= MOST_WORDS + 12, group.id


def test_the_first_welcome_is_short(messages: Messages) -> None:
    reply = opening.launch(replace(moment_with(), patient=Patient(), session=Session()))

    assert reply.question is not None
    assert count(messages, *reply.cues, reply.question) <= MOST_WORDS_OF_THE_WELCOME


def test_the_lists_of_somebody_new_are_as_long_as_they_may_be(messages: Messages) -> None:
    groups = CATALOG.rules.screening.groups_of(ScreenKind.FIRST_USE, Region.LOW_BACK)
    words = [count(messages, cues.AskScreenList(group_id=group.id, region=Region.LOW_BACK)) for group in groups]

    assert sum(words) <= 190
    assert len(words) == 6
    assert safety_question.TOLD_LEFT == (2, 1)
