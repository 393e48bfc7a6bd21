"""Somebody new who is well: what they answer, until the routine is offered."""

from __future__ import annotations

from itertools import chain

from skill.dialogue.questions import safety_question
from skill.dialogue.step import Moment
from skill.domain.patient.state import State
from skill.domain.safety.screen_items import Answer, Asking

ANSWERS = {
    State.SETTING_REGION: "my low back",
    State.SETTING_FLOOR: "yes",
    State.ASKING_CONSENT: str(Answer.YES),
}


def newcomer_says(moment: Moment) -> str | None:
    """Return what somebody new, to whom nothing dangerous applies, answers; None once the routine is offered."""
    if moment.state is not State.SCREENING:
        return ANSWERS.get(moment.state)
    if not safety_question.is_under_way(moment):
        return None
    question = safety_question.open_question(moment)
    if question.asking is Asking.LIST:
        return moment.rules.screening.group(question.item_id).safe_answer
    items = chain(moment.rules.screening.first_use, moment.rules.screening.daily)
    item = next(item for item in items if item.id == question.item_id)
    return item.safe_answer if question.asking is Asking.ITEM else None
