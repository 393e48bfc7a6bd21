"""A quiet count keeps every slot, loses words, and is never silent for long."""

from __future__ import annotations

from hypothesis import given

from skill.domain import cues
from skill.domain.count import terse_count
from skill.domain.count.script import Place, Script, script_for
from skill.domain.cues import Cue
from skill.domain.movement.dose import Dose, Level
from skill.domain.movement.exercise import ExerciseId
from tests.domain.doses import doses, exercise_with
from tests.shipped import shipped_catalog

CATALOG = shipped_catalog()
RULES = CATALOG.rules.count
NEEDED = (cues.GetReady, cues.Countdown, cues.RepDone, cues.SwitchSides, cues.RestStarts, cues.RestEnds, cues.TimeLeft)


def script_of(dose: Dose) -> Script:
    return script_for(exercise_with(dose), dose, RULES)


def quietly(script: Script) -> Script:
    return terse_count.quietly(script, RULES.longest_silence_seconds)


def words(script: Script) -> list[Cue]:
    return [beat.cue for beat in script.beats if beat.cue is not None]


def shipped(exercise: str, level: Level, start: Place | None = None) -> list[str]:
    """Return the kinds of words of a shipped exercise's quiet count."""
    found = CATALOG.exercises[ExerciseId(exercise)]
    dose = found.doses.at(level)
    assert isinstance(dose, Dose)
    return [type(cue).__name__ for cue in words(quietly(script_for(found, dose, RULES, start=start or Place())))]


@given(doses)
def test_every_beat_keeps_its_slot_its_place_and_whether_one_may_resume_there(dose: Dose) -> None:
    script = script_of(dose)
    quiet = quietly(script)

    assert script.starts == quiet.starts
    assert script.seconds == quiet.seconds
    assert [(beat.stage, beat.place, beat.resume) for beat in script.beats] == [
        (beat.stage, beat.place, beat.resume) for beat in quiet.beats
    ]


@given(doses)
def test_words_are_only_left_out_never_added(dose: Dose) -> None:
    script = script_of(dose)

    assert all(quiet.cue in (None, beat.cue) for quiet, beat in zip(quietly(script).beats, script.beats, strict=True))


@given(doses)
def test_there_is_a_word_at_least_every_ten_seconds(dose: Dose) -> None:
    quiet = quietly(script_of(dose))
    spoken = [start for beat, start in zip(quiet.beats, quiet.starts, strict=True) if beat.cue is not None]
    silences = [end - begin for begin, end in zip([0, *spoken], [*spoken, quiet.seconds], strict=True)]

    assert max(silences) <= RULES.longest_silence_seconds


@given(doses)
def test_what_one_cannot_do_without_is_there(dose: Dose) -> None:
    script = script_of(dose)
    needed = [cue for cue in words(script) if isinstance(cue, NEEDED)]

    assert needed == [cue for cue in words(quietly(script)) if isinstance(cue, NEEDED)]


def test_repetitions_are_counted_by_their_numbers_alone() -> None:
    assert shipped("prone-press-up", Level.BEGINNER) == [
        *("GetReady", "Countdown", "Countdown", "Countdown", "Up"),
        *["RepDone"] * 5,
    ]


def test_a_hold_is_counted_down_and_its_end_is_said() -> None:
    one_side = ["Up", *(["Countdown"] * 3), "Down", "RepDone"]
    side = one_side * 3

    assert shipped("side-plank", Level.BEGINNER)[4 : 4 + len(side)] == side


def test_a_minute_of_rest_keeps_only_the_words_that_break_the_silence() -> None:
    assert shipped("rest-on-the-belly", Level.BEGINNER) == [
        *("GetReady", "Countdown", "Countdown", "Countdown", "Hold"),
        *("Calm", "Calm", "Halfway", "Calm", "Calm"),
        *["Countdown"] * 3,
    ]
