"""The intent of every question that has an answer written down."""

from __future__ import annotations

from skill.alexa.turn import Turn
from skill.domain.dialogue import answers
from skill.domain.moment import Moment, Reply
from skill.domain.topics import TopicId


def topic(turn: Turn, moment: Moment) -> Reply:
    """AskTopicIntent: "what is centralizing", "can I run". Slots: `topic` or `activity`, whose ids are topics' ids."""
    found = turn.id_of("topic") or turn.id_of("activity")
    if found is None or found not in moment.catalog.topics:
        return answers.unknown(moment)
    return answers.ask(moment, TopicId(found))
