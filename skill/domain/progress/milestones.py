"""What is reached once: told a single time, and only when it was really done."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from enum import StrEnum

from skill.domain.history.facts import ExerciseEnded, Outcome
from skill.domain.history.record import furthest
from skill.domain.history.story import way_of
from skill.domain.movement.exercise import ExerciseKind, Region, Section
from skill.domain.progress.inputs import ProgressInputs
from skill.domain.progress.trends import active_days

DAYS_OF_A_WEEK = 7
DAYS_OF_EIGHT_WEEKS = 56
ACTIVE_DAYS_IN_THE_FIRST_WEEK = 3
HUNDRED_MINUTES = 100
DAYS_NEARER = 2
"""On so many days running it was nearer, so that one good morning is no milestone."""


class Milestone(StrEnum):
    """What can be reached, in the order it is told when several are."""

    FIRST_STRENGTHENING = "first-strengthening"
    """A strengthening exercise was done for the first time, today."""
    ZONE_NEARER = "zone-nearer"
    """The furthest place is nearer to the spine than on the first day."""
    EIGHT_WEEKS = "eight-weeks"
    """Eight weeks since the first active day, and active in the last one."""
    FIRST_WEEK = "first-week"
    """A week since the first active day, with three active days in it."""
    HUNDRED_MINUTES = "hundred-minutes"
    """A hundred minutes of walking and swimming in all."""


def milestone_reached(inputs: ProgressInputs, told: Collection[Milestone]) -> Milestone | None:
    """Return the first milestone that is reached and not told yet; None when there is none."""
    return next((one for one in Milestone if one not in told and _REACHED[one](inputs)), None)


def _first_strengthening(inputs: ProgressInputs) -> bool:
    strengthening = (
        ended.on
        for ended in inputs.record.of(ExerciseEnded)
        if ended.outcome is not Outcome.SKIPPED and inputs.exercises[ended.exercise_id].section is Section.STRENGTHENING
    )
    return min(strengthening, default=None) == inputs.today


def _zone_nearer(inputs: ProgressInputs) -> bool:
    return any(_is_nearer(inputs, region) for region in inputs.regions)


def _is_nearer(inputs: ProgressInputs, region: Region) -> bool:
    way = way_of(inputs.record, region)
    if way is None:
        return False
    reports = inputs.record.baselines(region)
    days = sorted({report.on for report in reports} - {way.began_on})[-DAYS_NEARER:]
    nearer = (furthest(tuple(one for one in reports if one.on == day)) < way.zone_before for day in days)
    return len(days) == DAYS_NEARER and all(nearer)


def _first_week(inputs: ProgressInputs) -> bool:
    days = sorted(active_days(inputs.record))
    since = (inputs.today - days[0]).days if days else 0
    first = [day for day in days if (day - days[0]).days < DAYS_OF_A_WEEK]
    return DAYS_OF_A_WEEK - 1 <= since < 2 * DAYS_OF_A_WEEK and len(first) >= ACTIVE_DAYS_IN_THE_FIRST_WEEK


def _eight_weeks(inputs: ProgressInputs) -> bool:
    days = sorted(active_days(inputs.record))
    lately = any((inputs.today - day).days < DAYS_OF_A_WEEK for day in days)
    return bool(days) and lately and (inputs.today - days[0]).days >= DAYS_OF_EIGHT_WEEKS


def _hundred_minutes(inputs: ProgressInputs) -> bool:
    activities = (
        one for one in inputs.record.activities() if inputs.exercises[one.exercise_id].kind is ExerciseKind.ACTIVITY
    )
    return sum(one.minutes for one in activities) >= HUNDRED_MINUTES


_REACHED: Mapping[Milestone, Callable[[ProgressInputs], bool]] = {
    Milestone.FIRST_STRENGTHENING: _first_strengthening,
    Milestone.ZONE_NEARER: _zone_nearer,
    Milestone.EIGHT_WEEKS: _eight_weeks,
    Milestone.FIRST_WEEK: _first_week,
    Milestone.HUNDRED_MINUTES: _hundred_minutes,
}
