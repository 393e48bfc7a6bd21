"""The parts of one exercise, as a recording says them: how it goes, the count, and the questions after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from audio.guide import GuidePart
from audio.questions import Questions
from audio.voices.phrases import sentences
from audio.walk import walk
from skill.domain import cues
from skill.domain.catalog.count_rules import CountRules
from skill.domain.count.script import Beat, Script, Stage, script_for
from skill.domain.cues import Cue
from skill.domain.cues.exercise_words import usual_steps
from skill.domain.movement.dose import ActivityDose, AnyDose, CircuitDose, Dose, Level
from skill.domain.movement.exercise import Exercise, Form, Position, Region, Side
from skill.speech.messages import Messages

PAUSE_SECONDS = 0.7
"""After a sentence that only has to be understood."""
STEP_SECONDS = 1.4
"""After one that has to be followed."""
PLACE_SECONDS = 6.0
"""To get into place, on the floor or off it."""

_WORKING = (Stage.UP, Stage.HOLD, Stage.DOWN)


def said(text: str, pause_seconds: float = PAUSE_SECONDS, chapter: str = "") -> GuidePart:
    """Return a part that lasts as long as its words and the pause."""
    return GuidePart(sentences=sentences(text), pause_seconds=pause_seconds, chapter=chapter)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseParts:
    """Everything about one exercise at one level, in one form."""

    messages: Messages
    exercise: Exercise
    level: Level
    form: Form = Form.USUAL
    region: Region
    """Where the symptoms are that the questions ask about."""
    emergency_number: str
    rules: CountRules
    brief: bool = False
    """Whether getting into place has silence only: the daily edition."""
    within: str = ""
    """The exercise's name when it is one of several, to put before its chapters."""

    @property
    def dose(self) -> AnyDose:
        """Return how much of it."""
        return self.exercise.doses.at(self.level)

    def stop_rule(self) -> Iterator[GuidePart]:
        """Yield when to stop."""
        yield said(self._say(cues.StopRule(exercise_id=self.exercise.id)))

    def who_should_not(self) -> Iterator[GuidePart]:
        """Yield who should leave it out."""
        for number in range(self.exercise.not_for):
            yield said(self._say(cues.NotFor(exercise_id=self.exercise.id, reason_number=number + 1)))

    def how(self) -> Iterator[GuidePart]:
        """Yield setting up, the steps or the form's own words, what to mind, and how to breathe."""
        exercise_id = self.exercise.id
        yield said(self._say(cues.Setup(exercise_id=exercise_id, form=self.form)), chapter=self._chapter("setup"))
        if self.form is Form.USUAL:
            first, *rest = (said(self._say(one), STEP_SECONDS) for one in usual_steps(self.exercise, self.level))
            yield from (replace(first, chapter=self._chapter("steps")), *rest)
        else:
            how = cues.FormHow(exercise_id=exercise_id, form=self.form)
            yield said(self._say(how), STEP_SECONDS, self._chapter("steps"))
        for number in range(self.exercise.cautions):
            yield said(self._say(cues.Caution(exercise_id=exercise_id, caution_number=number + 1)))
        yield said(self._say(cues.Breathing(exercise_id=exercise_id)))

    def work(self) -> Iterator[GuidePart]:
        """Yield the count, the walk minute by minute, or what stands for the swim."""
        match self.dose:
            case Dose() as dose:
                yield from self._announced(dose)
                yield from self._counted(script_for(self.exercise, dose, self.rules), self.within)
            case CircuitDose() as circuit:
                yield from self._circuit(circuit)
            case ActivityDose() as activity:
                yield from self._activity(activity)

    def questions(self, *, again: bool = False) -> Iterator[GuidePart]:
        """Yield the three questions and what each answer means; *again* leaves out what was said before."""
        questions = Questions(self.messages, self.exercise, self.region, self.emergency_number)
        first, *rest = questions.parts(again=again)
        yield replace(first, chapter=self._chapter("questions"))
        yield from rest

    def closing_check(self) -> GuidePart:
        """Return the one check of the daily edition: the same as before, or stop for today."""
        return said(self.messages.text("guide-daily-check", region=self.region), chapter=self._chapter("check"))

    def _say(self, cue: Cue) -> str:
        return self.messages.say(cue)

    def _chapter(self, name: str) -> str:
        return self._within(self.messages.text(f"guide-chapter-{name}"), self.within)

    def _within(self, chapter: str, owner: str) -> str:
        return self.messages.text("guide-chapter-of", exercise=owner, chapter=chapter) if owner else chapter

    def _announced(self, dose: Dose) -> Iterator[GuidePart]:
        dose_is = cues.DoseIs(sets=dose.sets, reps=dose.reps, hold_seconds=dose.hold_seconds, per_side=dose.per_side)
        yield said(self._say(dose_is))
        yield said("" if self.brief else self.messages.text("guide-get-set"), PLACE_SECONDS)

    def _counted(self, script: Script, owner: str) -> Iterator[GuidePart]:
        """Yield the beats, with a chapter for getting ready and for each set and side."""
        run = None
        for number, beat in enumerate(script.beats):
            chapter = ""
            here = (beat.place.set_number, beat.place.side_number)
            if not number:
                chapter = self._within(self.messages.text("guide-chapter-get-ready"), owner)
            elif here != run and beat.stage in _WORKING:
                run = here
                chapter = self._within(self._set_title(script, beat), owner)
            yield self._beat(beat, chapter)
        one_hold = script.dose.sets * script.dose.sides * script.dose.reps == 1
        done = self.messages.text("guide-hold-done") if one_hold else self._say(cues.CountDone())
        yield said(done, STEP_SECONDS)

    def _beat(self, beat: Beat, chapter: str) -> GuidePart:
        return GuidePart(
            sentences=sentences(self._say(beat.cue)) if beat.cue else (),
            seconds=beat.seconds,
            chapter=chapter,
            ticks=beat.stage in _WORKING,
        )

    def _set_title(self, script: Script, beat: Beat) -> str:
        side: Side | None = script.side(beat.place)
        return self.messages.text("guide-chapter-set", set_number=beat.place.set_number, side=side or "none")

    def _circuit(self, circuit: CircuitDose) -> Iterator[GuidePart]:
        yield said(self.messages.text("guide-warm-up-pause"), PLACE_SECONDS)
        off_floor = self.form is Form.WITHOUT_FLOOR
        movements = [one for one in circuit.movements if not (off_floor and one.on_floor)]
        for number, movement in enumerate(movements, start=1):
            name = self.messages.movement_name(movement.id)
            how = self._say(cues.MovementHow(movement_id=movement.id))
            intro = cues.MovementIntro(movement_id=movement.id, movement_number=number, movements=len(movements))
            chapter = self._within(name, self.within)
            if number > 1:
                yield from self._rest(circuit.rest_between_movements_seconds, name)
            yield said(self._say(intro), chapter=chapter)
            yield said(how, STEP_SECONDS)
            yield from self._announced(movement.dose)
            yield from self._counted(
                script_for(self.exercise, movement.dose, self.rules, movement_id=movement.id), chapter
            )

    def _rest(self, seconds: int, movement: str) -> Iterator[GuidePart]:
        half = seconds // 2
        yield GuidePart(
            sentences=sentences(self.messages.text("guide-rest-then", seconds=seconds, movement=movement)),
            seconds=seconds - half,
        )
        yield GuidePart(sentences=sentences(self._say(cues.Calm(variant=1))), seconds=half)

    def _activity(self, dose: ActivityDose) -> Iterator[GuidePart]:
        activity_is = cues.ActivityIs(exercise_id=self.exercise.id, minutes=dose.minutes)
        chapter = self._chapter("activity")
        if self.exercise.position is Position.IN_WATER:
            yield said(self._say(activity_is), chapter=chapter)
            yield said(self.messages.text("swim-pause"), PLACE_SECONDS)
            return
        yield said(self._say(activity_is))
        first, *rest = walk(self.messages, dose.minutes)
        yield replace(first, chapter=chapter)
        yield from rest
