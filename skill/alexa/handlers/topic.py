"""The intent of every question that has an answer written down."""

from __future__ import annotations

from skill.alexa.turn import Turn
from skill.dialogue.information import topic_answers
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain.catalog.topics import TopicId


def topic(turn: Turn, moment: Moment) -> Reply:
    """AskTopicIntent: "what is centralizing", "can I run". Slots: `topic` or `activity`, whose ids are topics' ids."""
    found = turn.id_of("topic") or turn.id_of("activity")
    if found is None or found not in moment.catalog.topics:
        return topic_answers.unknown(moment)
    return topic_answers.ask(moment, TopicId(found))
