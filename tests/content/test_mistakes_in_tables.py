"""One thing wrong in the rules, red flags, emergency numbers or sources is one line that says where and what."""

from __future__ import annotations

import pytest

from tests.content.conftest import Folder

DAY = "rules/day.yaml"
FLAGS = "rules/red-flags.yaml"
NUMBERS = "emergency-numbers.yaml"
SOURCES = "sources.yaml"

MISTAKES = {
    "an unknown rule": (
        DAY, "blocks_per_day:", "blocks_a_day:", None, "blocks_a_day",
        "unknown rule `blocks_a_day`; did you mean `blocks_per_day`?"),
    "a rule of nothing": (
        DAY, "value: 4", "value: 0", None, "blocks_per_day.value", "value must be at least 1, not 0"),
    "a rule without a source": (
        DAY, "  source: [general-knowledge]  # docs/clinical.md §4.3", "  # docs/clinical.md §4.3", "blocks_per_day:",
        "blocks_per_day.source", "missing"),
    "an unknown source of a rule": (
        DAY, "[general-knowledge]", "[general-knowlege]", "general-knowlege",
        "hours_between_regions.source.0", "did you mean `general-knowledge`?"),
    "a rule in two files": (
        "rules/progression.yaml", "raises_per_day:",
        "blocks_per_day:\n  value: 4\n  source: [SEED]\nraises_per_day:", "blocks_per_day", "blocks_per_day",
        "this rule is in another file too"),
    "a red flag nobody knows": (
        FLAGS, "numb-limb:", "numb-limbs:", None, "numb-limbs",
        "unknown red flag `numb-limbs`; did you mean `numb-limb`?"),
    "a red flag that is missing": (FLAGS, "numb-limb:", "numb-limbs:", "", "numb-limb", "missing"),
    "a cue nobody knows": (
        FLAGS, "cue: EmergencyChest", "cue: EmergencyHeart", None, "chest.cue",
        "unknown cue `EmergencyHeart`"),
    "words for other care": (
        FLAGS, "cue: EmergencyChest", "cue: SeekSoon", None, "chest.cue",
        "SeekSoon are not words for emergency"),
    "care nobody knows": (
        FLAGS, "care: seek-today", "care: today", None, "weakness.care", "'today' is not 'seek-soon'"),
    "an emergency number that is a number": (
        NUMBERS, '"000"', "000", "AU", "AU", "must be two to four digits in quotes"),
    "a country that is none": (NUMBERS, "GB:", "Britain:", None, "Britain", "must be two capital letters"),
    "no number where no country is known": (NUMBERS, "default:", "EU:", "", "default", "missing"),
    "a source without a name": (
        SOURCES, "  name: Herniated Disk", "  named: Herniated Disk", "KPJ:", "KPJ.name", "missing"),
    "an address that is none": (
        SOURCES, "url: https://kpjpen22", "url: kpjpen22", None, "KPJ.url",
        "url must be empty or one address"),
}  # fmt: skip
"""What is broken: the file, the text and what takes its place, where the mistake is told (the new text where None),
its field, and a part of what is said."""


@pytest.mark.parametrize(("name", "old", "new", "at", "field", "problem"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_found_where_it_is(
    content: Folder, name: str, old: str, new: str, at: str | None, field: str, problem: str
) -> None:
    content.assert_breaks(name, old, new, at=at, field=field, problem=problem)
