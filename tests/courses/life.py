"""Living through a course: the pretend Echo, the whole product behind it, and a clock that is moved."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from shutil import copyfile
from zoneinfo import ZoneInfo

from skill.alexa.endpoint import Endpoint
from skill.app import codec
from skill.app.coach import EPOCH
from skill.app.codec import Document
from skill.app.keys import PatientKeys, code_of
from skill.app.ports import PatientKey
from skill.app.safekeeping import Whereabouts
from skill.bootstrap import Application, build
from skill.config import Settings
from skill.domain.cues import Cue, ScreenIntro
from skill.domain.history.facts import ExerciseEnded, Fact, ScreenTaken
from skill.domain.history.privacy import SymptomsMode, keeps_reports
from skill.domain.history.record import Record
from skill.domain.movement.exercise import ExerciseKind, Phase, Region
from skill.domain.patient.state import State
from skill.domain.progress.inputs import ProgressInputs
from skill.domain.progress.week_growth import target_minutes
from skill.domain.safety.screen_items import ScreenKind
from skill.simulator.clock import MovableClock
from skill.simulator.device import LISTENING_SECONDS, Device, Silence
from skill.simulator.heard import Heard
from skill.storage import open_store
from tests.courses.course import Course, CourseError
from tests.courses.patient import Patient
from tests.shipped import shipped_catalog

SECRET = "not a secret at all, for tests only"
MOST_TURNS = 150
"""More in one sitting is a conversation that never ends."""
ANSWERING_SECONDS = 1.0
ERROR_WORDS = "Something went wrong"

Say = Callable[[Device, str], Heard | None]
"""Says an utterance to a device, and returns what is heard."""


@dataclass(slots=True, kw_only=True)
class Sitting:
    """One visit, walks and coming back from them included."""

    turns: int = 0
    """How often something was said, the opening included."""
    exercises: int = 0
    """How many were begun; each movement of a circuit is one."""
    longest_words: int = 0
    """Of what is said at once, counts apart."""
    heard: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class DayLived:
    """One day, and what came of it."""

    day: int
    on: date
    felt: str
    came: bool = False
    sittings: list[Sitting] = field(default_factory=list)
    facts: tuple[Fact, ...] = ()
    phase: Phase = Phase.RECOVERY
    target: int | None = None
    """The week's minutes that are aimed at."""
    minutes: int = 0
    """Walked and swum on this day."""
    held: bool = False
    screens: int = 0

    @property
    def exercises(self) -> list[ExerciseEnded]:
        """Return what was ended on this day."""
        return [fact for fact in self.facts if isinstance(fact, ExerciseEnded)]

    @property
    def texts(self) -> list[str]:
        """Return everything that was heard."""
        return [text for sitting in self.sittings for text in sitting.heard]


