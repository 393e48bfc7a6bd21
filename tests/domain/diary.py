"""A patient's history, written day by day, for tests of progress."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from skill.domain.catalog.catalog import Catalog
from skill.domain.history.facts import (
    ActivityDone,
    CareCleared,
    DoseChanged,
    ExerciseEnded,
    ExerciseJudged,
    Fact,
    NextDayReported,
    Outcome,
    PhaseChanged,
    SymptomReported,
)
from skill.domain.history.record import Record
from skill.domain.movement.dose import Level
from skill.domain.movement.exercise import ExerciseId, Form, Phase, Region
from skill.domain.progress.inputs import ProgressInputs
from skill.domain.safety.limits import Limit
from skill.domain.safety.red_flags import Care
from skill.domain.symptoms.report import Change, NewSymptom, Occasion
from skill.domain.symptoms.verdicts import Reason, Verdict
from skill.domain.symptoms.zones import Zone

TODAY = date(2026, 11, 25)
"""A Wednesday."""

PRESS_UP = ExerciseId("prone-press-up")
RETRACTION = ExerciseId("cervical-retraction")
BRIDGE = ExerciseId("bridge")
WALKING = ExerciseId("walking")


def day(days_ago: int) -> date:
    """Return the date so many days before today."""
    return TODAY - timedelta(days=days_ago)


@dataclass
class Diary:
    """Facts in the order they happened; the days count back from today."""

    facts: list[Fact] = field(default_factory=list)
    today: date = TODAY

    def felt(
        self,
        days_ago: int,
        zone: int,
        strength: int | None,
        *,
        region: Region = Region.LOW_BACK,
        new: tuple[NewSymptom, ...] = (),
        after: ExerciseId | None = None,
    ) -> Diary:
        """Report symptoms, before the first exercise or *after* one."""
        return self._add(
            SymptomReported(
                occasion=Occasion.AFTER_EXERCISE if after else Occasion.BASELINE,
                region=region,
                exercise_id=after,
                zone=Zone(zone),
                strength=strength,
                side=None,
                new=new,
                on=self._day(days_ago),
            )
        )

    def did(
        self,
        days_ago: int,
        exercise_id: ExerciseId = PRESS_UP,
        level: Level = Level.STANDARD,
        outcome: Outcome = Outcome.COMFORTABLE,
        *,
        complete: bool = True,
    ) -> Diary:
        """End an exercise."""
        return self._add(
            ExerciseEnded(
                exercise_id=exercise_id,
                movement_id=None,
                level=level,
                form=Form.USUAL,
                outcome=outcome,
                complete=complete,
                on=self._day(days_ago),
            )
        )

    def walked(self, days_ago: int, minutes: int, outcome: Outcome = Outcome.COMFORTABLE) -> Diary:
        """Walk, and end it."""
        self._add(ActivityDone(exercise_id=WALKING, minutes=minutes, on=self._day(days_ago)))
        return self.did(days_ago, WALKING, Level.BEGINNER, outcome)

    def moved_out(self, days_ago: int, exercise_id: ExerciseId = PRESS_UP) -> Diary:
        """Have an exercise move the symptoms out."""
        return self.judged(days_ago, Verdict.STOP_EXERCISE, Reason.MOVED_OUT, exercise_id)

    def judged(
        self,
        days_ago: int,
        verdict: Verdict = Verdict.CONTINUE,
        reason: Reason = Reason.UNCHANGED,
        exercise_id: ExerciseId = PRESS_UP,
        *,
        sets: int = 1,
        care: Care | None = None,
    ) -> Diary:
        """Have an exercise judged."""
        return self._add(
            ExerciseJudged(
                exercise_id=exercise_id,
                verdict=verdict,
                care=care,
                reason=reason,
                moved_out=reason in (Reason.MOVED_OUT, Reason.MOVED_FAR_OUT),
                sets=sets,
                on=self._day(days_ago),
            )
        )

    def next_day(self, days_ago: int, change: Change, *, moved_out: bool = False) -> Diary:
        """Tell, so many days ago, how it was after the session of the day before."""
        return self._add(
            NextDayReported(
                change=change, moved_out=moved_out, session_on=self._day(days_ago + 1), on=self._day(days_ago)
            )
        )

    def phase(self, days_ago: int, phase: Phase, *, set_back: bool = False) -> Diary:
        """Change the phase."""
        return self._add(PhaseChanged(phase=phase, set_back=set_back, on=self._day(days_ago)))

    def raised(self, days_ago: int, exercise_id: ExerciseId, level: Level, step: int, *, up: bool = True) -> Diary:
        """Make an exercise one step harder."""
        return self._add(
            DoseChanged(exercise_id=exercise_id, level=level, step=step, raised=up, on=self._day(days_ago))
        )

    def cleared(self, days_ago: int) -> Diary:
        """Have a clinician clear the patient."""
        return self._add(CareCleared(on=self._day(days_ago)))

    def after(self, later: Diary) -> Diary:
        """Go on with what *later* tells."""
        self.facts += later.facts
        return self

    def record(self) -> Record:
        """Return the record."""
        return Record(facts=tuple(self.facts))

    def course(
        self,
        catalog: Catalog,
        phase: Phase = Phase.RECOVERY,
        *,
        region: Region = Region.LOW_BACK,
        limits: tuple[Limit, ...] = (),
        keeps_reports: bool = True,
        today: date = TODAY,
    ) -> ProgressInputs:
        """Return the course of a patient with this history."""
        return ProgressInputs(
            phase=phase,
            region=region,
            record=self.record(),
            exercises=catalog.exercises,
            rules=catalog.rules,
            today=today,
            limits=limits,
            keeps_reports=keeps_reports,
        )

    def _day(self, days_ago: int) -> date:
        return self.today - timedelta(days=days_ago)

    def _add(self, fact: Fact) -> Diary:
        self.facts.append(fact)
        return self


def calm_days(
    count: int = 3, *, region: Region = Region.LOW_BACK, exercise_id: ExerciseId = PRESS_UP, today: date = TODAY
) -> Diary:
    """Return a diary of *count* calm days up to today, with the standard dose and a walk of ten minutes."""
    diary = Diary(today=today).felt(10, 4, 6, region=region)
    for days_ago in range(count - 1, -1, -1):
        diary.felt(days_ago, 2, 3, region=region).did(days_ago, exercise_id)
    return diary.walked(0, 10)


def strengthening_weeks() -> Diary:
    """Return a diary of two weeks of strengthening as they should be."""
    diary = Diary().phase(20, Phase.STRENGTHENING)
    for days_ago in (13, 11, 9, 6, 4, 2):
        diary.did(days_ago, BRIDGE).felt(days_ago, 1, 3, after=BRIDGE)
    return diary.walked(1, 20)
