"""A step sees the patient's history: what was kept, what it has just noted, and what could not be saved yet."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from skill.app.coach import Coach, Step, Visit
from skill.app.codec import Document
from skill.app.delivery import Channel
from skill.app.ports import Loaded, PatientKey
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain.catalog.catalog import Catalog
from skill.domain.history.facts import ActivityDone, Fact
from skill.domain.movement.exercise import ExerciseId
from skill.errors import StorageUnavailable
from skill.speech.messages import messages_for
from skill.storage.memory import MemoryStore
from tests.conftest import MONDAY_MORNING

WALK = ActivityDone(exercise_id=ExerciseId("walking"), minutes=10, on=date(2026, 11, 23))
SWIM = ActivityDone(exercise_id=ExerciseId("swimming"), minutes=20, on=date(2026, 11, 23))


class FallibleStore(MemoryStore):
    """A store that can be switched off."""

    down = False

    def load(self, *where: object) -> Loaded:
        if self.down:
            raise StorageUnavailable("switched off")
        return super().load(*where)  # type: ignore[arg-type]


def noting(seen: list[tuple[Fact, ...]], *facts: Fact) -> Step:
    """Return the step that keeps *facts* and writes down the record it then sees."""

    def step(moment: Moment) -> Reply:
        moment = moment.noting(*facts)
        seen.append(moment.record.facts)
        return moment.close()

    return step


def visit(request_id: str, carried: Document | None = None) -> Visit:
    return Visit(
        patient=PatientKey("somebody"),
        request_id=request_id,
        locale="en-US",
        time_zone=ZoneInfo("America/New_York"),
        now=MONDAY_MORNING,
        channel=Channel.APLA,
        carried=carried,
    )


@pytest.fixture
def store() -> FallibleStore:
    return FallibleStore()


@pytest.fixture
def coach(catalog: Catalog, store: FallibleStore) -> Coach:
    return Coach(catalog=catalog, store=store, messages_for=messages_for)


def test_what_was_kept_in_an_earlier_turn_comes_before_what_this_one_notes(coach: Coach) -> None:
    seen: list[tuple[Fact, ...]] = []
    coach.take(visit("one"), noting(seen, WALK))
    coach.take(visit("two"), noting(seen, SWIM))

    assert seen == [(WALK,), (WALK, SWIM)]


def test_what_could_not_be_saved_is_remembered_while_alexa_carries_it(coach: Coach, store: FallibleStore) -> None:
    seen: list[tuple[Fact, ...]] = []
    store.down = True
    lost = coach.take(visit("one", Document()), noting(seen, WALK))
    still_down = coach.take(visit("two", lost.document), noting(seen, SWIM))
    store.down = False
    coach.take(visit("three", still_down.document), noting(seen))
    coach.take(visit("four"), noting(seen))

    assert seen == [(WALK,), (WALK, SWIM), (WALK, SWIM), (WALK, SWIM)]


def test_a_record_without_the_store_is_known_to_lack_something(coach: Coach, store: FallibleStore) -> None:
    whole: list[bool] = []

    def looking(moment: Moment) -> Reply:
        whole.append(moment.record.whole)
        return moment.close()

    coach.take(visit("one"), looking)
    store.down = True
    coach.take(visit("two", Document()), looking)

    assert whole == [True, False]
