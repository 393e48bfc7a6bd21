"""One step of the dialogue: what it may read (`Moment`), and what comes of it (`Reply`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, tzinfo
from functools import cached_property
from typing import Any

from skill.dialogue.latency import Latency, as_answered, seconds_heard
from skill.dialogue.reply import Reply, Said
from skill.dialogue.wording import worded
from skill.domain.catalog.catalog import Catalog, Rules
from skill.domain.catalog.prescription import Prescription
from skill.domain.count.script import Place, Script, place_after, script_for
from skill.domain.count.terse_count import quietly
from skill.domain.count.walk import walk_dose, walk_script
from skill.domain.cues import Cue, Question
from skill.domain.history.facts import ExerciseJudged, Fact, NextDayReported, SymptomReported
from skill.domain.history.privacy import SymptomsMode, keeps_reports, may_keep
from skill.domain.history.record import Record
from skill.domain.movement.dose import ActivityDose, CircuitDose, Dose
from skill.domain.movement.exercise import Exercise, Region, Side
from skill.domain.patient.household import OWN, Household
from skill.domain.patient.patient import Day, Patient
from skill.domain.patient.player import Player
from skill.domain.patient.session import PlannedExercise, Session
from skill.domain.patient.state import State
from skill.domain.plan.planned_exercise import dose_of
from skill.domain.plan.routine_choice import strengthening_of, training_week
from skill.domain.plan.tempo import paced
from skill.domain.progress.inputs import ProgressInputs
from skill.domain.progress.week_growth import TrainingWeek, first_day_of
from skill.domain.safety.limits import nothing_coached
from skill.domain.safety.screen_items import ScreenKind
from skill.domain.safety.screen_rules import screen_due
from skill.domain.symptoms.checkup import SymptomNotes

_WAITS_FOR_CONSENT = (SymptomReported, ExerciseJudged, NextDayReported)
"""What is written with the yes to keeping answers, if it was told in the same sitting."""


@dataclass(frozen=True, kw_only=True)
class Moment:
    """Everything a step may read, and what it has changed so far.

    What is derived from it is computed once: a change is a new moment.
    """

    catalog: Catalog
    patient: Patient
    session: Session
    said: Said
    now: datetime
    """Aware, UTC."""
    time_zone: tzinfo = UTC
    """The patient's own."""
    today: date
    """In the patient's own time zone."""
    first_weekday: int = 0
    """The day a week begins with where the patient lives: 0 is Monday, 6 Sunday."""
    emergency_number: str
    country: str
    """ISO 3166, from the device's time zone, or else from the locale."""
    latency: Latency
    player: Player = field(default_factory=Player)
    mode: SymptomsMode = SymptomsMode.DURABLE
    code: str = ""
    """The digits that name the file of a clinician's program for the patient."""
    given_prescription: Prescription | None = None
    """What a clinician has written for the patient, whether it holds today or not."""
    household: Household = field(default_factory=Household)
    """Everybody who exercises in the account."""
    member_id: str = OWN
    """Which of them it is; `DOOR` while that is not known."""
    facts: tuple[Fact, ...] = ()
    recall: Callable[[], Record] = Record
    """Returns what is kept of the patient; asked for only where a step needs it (`record`)."""

    @cached_property
    def record(self) -> Record:
        """Return the patient's history, with what this step has added to it and what waits for consent."""
        kept = self.recall()
        return kept.plus((*self.session.unkept, *self.facts))

    @cached_property
    def progress_inputs(self) -> ProgressInputs:
        """Return what the rules of progress read."""
        return ProgressInputs(
            phase=self.patient.phase,
            region=self.patient.region or Region.BOTH,
            record=self.record,
            exercises=self.catalog.exercises,
            rules=self.rules,
            today=self.today,
            first_weekday=self.first_weekday,
            limits=self.patient.limits,
            strengthening=strengthening_of(self.catalog, self.patient, self.prescription),
            keeps_reports=self.keeps_reports,
        )

    @property
    def local_now(self) -> datetime:
        """Return the time on the patient's own clock (aware)."""
        return self.now.astimezone(self.time_zone)

    @property
    def training_week(self) -> TrainingWeek:
        """Return what the plan knows of this week's training days; the patient must have a region."""
        begins_on = first_day_of(self.progress_inputs, self.today)
        return training_week(self.catalog, self.patient, self.prescription, begins_on, self.today)

    @property
    def keeps_reports(self) -> bool:
        """Return whether what is told about symptoms is kept beyond the session."""
        return keeps_reports(self.mode, self.patient.consent)

    @property
    def prescription(self) -> Prescription | None:
        """Return the clinician's program that holds today; None when there is none."""
        given = self.given_prescription
        return given if given and given.readable and given.holds_on(self.today) else None

    @property
    def prescription_unreadable(self) -> bool:
        """Return whether a clinician has written something that cannot be read: it may forbid what we would coach."""
        return self.given_prescription is not None and not self.given_prescription.readable

    @property
    def consent_due(self) -> bool:
        """Return whether it is still to be asked whether answers about symptoms may be kept."""
        return self.mode is SymptomsMode.DURABLE and self.patient.consent is None

    @property
    def rules(self) -> Rules:
        """Return the rules' numbers."""
        return self.catalog.rules

    @property
    def state(self) -> State:
        """Return what the coach waits for."""
        return self.session.state

    @property
    def notes(self) -> SymptomNotes:
        """Return what was told about the symptoms in this sitting."""
        return self.session.symptoms

    @cached_property
    def day(self) -> Day:
        """Return the patient's day so far."""
        day = self.patient.day
        return day if day and day.on == self.today else Day(on=self.today)

    @cached_property
    def suspended(self) -> bool:
        """Return whether nothing may be coached today: a clinician must look first, or the day is over."""
        return self.patient.care is not None or nothing_coached(self.patient.limits) or self.day.stopped

    @cached_property
    def screen_due(self) -> ScreenKind | None:
        """Return the safety questions that come before the next exercise; None when none do.

        A day with a screen taken to its end counts as the last one seen: no exercise is coached without it.
        """
        region, screened = self.patient.region, self.patient.screened
        if region is None:
            return ScreenKind.FIRST_USE
        return screen_due(
            screened, region=region, last_seen=screened.daily_on, today=self.today, screening=self.rules.screening
        )

    @property
    def blocked(self) -> bool:
        """Return whether nothing may be coached now: held, or set-up or safety questions come first."""
        return self.suspended or self.prescription_unreadable or self.patient.needs_setup or self.screen_due is not None

    @cached_property
    def planned(self) -> PlannedExercise:
        """Return the exercise that is up; there must be one."""
        current = self.session.current
        if current is None:
            raise LookupError("no exercise is up")
        return current

    @cached_property
    def exercise(self) -> Exercise:
        """Return the exercise that is up; there must be one."""
        return self.catalog.exercises[self.planned.exercise_id]

    @cached_property
    def dose(self) -> Dose | ActivityDose | CircuitDose:
        """Return the dose of the exercise that is up."""
        return dose_of(self.catalog, self.planned)

    @cached_property
    def counted_dose(self) -> Dose | None:
        """Return the dose of the exercise that is up when it is counted, else None."""
        if self.session.current is None:
            return None
        dose, lighter = self.dose, self.notes.lighter
        if isinstance(dose, ActivityDose):
            return walk_dose(dose.minutes) if self.walks_together else None
        if not isinstance(dose, Dose):
            return None
        counted = paced(dose, self.patient, self.planned.exercise_id, self.rules)
        return lighter.of(counted) if lighter else counted

    @property
    def walks_together(self) -> bool:
        """Return whether the exercise that is up is a walk together: its repetitions are minutes."""
        return self.session.current is not None and self.session.current.together

    @property
    def first_side(self) -> Side:
        """Return the side the current exercise begins with when it is done per side."""
        return self.session.first_side or self.exercise.starting_side

    def script_from(self, place: Place) -> Script:
        """Return the script of the exercise that is up from *place* on."""
        dose = self.counted_dose
        if dose is None:
            raise LookupError("nothing that can be counted is up")
        if self.walks_together:
            return walk_script(self.exercise.id, dose, self.rules.weekly.together, place)
        script = script_for(
            self.exercise,
            dose,
            self.rules.count,
            start=place,
            first_side=self.first_side,
            movement_id=self.planned.movement_id,
        )
        silence = self.rules.count.longest_silence_seconds
        return quietly(script, silence) if self.patient.quiet else script

    def place_heard(self) -> Place | None:
        """Return where the patient is in the count that is out; None when all of it was heard."""
        count = self.session.count
        if count is None:
            return self.session.place
        script = self.script_from(count.start)
        return place_after(script, seconds_heard(count, self.now, self.latency))

    def answering(self) -> Moment:
        """Return this moment for what answers the question at the end of a count: said about then, all was heard."""
        count = self.session.count
        return self if count is None else self.with_session(count=as_answered(count, self.now))

    def with_session(self, **changes: Any) -> Moment:  # noqa: ANN401 - Session's own fields
        """Return this moment with fields of the session changed."""
        return replace(self, session=replace(self.session, **changes))

    def with_notes(self, **changes: Any) -> Moment:  # noqa: ANN401 - SymptomNotes' own fields
        """Return this moment with fields of the notes about the symptoms changed."""
        return self.with_session(symptoms=replace(self.notes, **changes))

    def with_patient(self, **changes: Any) -> Moment:  # noqa: ANN401 - Patient's own fields
        """Return this moment with fields of the patient changed."""
        return replace(self, patient=replace(self.patient, **changes))

    def with_day(self, **changes: Any) -> Moment:  # noqa: ANN401 - Day's own fields
        """Return this moment with fields of the patient's day changed."""
        return self.with_patient(day=replace(self.day, **changes))

    def noting(self, *facts: Fact) -> Moment:
        """Return this moment with those of *facts* to keep that may be kept."""
        kept = tuple(fact for fact in facts if may_keep(fact, self.mode, self.patient.consent))
        moment = replace(self, facts=(*self.facts, *kept))
        if not self.consent_due:
            return moment
        waiting = tuple(fact for fact in facts if fact not in kept and isinstance(fact, _WAITS_FOR_CONSENT))
        return moment.with_session(unkept=(*self.session.unkept, *waiting))

    def say(self, *cues: Cue, ask: Question, script: Script | None = None) -> Reply:
        """Return the reply that says *cues*, counts *script*, and asks: the microphone opens."""
        return self._reply(cues, ask, script)

    def close(self, *cues: Cue, urgent: bool = False) -> Reply:
        """Return the reply that says *cues* and ends Alexa's session."""
        return replace(self._reply(cues, None, None), urgent=urgent)

    def _reply(self, cues: tuple[Cue, ...], question: Question | None, script: Script | None) -> Reply:
        said, session = worded(cues, self.session, self.patient.visits)
        return Reply(
            patient=self.patient,
            session=session,
            cues=said,
            question=question,
            script=script,
            facts=self.facts,
        )