class Life:
    """A patient's days with the coach, one after the other."""

    def __init__(self, course: Course, say: Say, prescriptions: Path) -> None:
        self.course = course
        self._say_to = say
        self._clock = MovableClock(self._moment(1, course.times[0]))
        settings = Settings.read(
            {
                "SPINE_COACH_SECRET": SECRET,
                "SPINE_COACH_PRESCRIPTIONS": str(prescriptions),
                "SPINE_COACH_SYMPTOMS": course.mode,
            },
            local=True,
        )
        self._prescriptions = prescriptions
        self._app: Application = build(
            settings, catalog=shipped_catalog(), store=open_store("memory:"), clock=lambda: self._clock()
        )
        endpoint = Endpoint(self._app.skill)
        self._device = Device(
            lambda envelope: dict(json.loads(endpoint.answer(json.dumps(envelope).encode()))),
            self._clock,
            time_zone=course.zone(1),
        )
        self._key: PatientKey = PatientKeys(SECRET.encode()).of(self._device.user_id)
        self._shift = timedelta()

    def days(self) -> Iterator[DayLived]:
        """Yield every day of the course, lived through."""
        for day in range(1, self.course.days + 1):
            yield self._lived(day)

    def _lived(self, day: int) -> DayLived:
        course = self.course
        lived = DayLived(day=day, on=course.on(day), felt=_felt(course, day))
        self._device.time_zone = course.zone(day)
        if day in course.programs:
            self._prescribe(course.programs[day])
        if day in course.clock:
            self._set_clock(course.clock[day])
        before = len(self._facts())
        if day not in course.off:
            lived.came = True
            for at in course.times:
                self._move_to(self._moment(day, at) + self._shift)
                lived.sittings.append(self._sitting(day))
        document, facts = self._document(), self._facts()
        lived.facts = facts[before:]
        lived.phase = document.patient.phase
        progress = self._progress(document, facts)
        lived.target = target_minutes(progress) if progress.region else None
        activities = progress.record.activities()
        lived.minutes = sum(
            one.minutes
            for one in activities
            if one.on == progress.today and shipped_catalog().exercises[one.exercise_id].kind is ExerciseKind.ACTIVITY
        )
        lived.held = document.patient.care is not None or bool(document.patient.limits)
        taken = sum(isinstance(one, ScreenTaken) and one.kind is ScreenKind.FIRST_USE for one in lived.facts)
        begun = sum(
            isinstance(cue, ScreenIntro) and cue.kind is ScreenKind.FIRST_USE
            for sitting in lived.sittings
            for cue in sitting.cues
        )
        lived.screens = max(taken, begun)
        return lived

    def _sitting(self, day: int) -> Sitting:
        course, sitting = self.course, Sitting()
        first = [one.words for one in course.says if one.day == day and one.first]
        self._hear(sitting, "open spine coach", self._device.launch())
        told = 0
        while True:
            if sitting.turns > MOST_TURNS or ERROR_WORDS in sitting.heard[-1]:
                raise CourseError(f"{course.path.name}: day {day}: the sitting does not end: {sitting.heard[-3:]}")
            document = self._document()
            question = document.last_said.question
            if first:
                self._speak(sitting, first.pop(0))
                continue
            if document.session.state is State.ON_ACTIVITY and not self._device.in_session:
                if not course.walks_told:
                    break
                minutes = document.session.exercises[len(document.session.outcomes)].minutes or 5
                self._device.wait(minutes * 60)
                self._hear(sitting, "open spine coach", self._device.launch())
                continue
            if question is None or type(question).__name__ == "AskWhatNext":
                break
            if type(question).__name__ in ("AskReady", "AskReadyToGo"):
                sitting.exercises += 1
            words = Patient(course, day, told).answer(question, document)
            told += type(question).__name__ == "AskHowItWas"
            self._speak(sitting, words)
        for words in self._at_the_end(day):
            self._speak(sitting, words, opening=True)
        return sitting

    def _at_the_end(self, day: int) -> Iterator[str]:
        course = self.course
        if course.on(day).weekday() in course.logs:
            yield course.logs[course.on(day).weekday()]
        yield from (one.words for one in course.says if one.day == day and not one.first)

    def _speak(self, sitting: Sitting, words: str, *, opening: bool = False) -> None:
        self._listen_to_the_end()
        if opening and not self._device.in_session:
            self._hear(sitting, "open spine coach", self._device.launch())
            self._listen_to_the_end()
        heard = self._say_to(self._device, words)
        if heard is None:
            raise CourseError(f"{self.course.path.name}: nobody answers {words!r} after {sitting.heard[-1]!r}")
        self._hear(sitting, words, heard)

    def _listen_to_the_end(self) -> None:
        """Hear what is said to its end; the second part of a long count comes after a silence."""
        document = self._document()
        count = document.session.count
        parts = len(count.part_seconds) if count and document.session.state is State.COUNTING else 1
        device = self._device
        self._wait_for(device.silent_at)
        for _ in range(parts - 1):
            if Silence.END in device.wait(LISTENING_SECONDS + ANSWERING_SECONDS):
                raise CourseError(f"{self.course.path.name}: the count was cut off")
            self._wait_for(device.silent_at)
        device.wait(ANSWERING_SECONDS)

    def _wait_for(self, moment: datetime) -> None:
        self._device.wait(max(0.0, (moment - self._clock()).total_seconds()))

    def _hear(self, sitting: Sitting, words: str, heard: Heard) -> None:
        sitting.turns += 1
        sitting.said.append(words)
        sitting.heard.append(heard.text)
        spoken = " ".join(sound.text for sound in heard.sounds if not sound.beat)
        sitting.longest_words = max(sitting.longest_words, len(spoken.split()))
        sitting.cues.extend(self._document().last_said.cues)

    def _document(self) -> Document:
        """Return what is known of the patient, with what is sealed for the session that was open last."""
        text = self._app.store.load(self._key, "looking", self._clock()).document
        session = self._device.last_request.get("session") or {}
        where = Whereabouts(patient=self._key, alexa_session=session.get("sessionId"))
        return self._app.coach.safekeeping.read(text, where) if text else Document()

    def _facts(self) -> tuple[Fact, ...]:
        return tuple(codec.decode_fact(fact) for fact in self._app.store.facts(self._key, EPOCH))

    def _progress(self, document: Document, facts: tuple[Fact, ...]) -> ProgressInputs:
        patient = document.patient
        mode = SymptomsMode(self.course.mode) if self.course.mode else SymptomsMode.DURABLE
        return ProgressInputs(
            phase=patient.phase,
            region=patient.region or Region.LOW_BACK,
            record=Record(facts=facts),
            exercises=shipped_catalog().exercises,
            rules=shipped_catalog().rules,
            today=self._clock().astimezone(ZoneInfo(self._device.time_zone)).date(),
            first_weekday=6,
            limits=patient.limits,
            keeps_reports=keeps_reports(mode, patient.consent),
        )

    def _moment(self, day: int, at: time) -> datetime:
        zone = ZoneInfo(self.course.zone(day))
        return datetime.combine(self.course.on(day), at, tzinfo=zone).astimezone(UTC)

    def _move_to(self, moment: datetime) -> None:
        """Let time pass until *moment*; a sitting that lasted longer than that is waited for."""
        self._wait_for(moment)

    def _set_clock(self, days: int) -> None:
        self._shift += timedelta(days=days)
        self._device.vanish()
        self._clock = MovableClock(self._clock() + timedelta(days=days))
        self._device.clock = self._clock

    def _prescribe(self, name: str) -> None:
        source = Path(__file__).parent / "programs" / f"{name}.yaml"
        copyfile(source, self._prescriptions / f"{code_of(self._key)}.yaml")


def _felt(course: Course, day: int) -> str:
    regions = ("low-back", "neck") if course.region == "both" else (course.region,)
    found = (course.feels(region, day) for region in regions)
    return ", ".join(one.place if one.place == "nowhere" else f"{one.place} {one.strength}" for one in found)
