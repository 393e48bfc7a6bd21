"""Rules that contradict themselves are refused when they are read, each with a sentence that says what must be."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from skill.domain.safety.limits import Limit
from skill.domain.safety.red_flags import Care
from skill.domain.safety.screen_items import Answer, Condition, Opening
from skill.domain.symptoms.verdicts import Verdict
from tests.shipped import shipped_catalog

RULES = shipped_catalog().rules
SCREENING, SYMPTOMS = RULES.screening, RULES.symptoms.thresholds
EMERGENCY = next(one for one in SCREENING.first_use if one.tier == 1 and one.outcome)
TODAY = next(one for one in SCREENING.first_use if one.outcome and one.outcome.care is Care.SEEK_TODAY)
FIRST_GROUP = SCREENING.groups[0]


@pytest.mark.parametrize(
    ("changed", "what", "complaint"),
    [
        (EMERGENCY, {"tier": 5}, "tier must be from 1 to 4"),
        (EMERGENCY, {"safe_answer": Answer.UNSURE}, "safe_answer must be yes or no"),
        (EMERGENCY, {"outcome": None}, "which must be given where there is no outcome"),
        (EMERGENCY, {"outcome": None, "which": {Answer.YES: EMERGENCY.outcome}}, "which must say what unsure"),
        (EMERGENCY, {"may_be_checked": True}, "an emergency is not asked twice"),
        (EMERGENCY, {"is_confirmed": True}, "is_confirmed must not be true in tier 1"),
        (EMERGENCY, {"named": next(iter(Condition))}, "named must be given only where may_be_checked"),
        (EMERGENCY, {"tier": 2}, "outcome must be an emergency in tier 1"),
        (TODAY.outcome, {"cue": None}, "cue must be given with care"),
        (TODAY.outcome, {"limits": ()}, "limits must name what is not coached"),
        (TODAY.outcome, {"limits": (Limit.WALKING_AND_REST_ONLY,)}, "limits must have no-coaching"),
        (FIRST_GROUP, {"opening": Opening.EMERGENCY, "cue": None}, "cue must be given for an emergency"),
        (FIRST_GROUP, {"safe_answer": Answer.UNSURE}, "safe_answer must be yes or no"),
        (FIRST_GROUP, {"items": ()}, "items must name what is asked"),
        (SYMPTOMS, {"below_joint_from_zone": SYMPTOMS.limb_from_zone}, "below_joint_from_zone must be beyond"),
        (SYMPTOMS, {"very_strong_from": 11}, "very_strong_from must be"),
        (SYMPTOMS, {"recovery_up_to_strength": 10}, "recovery_up_to_strength must be"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_contradiction_is_refused(changed: Any, what: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        replace(changed, **what)


def test_bounds_and_what_lies_beyond_them_belong_together() -> None:
    bounded = next(cell for row in RULES.symptoms.table.values() for cell in row.values() if cell.otherwise)

    with pytest.raises(ValueError, match="otherwise must be given with"):
        replace(bounded, otherwise=None)
    with pytest.raises(ValueError, match="otherwise must be more careful"):
        replace(bounded, verdict=max(Verdict, key=lambda one: one.severity))


@pytest.mark.parametrize("look", [SCREENING.group, SCREENING.item])
def test_what_is_not_in_a_screen_is_named(look: Any) -> None:
    with pytest.raises(LookupError, match="nothing of the kind"):
        look("nothing of the kind")
