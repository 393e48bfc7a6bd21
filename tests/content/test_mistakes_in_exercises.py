"""One thing wrong in an exercise's YAML is one line that says where, which field, and what to do."""

from __future__ import annotations

import pytest

from tests.content.conftest import Folder

BRIDGE = "exercises/bridge/exercise.yaml"
WALKING = "exercises/walking/exercise.yaml"
BELLY = "exercises/rest-on-the-belly/exercise.yaml"
CIRCUIT = "exercises/strength-training/exercise.yaml"

MISTAKES = {
    "a key that is there twice": (
        BRIDGE, "kind: reps", "kind: reps\nkind: holds", "kind: holds", "yaml",
        "the key 'kind' is there twice"),
    "a word for a number": (BRIDGE, "reps: 8", "reps: ten", None, "doses.beginner.reps", "not 'ten'"),
    "a number in quotes": (BRIDGE, "reps: 8", 'reps: "8"', None, "doses.beginner.reps", "not '8'"),
    "minutes and seconds, which YAML 1.1 takes for 90": (
        BELLY, "hold_seconds: 60", "hold_seconds: 1:30", None, "doses.beginner.hold_seconds", "not '1:30'"),
    "no, which YAML 1.1 takes for false": (
        BRIDGE, "per_side: false", "per_side: no", None, "doses.beginner.per_side",
        "valid boolean, not 'no'"),
    "half a second": (
        BRIDGE, "hold_seconds: 2", "hold_seconds: 2.5", None, "doses.beginner.hold_seconds", "integer"),
    "a list in place of a word": (
        BRIDGE, "kind: reps", "kind: [reps]", None, "kind", "is not 'reps', 'holds'"),
    "a word in a nested mapping": (
        BRIDGE, "{up_seconds: 2, ", "{up_seconds: two, ", "up_seconds: two",
        "doses.beginner.tempo.up_seconds", "two"),
    "a misspelled key": (
        BRIDGE, "hold_seconds: 2", "hold_second: 2", None, "doses.beginner.hold_second",
        "unknown key `hold_second`; did you mean `hold_seconds`?"),
    "the key it should have been": (
        BRIDGE, "hold_seconds: 2", "hold_second: 2", "beginner:", "doses.beginner.hold_seconds", "missing"),
    "a misspelled note": (
        BRIDGE, "minutes_per_session: 2\n", "minute_per_session: 2\n", None,
        "doses.beginner.minute_per_session", "did you mean `minutes_per_session`?"),
    "a missing level": (BELLY, "  progressed:", "  harder:", "doses:", "doses.progressed", "missing"),
    "a missing group of sources": (
        BRIDGE, "  stop_rule:", "  stop_rules:", "basis:\n  region", "basis.stop_rule", "missing"),
    "a count that is written down": (
        BRIDGE, "kind: reps", "kind: reps\nsteps: 6", "steps: 6", "steps",
        "leave this out: the `.step-n` words"),
    "a position nobody knows": (
        BRIDGE, "position: supine", "position: supin", None, "position", "did you mean `supine`?"),
    "a phase nobody knows": (
        BRIDGE, "phases: [strengthening, ", "phases: [strengthen, ", "strengthen,", "phases.0",
        "did you mean `strengthening`?"),
    "more sets than there are": (
        BRIDGE, "sets: 1", "sets: 9", None, "doses.beginner.sets", "sets must be from 1 to 5, not 9"),
    "several sets without a rest": (
        BRIDGE, "rest_between_sets_seconds: 45", "rest_between_sets_seconds: 0", None,
        "doses.standard.rest_between_sets_seconds", "must be above 0"),
    "a progressed dose from no phase": (
        BRIDGE, "kind: reps", "kind: reps\nprogressed_from: later", "progressed_from", "progressed_from",
        "'later' is not"),
    "a dose of another kind": (
        WALKING, "    minutes: 5\n", "    sets: 5\n", "sets: 5", "doses.beginner.sets", "unknown key `sets`"),
    "a dose that another kind would take": (
        WALKING, "kind: activity", "kind: reps", "  beginner:", "doses.beginner",
        "an exercise of the kind reps needs another kind of dose"),
    "minutes that do not follow": (
        BRIDGE, "minutes_per_session: 2\n", "minutes_per_session: 2.5\n", None,
        "doses.beginner.minutes_per_session",
        "64 s of work, 0 s of switching sides and 30 s to set up are 2 minutes, not 2.5"),
    "minutes that are said twice": (
        WALKING, "    minutes: 5\n", "    minutes: 5\n    minutes_per_session: 5\n", "minutes_per_session",
        "doses.beginner.minutes_per_session", "leave this out: `minutes` says it already"),
    "less work at a higher level": (
        BRIDGE, "reps: 10", "reps: 1", "standard:", "doses.standard", "less work than the level before it"),
    "movements that do not fit the minutes": (
        CIRCUIT, "minutes: 20", "minutes: 6", None, "doses.beginner.minutes",
        "the movements and the rests between them take 7.0 minutes already"),
    "another folder's id": (
        BRIDGE, "id: bridge", "id: bridges", None, "id", "must be `bridge`, the folder's name"),
    "an unknown source of a dose": (
        BRIDGE, "basis: [JANA, ", "basis: [JANNA, ", "JANNA", "doses.standard.basis.0",
        "unknown source `JANNA`; did you mean `JANA`?"),
    "an unknown source of the words": (
        BRIDGE, "steps: [EP360-BR, JANA]", "steps: [EP360-BR, JAN]", "JAN]", "basis.steps.1",
        "did you mean `JANA`?"),
    "an unknown source of the exercise": (
        BRIDGE, "JANA, PYB-BR]\n", "JANA, PYBBR]\n", "PYBBR", "sources.3", "did you mean `PYB-BR`?"),
    "no source at all": (
        BRIDGE, "basis: [general-knowledge]", "basis: []", None, "doses.beginner.basis",
        "name at least one source"),
    "an unknown exercise to swap to": (
        BRIDGE, "swap_to: [rest-on-the-belly]", "swap_to: [rest-on-belly]", "rest-on-belly", "swap_to.0",
        "unknown exercise `rest-on-belly`; did you mean `rest-on-the-belly`?"),
    "an exercise that swaps to itself": (
        BRIDGE, "swap_to: [rest-on-the-belly]", "swap_to: [bridge]", "bridge]", "swap_to.0",
        "unknown exercise `bridge`"),
    "an unknown exercise off the floor": (
        BELLY, "without_floor: backward-bend", "without_floor: back-bend", None, "without_floor",
        "did you mean `backward-bend`?"),
    "a replacement that needs the floor too": (
        BELLY, "without_floor: backward-bend", "without_floor: bridge", None, "without_floor",
        "bridge needs the floor too"),
    "no way off the floor": (
        BELLY, "without_floor: backward-bend\n", "", "# Rest", "without_floor", "missing: name the"),
    "a way off the floor that nobody needs": (
        WALKING, "floor: not-needed", "floor: not-needed\nwithout_floor: swimming", "without_floor",
        "without_floor", "leave this out"),
    "two exercises in one place": (
        "exercises/side-plank/exercise.yaml", "order: 3", "order: 2", None, "order",
        "bird-dog has this place"),
}  # fmt: skip
"""What is broken: the file, the text and what takes its place, where the mistake is told (the new text where None),
its field, and a part of what is said."""


@pytest.mark.parametrize(("name", "old", "new", "at", "field", "problem"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_found_where_it_is(
    content: Folder, name: str, old: str, new: str, at: str | None, field: str, problem: str
) -> None:
    content.assert_breaks(name, old, new, at=at, field=field, problem=problem)
