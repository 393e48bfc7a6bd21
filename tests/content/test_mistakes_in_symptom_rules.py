"""One thing wrong in the rules of symptoms, screens and phases is one line; and no edit makes danger permissive."""

from __future__ import annotations

import pytest

from tests.content.conftest import Folder

NUMBERS = "rules/symptoms.yaml"
MATRIX = "rules/matrix.yaml"
OVERRIDES = "rules/overrides.yaml"
CONSEQUENCES = "rules/consequences.yaml"
SHORT = "rules/short-answers.yaml"
ZONES = "rules/zones.yaml"
SCREENING = "rules/screening.yaml"
PHASES = "rules/phases.yaml"
WEEKLY = "rules/weekly.yaml"

MISTAKES = {
    "an unknown number": (
        NUMBERS, "far_out_zones:", "far_out_zone:", None, "far_out_zone",
        "unknown rule `far_out_zone`; did you mean `far_out_zones`?"),
    "a number that is missing": (NUMBERS, "far_out_zones:", "far_out_zone:", "", "far_out_zones", "missing"),
    "an unknown source of a number": (
        NUMBERS, "[CHILDS2005]", "[CHILDS2006]", "CHILDS2006", "clear_change_points.source.0",
        "did you mean `CHILDS2005`?"),
    "a start with more pain than a session may end with": (
        NUMBERS, "value: 7", "value: 9", "recovery_up_to_strength:", "recovery_up_to_strength",
        "must be from routine_up_to_strength to below very_strong_from"),
    "an unknown row of the table": (
        MATRIX, "moved-out:", "moved-away:", None, "moved-away", "unknown shift `moved-away`"),
    "an unknown verdict": (
        MATRIX, "verdict: stop-session", "verdict: stop-sesion", None, "moved-out.worse.verdict",
        "did you mean `stop-session`?"),
    "bounds and nothing beyond them": (
        MATRIX, "    up_to_zone: 1  # at the spine", "    up_to_zones: 2\n    up_to_zone: 1  # at the spine",
        "up_to_zones",
        "same.worse.up_to_zones", "unknown key `up_to_zones`"),
    "an unknown override": (
        OVERRIDES, "very-strong:", "very-sore:", None, "very-sore", "unknown override `very-sore`"),
    "care without words": (
        OVERRIDES, "  cue: EmergencyBack\n", "", "new-on-both-sides:", "new-on-both-sides",
        "cue must be given with care"),
    "words for other care": (
        OVERRIDES, "cue: EmergencyNeck", "cue: SeekSoon", None, "dizzy-lasting.cue",
        "SeekSoon are not words for emergency"),
    "an unknown limit": (
        OVERRIDES, "limits: [no-neck]", "limits: [no-necks]", "no-necks", "dizzy.limits.0", "did you mean `no-neck`?"),
    "a verdict without a consequence": (
        CONSEQUENCES, "swap:", "swop:", "", "swap", "missing"),
    "an unknown short answer": (SHORT, "  easier:", "  gentler:", "gentler:", "choices.gentler", "unknown answer"),
    "a word for two zones": (
        ZONES, "words: [calf, ", "words: [thighs, ", "{zone: 4", "low-back.zones.4",
        "`thighs` is a word of thigh already"),
    "a zone left out": (
        ZONES, "    - {zone: 5, id: foot, words: [feet, heel, heels, toe, toes, big toe, sole]}\n", "",
        "zones:", "low-back.zones", "must be the zones 0 to 5, in order"),
    "an item that is there twice": (SCREENING, "id: S2", "id: S1", None, "first_use.1.id", "is there twice"),
    "a condition that no question asks about": (
        SCREENING, "    named: night-pain\n", "", "first_use:", "first_use", "`night-pain` is named by no item"),
    "a condition that two questions ask about": (
        SCREENING, "named: cancer-or-weight-loss", "named: thin-bones", "items: [S11, S13, S15]", "groups.5.items",
        "`thin-bones` is named by two items of one list"),
    "a condition that may not be checked": (
        SCREENING, "    named: night-pain\n    may_be_checked: true\n", "    named: night-pain\n", "named: night-pain",
        "first_use.13.named", "named must be given only where may_be_checked"),
    "words nobody knows": (
        SCREENING, "cue: EmergencyTrauma", "cue: EmergencyFall", None, "first_use.1.outcome.cue", "unknown cue"),
    "an emergency that a clinician may have checked": (
        SCREENING, "    tier: 1\n", "    tier: 1\n    may_be_checked: true\n", "may_be_checked",
        "first_use.0.may_be_checked", "an emergency is not asked twice"),
    "a tier 1 that is no emergency": (
        SCREENING, "{care: emergency, cue: EmergencyTrauma,", "{care: seek-soon, cue: SeekSoon,",
        "outcome: {care: seek-soon, cue: SeekSoon, limits: [no-coaching]}", "first_use.1.outcome",
        "must be an emergency in tier 1"),
    "same-day care that coaches on": (
        SCREENING, "{care: seek-today, cue: SeekToday, limits: [no-coaching]}",
        "{care: seek-today, cue: SeekToday, limits: [no-load]}", "limits: [no-load]",
        "first_use.9.outcome.limits", "must have no-coaching with seek-today"),
    "a choice without unsure": (
        SCREENING, "      unsure: {care", "      fever: {care", "which:", "daily.1.which",
        "must say what unsure leads to"),
    "an exercise nobody knows": (
        SCREENING, "[walking, rest-on-the-belly]", "[walking, rest-on-belly]", "rest-on-belly", "walking_and_rest.1",
        "did you mean `rest-on-the-belly`?"),
    "an unknown source of a screen": (
        SCREENING, "[NHS-BACK, PAINSCALE]", "[NHS-BAK, PAINSCALE]", "NHS-BAK", "first_use.0.source.0",
        "did you mean `NHS-BACK`?"),
    "an unknown number of phases": (
        PHASES, "flare_days:", "flares_days:", None, "flares_days", "did you mean `flare_days`?"),
    "a phase without targets": (WEEKLY, "  weight-loss:", "  weightloss:", "targets:", "targets.weight-loss",
        "missing"),
    "more at least than at most": (
        WEEKLY, "{least: 3, most: 4}", "{least: 5, most: 4}", "least: 5",
        "targets.recovery.directional_blocks_per_day.least", "least must be from 0 to most"),
    "an unknown part of the weeks": (WEEKLY, "growth:", "growing:", None, "growing", "unknown part `growing`"),
    "weeks that do not grow": (
        WEEKLY, "least_minutes: 10", "least_minutes: 30", "most_minutes:", "growth.most_minutes",
        "must be at least least_minutes"),
}  # fmt: skip
"""What is broken: the file, the text and what takes its place, where the mistake is told (the new text where None),
its field, and a part of what is said."""

