"""What is told about symptoms is kept with consent only, and gone when that is taken back."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from skill.app.coach import Coach, Step, Visit
from skill.app.delivery import Channel
from skill.app.ports import Loaded, PatientKey, Store
from skill.dialogue.information.consent import withdraw
from skill.dialogue.reply import Reply
from skill.dialogue.routine import leaving
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.catalog.catalog import Catalog
from skill.domain.history.facts import ActivityDone, Fact, NextDayReported, SymptomReported
from skill.domain.history.privacy import Consent, SymptomsMode
from skill.domain.movement.exercise import ExerciseId, Region
from skill.domain.symptoms.report import Change, Occasion
from skill.domain.symptoms.zones import Zone
from skill.errors import StorageUnavailable
from skill.speech.messages import messages_for
from skill.storage import open_store
from skill.storage.memory import MemoryStore

TODAY = date(2026, 11, 23)
WALK = ActivityDone(exercise_id=ExerciseId("walking"), minutes=10, on=TODAY)
TOLD = SymptomReported(
    occasion=Occasion.BASELINE,
    region=Region.LOW_BACK,
    exercise_id=None,
    zone=Zone.ABOVE_KNEE_OR_ELBOW,
    strength=4,
    side=None,
    on=TODAY,
)
WORSE = NextDayReported(change=Change.WORSE, moved_out=False, session_on=TODAY, on=TODAY)


def noting(*facts: Fact, consent: Consent | None = None) -> Step:
    """Return a step that notes *facts*."""
    return lambda moment: moment.with_patient(consent=consent).noting(*facts).close(cues.Goodbye())


def recalled(coach: Coach, number: int) -> tuple[Fact, ...]:
    """Return what a step finds in the record, this time's walk included."""
    found: list[Fact] = []

    def look(moment: Moment) -> Reply:
        found.extend(moment.noting(WALK).record.facts)
        return moment.close(cues.Goodbye())

    coach.take(visit(number), look)
    return tuple(found)


def visit(number: int) -> Visit:
    """Return the visit of one turn of the same patient."""
    return Visit(
        patient=PatientKey("somebody"),
        request_id=f"request {number}",
        locale="en-US",
        time_zone=ZoneInfo("America/New_York"),
        now=datetime(2026, 11, 23, 14, number, tzinfo=UTC),
        channel=Channel.APLA,
    )


@pytest.fixture
def store() -> Store:
    return open_store("memory:")


@pytest.mark.parametrize("mode", list(SymptomsMode))
@pytest.mark.parametrize("consent", [None, *Consent])
def test_what_is_told_about_symptoms_is_kept_in_one_case_only(
    catalog: Catalog, store: Store, mode: SymptomsMode, consent: Consent | None
) -> None:
    coach = Coach(catalog, store, messages_for, symptoms=mode)
    coach.take(visit(1), noting(WALK, TOLD, WORSE, consent=consent))

    agreed = mode is SymptomsMode.DURABLE and consent is Consent.GIVEN
    assert recalled(coach, 2) == ((WALK, TOLD, WORSE, WALK) if agreed else (WALK, WALK))


def test_taking_consent_back_erases_what_was_kept_and_nothing_else(catalog: Catalog, store: Store) -> None:
    coach = Coach(catalog, store, messages_for)
    coach.take(visit(1), noting(WALK, TOLD, WORSE, consent=Consent.GIVEN))
    coach.take(visit(2), withdraw)

    assert recalled(coach, 3) == (WALK, WALK)
    assert coach.look(visit(4)).patient.consent is Consent.REFUSED


def test_nothing_is_said_to_be_deleted_while_the_store_is_down(catalog: Catalog, store: Store) -> None:
    class Down(MemoryStore):
        def load(self, *_: Any, **__: Any) -> Loaded:
            raise StorageUnavailable("down")

        def delete(self, *_: Any, **__: Any) -> bool:
            raise StorageUnavailable("down")

    for step in (withdraw, leaving.delete):
        reply = Coach(catalog, Down(), messages_for).take(visit(1), step).reply

        assert reply.cues == (cues.CannotDelete(),)
