"""The history equals what was coached: however often a count is interrupted, the repetitions kept are those heard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.alexa import reply as replies
from skill.alexa.player import GuideShelf
from skill.alexa.serializer import QuickSerializer
from skill.app import codec
from skill.app.coach import Coach, Step, TurnOutcome, Visit
from skill.app.codec import Document
from skill.app.delivery import LISTENING_SECONDS, Channel
from skill.app.ports import PatientKey
from skill.dialogue.care import symptom_answers
from skill.dialogue.count import counting, tempo_talk, verbosity
from skill.dialogue.information import side_answers
from skill.dialogue.latency import Latency
from skill.dialogue.questions import symptom_question
from skill.dialogue.reply import Reply
from skill.dialogue.routine import leaving, opening, routine, skipping
from skill.dialogue.step import Moment
from skill.domain.count.script import Script, Stage, reps_before
from skill.domain.history.facts import ExerciseEnded, SetDone
from skill.domain.history.privacy import Consent
from skill.domain.movement.dose import Dose, Level
from skill.domain.movement.exercise import Region
from skill.domain.patient.patient import Patient
from skill.domain.patient.session import PlannedExercise, Session
from skill.domain.patient.state import State
from skill.domain.plan.planned_exercise import dose_of, movements_of
from skill.domain.safety.screen_rules import Screened
from skill.domain.symptoms.checkup import Baseline, SymptomNotes, SymptomUtterance
from skill.domain.symptoms.report import Change, Report
from skill.domain.symptoms.zones import Zone
from skill.simulator.clock import MovableClock
from skill.simulator.heard import Heard, hear
from skill.speech.messages import messages_for
from skill.storage import open_store
from tests.conftest import MONDAY_MORNING
from tests.shipped import shipped_catalog

CATALOG = shipped_catalog()
COUNTED = [
    movement
    for exercise in CATALOG.exercises.values()
    for level in Level
    for movement in movements_of(CATALOG, PlannedExercise(exercise_id=exercise.id, level=level))
    if isinstance(dose_of(CATALOG, movement), Dose)
]
PATIENT = PatientKey("somebody")
EXACT = Latency(out_seconds=0, in_seconds=0, bias_seconds=0)
WORK = (Stage.UP, Stage.HOLD, Stage.DOWN, Stage.PAUSE)
INTERRUPTIONS: dict[str, Step] = {
    "pause": counting.pause,
    "how many left": side_answers.how_many_left,
    "where am I": side_answers.where_am_i,
    "slower": tempo_talk.slower,
    "faster": tempo_talk.faster,
    "longer rest": tempo_talk.longer_rest,
    "count quietly": verbosity.quietly,
    "count out loud": verbosity.aloud,
    "help": side_answers.help_me,
    "the session ends": lambda moment: leaving.hang_up(moment, ran_out=False),
    "the session is lost": opening.launch,
}


@dataclass(slots=True)
class Ear:
    """A reply as it was heard, and the count in it."""

    heard: Heard
    script: Script

    @property
    def seconds(self) -> float:
        """Return when the last microphone closes."""
        return sum(seconds for seconds, _ in self._stretches())

    def script_seconds(self, elapsed: float) -> float:
        """Return how many seconds of beats were heard after *elapsed* seconds."""
        beats = 0.0
        for seconds, beat in self._stretches():
            now = min(max(elapsed, 0.0), seconds)
            beats += now if beat else 0.0
            elapsed -= seconds
        return beats

    def _stretches(self) -> Iterator[tuple[float, bool]]:
        for sounds in (self.heard.sounds, self.heard.reprompt):
            yield from ((sound.seconds, sound.beat) for sound in sounds)
            yield LISTENING_SECONDS, False

    def reps_done(self, elapsed: float) -> int:
        """Return the repetitions of the whole dose that are over, from their first beat to their last."""
        heard, script = self.script_seconds(elapsed), self.script
        done = reps_before(script.dose, script.beats[0].place)
        for index, (beat, start) in enumerate(zip(script.beats, script.starts, strict=True)):
            following = script.beats[index + 1] if index + 1 < len(script.beats) else None
            same = following is not None and following.stage in WORK
            last = beat.stage in WORK and not (same and _rep(following) == _rep(beat))
            if last and heard >= start + beat.seconds - 1e-6:
                done = reps_before(script.dose, beat.place) + 1
        return done


def _rep(beat: object) -> tuple[int, int, int]:
    place = beat.place  # type: ignore[attr-defined]
    return place.set_number, place.side_number, place.rep_number


class Sitting:
    """A patient who does one exercise."""

    def __init__(self, planned: PlannedExercise, latency: Latency) -> None:
        self.clock = MovableClock(MONDAY_MORNING)
        self.coach = Coach(CATALOG, open_store("memory:"), messages_for, latency)
        self.ear: Ear | None = None
        self._turns = 0
        self._sent_at = self.clock()
        today = MONDAY_MORNING.date()
        screened = Screened(on=today, region=Region.BOTH, daily_on=today)
        patient = Patient(region=Region.LOW_BACK, floor=True, visits=9, screened=screened, consent=Consent.GIVEN)
        told = Baseline(report=Report(zone=Zone.SPINE, strength=3), on=today, at=MONDAY_MORNING + timedelta(days=1))
        session = Session(
            state=State.PAUSED,
            planned_on=today,
            exercises=(planned, planned),
            started=True,
            symptoms=SymptomNotes(baselines={Region.LOW_BACK: told}),
        )
        self._save(Document(patient=patient, session=session))

    def take(self, step: Step) -> TurnOutcome:
        self._turns += 1
        visit = Visit(
            patient=PATIENT,
            request_id=str(self._turns),
            locale="en-US",
            time_zone=ZoneInfo("UTC"),
            now=self.clock(),
            channel=Channel.APLA,
        )
        answer = self.coach.take(visit, step)
        self._sent_at = self.clock()
        self.ear = None
        if answer.reply.script is not None:
            shelf = GuideShelf(catalog=CATALOG, public_url=None)
            response = QuickSerializer().serialize(replies.write(answer, messages_for("en-US"), shelf))
            assert isinstance(response, dict)
            self.ear = Ear(hear(response), answer.reply.script)
        return answer

    def listen(self, fraction: float) -> None:
        assert self.ear is not None
        self.clock.advance(fraction * self.ear.seconds)

    def back_to_the_count(self, answer: TurnOutcome) -> None:
        """Say whatever leads back to the count, or nothing when it is over."""
        if answer.delivery is not None:
            return
        state = answer.reply.session.state
        if state is State.CONFIRMING_COUNT:
            self.take(lambda moment: opening.finished_count(moment, True))
        elif state in (State.PAUSED, State.OFFERING_RESUME):
            self.take(opening.resume)

    @property
    def elapsed(self) -> float:
        return (self.clock() - self._sent_at).total_seconds()

    def facts(self) -> list[object]:
        stored = self.coach.store.facts(PATIENT, MONDAY_MORNING - timedelta(days=1))
        return [codec.decode_fact(fact) for fact in stored]

    def reps_kept(self) -> int:
        return sum(fact.reps for fact in self.facts() if isinstance(fact, SetDone))

    def _save(self, document: Document) -> None:
        self.coach.store.save(
            PATIENT,
            version=0,
            next_version=1,
            document=codec.dump(document),
            facts=(),
            request_id="set up",
            reply="{}",
            now=self.clock(),
        )


def name(planned: PlannedExercise) -> str:
    return "-".join(filter(None, (planned.exercise_id, planned.movement_id, planned.level)))


def leave(moment: Moment) -> Reply:
    """Leave the exercise: it was no different when it is over, else it is skipped."""
    return (
        symptom_answers.hear(moment, SymptomUtterance(change=Change.SAME))
        if symptom_question.is_owed(moment)
        else skipping.skip(moment)
    )


def do_with_interruptions(sitting: Sitting, interruptions: list[tuple[float, str]], until: float) -> int:
    """Begin the count, interrupt it, go on each time, and leave the exercise at last; return the repetitions heard."""
    sitting.take(lambda moment: counting.count(moment.with_session(first_side=None), moment.session.place))
    for fraction, interruption in interruptions:
        sitting.listen(fraction)
        before = sitting.ear
        answer = sitting.take(INTERRUPTIONS[interruption])
        if interruption == "the session ends":
            answer = sitting.take(opening.launch)
        sitting.back_to_the_count(answer)
        if sitting.ear is None:
            assert before is not None
            sitting.take(leave)
            return before.script.dose.sets * before.script.dose.sides * before.script.dose.reps
    sitting.listen(until)
    assert sitting.ear is not None
    heard = sitting.ear.reps_done(sitting.elapsed)
    sitting.take(leave)
    return heard


interrupted = st.lists(st.tuples(st.floats(0, 1), st.sampled_from(sorted(INTERRUPTIONS))), max_size=5)


def planned_reps(planned: PlannedExercise) -> int:
    dose = dose_of(CATALOG, planned)
    assert isinstance(dose, Dose)
    return dose.sets * dose.sides * dose.reps


@given(planned=st.sampled_from(COUNTED), interruptions=interrupted, until=st.floats(0, 1))
def test_with_exact_clocks_the_repetitions_kept_are_the_ones_heard(
    planned: PlannedExercise, interruptions: list[tuple[float, str]], until: float
) -> None:
    sitting = Sitting(planned, EXACT)
    heard = do_with_interruptions(sitting, interruptions, until)

    assert sitting.reps_kept() == heard


@given(planned=st.sampled_from(COUNTED), interruptions=interrupted, until=st.floats(0, 1))
def test_never_more_repetitions_are_kept_than_were_heard_or_planned(
    planned: PlannedExercise, interruptions: list[tuple[float, str]], until: float
) -> None:
    sitting = Sitting(planned, Latency())
    heard = do_with_interruptions(sitting, interruptions, until)

    assert sitting.reps_kept() <= heard <= planned_reps(planned)


@given(planned=st.sampled_from(COUNTED), interruptions=interrupted, until=st.floats(0, 1))
def test_an_exercise_counts_as_complete_only_when_every_repetition_is_kept(
    planned: PlannedExercise, interruptions: list[tuple[float, str]], until: float
) -> None:
    sitting = Sitting(planned, EXACT)
    do_with_interruptions(sitting, interruptions, until)
    (ended,) = [fact for fact in sitting.facts() if isinstance(fact, ExerciseEnded)]

    assert ended.complete is (sitting.reps_kept() == planned_reps(planned))


def hear_it_out(sitting: Sitting, answer: TurnOutcome) -> None:
    """Let everything that went out be heard, and go on for as long as there is more."""
    while answer.reply.script is not None:
        assert answer.delivery is not None
        sitting.clock.advance(3600)
        if len(answer.delivery.parts) == len(answer.delivery.closing):
            return
        answer = sitting.take(counting.go_on)


@pytest.mark.parametrize("planned", COUNTED, ids=name)
def test_a_count_that_was_heard_out_without_a_word_is_kept_once_the_patient_says_so(planned: PlannedExercise) -> None:
    sitting = Sitting(planned, Latency())
    hear_it_out(sitting, sitting.take(lambda moment: counting.count(moment, moment.session.place)))
    before = sitting.reps_kept()
    asked = sitting.take(opening.launch)

    assert asked.reply.session.state is State.CONFIRMING_COUNT
    assert sitting.reps_kept() == before < planned_reps(planned)
    sitting.take(lambda moment: opening.finished_count(moment, True))
    assert sitting.reps_kept() == planned_reps(planned)


@pytest.mark.parametrize("planned", COUNTED, ids=name)
def test_when_the_patient_says_it_was_not_done_only_what_is_counted_again_is_kept(planned: PlannedExercise) -> None:
    sitting = Sitting(planned, EXACT)
    hear_it_out(sitting, sitting.take(lambda moment: counting.count(moment, moment.session.place)))
    sitting.take(opening.launch)
    sitting.take(lambda moment: opening.finished_count(moment, False))
    sitting.take(leave)
    dose = dose_of(CATALOG, planned)
    assert isinstance(dose, Dose)

    assert sitting.reps_kept() == planned_reps(planned) - dose.reps


@pytest.mark.parametrize("planned", [one for one in COUNTED if dose_of(CATALOG, one).per_side], ids=name)  # type: ignore[union-attr]
def test_a_side_that_was_passed_over_is_not_kept(planned: PlannedExercise) -> None:
    sitting = Sitting(planned, EXACT)
    sitting.take(lambda moment: counting.count(moment, moment.session.place))
    sitting.clock.advance(1)
    hear_it_out(sitting, sitting.take(counting.switch_sides))
    sitting.take(routine.done)
    kept = [fact for fact in sitting.facts() if isinstance(fact, SetDone)]

    assert kept[0].side is CATALOG.exercises[planned.exercise_id].starting_side.other
    assert sum(fact.reps for fact in kept) == planned_reps(planned) - kept[0].planned_reps


@given(planned=st.sampled_from(COUNTED), fraction=st.floats(0, 1), rep=st.integers(0, 40))
def test_the_patients_own_number_is_taken(planned: PlannedExercise, fraction: float, rep: int) -> None:
    sitting = Sitting(planned, Latency())
    sitting.take(lambda moment: counting.count(moment, moment.session.place))
    sitting.listen(fraction)
    dose = dose_of(CATALOG, planned)
    assert isinstance(dose, Dose)
    answer = sitting.take(lambda moment: counting.at_rep(moment, rep))
    place = answer.reply.session.place
    if not 1 <= rep <= dose.reps:
        assert answer.reply.session.state is State.PAUSED
        return

    assert answer.reply.session.state is State.COUNTING
    assert place.rep_number == rep
    assert sitting.reps_kept() <= reps_before(dose, place)
    assert answer.reply.script is not None
    assert replace(answer.reply.script.beats[0].place, held_seconds=0) == replace(place, held_seconds=0)