FLOORS = {
    "moved out goes on": (
        MATRIX, "verdict: stop-exercise  # location", "verdict: reduce  # location", None, "moved-out.better.verdict",
        "must stop: it moved out"),
    "stronger goes on at the same dose": (
        MATRIX, "verdict: reduce\n    reason: stronger", "verdict: continue\n    reason: stronger", None,
        "same.worse.verdict", "must not go on at the same dose"),
    "stronger in the limb is only lighter": (
        MATRIX, "otherwise: {verdict: stop-exercise", "otherwise: {verdict: reduce",
        "otherwise: {verdict: reduce, reason: stronger-in-limb",
        "same.worse.otherwise", "must be more careful than the verdict within the bounds"),
    "the same is less careful than moved in": (
        MATRIX, "verdict: continue\n    reason: moved-in\n", "verdict: reduce\n    reason: moved-in\n",
        "verdict: continue  # always", "same.same.verdict", "must be as careful as moved-in, same"),
    "both sides are no emergency": (
        OVERRIDES, "verdict: emergency\n  care: emergency\n  cue: EmergencyBack",
        "verdict: seek-today\n  care: seek-today\n  cue: SeekToday", None, "new-on-both-sides.verdict",
        "must be at least emergency"),
    "numbness without care today": (
        OVERRIDES, "care: seek-today\n  cue: SeekToday\n  source: [general-knowledge]  # override 3",
        "care: seek-soon\n  cue: SeekSoon\n  source: [general-knowledge]  # override 3",
        "verdict: stop-session\n  care: seek-soon", "new-numbness.verdict", "must be at least seek-today"),
    "very strong goes on": (
        OVERRIDES, "very-strong:\n  verdict: stop-session", "very-strong:\n  verdict: reduce", "verdict: reduce",
        "very-strong.verdict", "must stop: an override is danger"),
    "an emergency that ends the exercise only": (
        CONSEQUENCES, "emergency:\n  ends: session", "emergency:\n  ends: exercise",
        "ends: exercise\n  closes_direction: true\n  checks", "emergency.ends", "must be session"),
    "coaching after care today": (
        CONSEQUENCES, "limits: [no-coaching]\n  source: [LOTHIAN", "limits: [no-load]\n  source: [LOTHIAN", None,
        "seek-today.limits", "must have no-coaching"),
    "half of everything": (
        CONSEQUENCES, "reps_percent: 50", "reps_percent: 100", None, "reduce.reps_percent", "must be from 1 to 99"),
    "stop goes on": (
        SHORT, "stop:\n    verdict: stop-exercise", "stop:\n    verdict: reduce",
        "verdict: reduce\n    source: [general-knowledge]\nchanges", "choices.stop.verdict",
        "must be at least stop-exercise"),
    "worse goes on": (
        SHORT, "worse:\n    verdict: stop-exercise", "worse:\n    verdict: reduce",
        "verdict: reduce\n    source: [SEED",
        "changes.worse.verdict", "must be at least stop-exercise"),
}  # fmt: skip
"""Edits that would let danger go on."""


@pytest.mark.parametrize(("name", "old", "new", "at", "field", "problem"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_found_where_it_is(
    content: Folder, name: str, old: str, new: str, at: str | None, field: str, problem: str
) -> None:
    content.assert_breaks(name, old, new, at=at, field=field, problem=problem)


@pytest.mark.parametrize(("name", "old", "new", "at", "field", "problem"), FLOORS.values(), ids=FLOORS)
def test_no_edit_makes_danger_permissive(
    content: Folder, name: str, old: str, new: str, at: str | None, field: str, problem: str
) -> None:
    content.assert_breaks(name, old, new, at=at, field=field, problem=problem)


@pytest.mark.parametrize("name", [NUMBERS, MATRIX, OVERRIDES, CONSEQUENCES, SHORT, ZONES, SCREENING, PHASES, WEEKLY])
def test_a_rule_file_that_is_missing_is_named(content: Folder, name: str) -> None:
    (content.root / name).unlink()

    assert f"content/{name}:1:1: file: missing" in content.mistakes()
