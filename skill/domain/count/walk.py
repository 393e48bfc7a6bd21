"""A walk together with the coach, as a script: minutes take the place of repetitions (docs/clinical.md §1.11).

It begins and ends at an easy pace. Each minute is told as it begins, and half-way through it comes a word about
posture, or about what to do when symptoms build.
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.domain import cues
from skill.domain.catalog.phase_rules import WalkTogether
from skill.domain.count.script import FIRST, Beat, Place, Script, Stage
from skill.domain.cues import Cue
from skill.domain.movement.dose import Dose, Tempo
from skill.domain.movement.exercise import ExerciseId

MINUTE_SECONDS = 60
HALF_SECONDS = MINUTE_SECONDS // 2
POSTURE_WORDS = 4


def walk_dose(minutes: int) -> Dose:
    """Return a walk of so many *minutes* (1 to 30) as a dose: a minute is a repetition."""
    return Dose(
        sets=1,
        reps=minutes,
        hold_seconds=MINUTE_SECONDS,
        tempo=Tempo(up_seconds=0, down_seconds=0),
        rest_between_reps_seconds=0,
        rest_between_sets_seconds=0,
        per_side=False,
        times_per_day=1,
        days_per_week=7,
    )


def walk_script(exercise_id: ExerciseId, dose: Dose, rules: WalkTogether, start: Place = FIRST) -> Script:
    """Return the script of a walk from the minute at *start* on. Every minute lasts a minute."""
    beats = tuple(_beats(dose.reps, rules, start.rep_number))
    return Script(exercise_id=exercise_id, dose=dose, first_side=None, beats=beats)


def minutes_walked(place: Place) -> int:
    """Return how many whole minutes are behind *place*."""
    return place.rep_number - 1


def _beats(minutes: int, rules: WalkTogether, first_minute: int) -> Iterator[Beat]:
    for minute in range(first_minute, minutes + 1):
        place = Place(rep_number=minute)
        cue = _resuming(minute) if minute == first_minute > 1 else _opening(minute, minutes, rules)
        yield Beat(cue=cue, seconds=HALF_SECONDS, stage=Stage.HOLD, place=place, resume=True)
        yield Beat(cue=_halfway(minute, rules), seconds=HALF_SECONDS, stage=Stage.HOLD, place=place)


def _resuming(minute: int) -> Cue:
    return cues.WalkGoesOn(minute_number=minute)


def _opening(minute: int, minutes: int, rules: WalkTogether) -> Cue:
    """Return what is said as a *minute* begins."""
    done, left = minute - 1, minutes - minute + 1
    if not done:
        return cues.WalkBegins()
    if left == min(rules.easy_last_minutes, minutes - 1):
        return cues.WalkEasesOff(minutes_left=left)
    if done == rules.easy_first_minutes and left > rules.easy_last_minutes:
        return cues.WalkPicksUp(minutes_done=done)
    return cues.MinutesWalked(minutes_done=done, minutes_left=left)


def _halfway(minute: int, rules: WalkTogether) -> Cue:
    if minute % rules.check_every_minutes == 0:
        return cues.WalkCheckIn()
    return cues.WalkPosture(variant=minute % POSTURE_WORDS + 1)
