"""Answers to questions: a short one, more if wanted, and back to exactly where the patient was."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from skill.dialogue.count import counting, side_question
from skill.dialogue.count.place import paused_at
from skill.dialogue.questions import current_question
from skill.dialogue.reply import Reply
from skill.dialogue.routine import opening
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.catalog.topics import Topic, TopicId
from skill.domain.cues import Cue
from skill.domain.movement.exercise import Region
from skill.domain.patient.state import State

_Words = TypeVar("_Words", cues.TopicAnswer, cues.TopicMore)
EQUIPMENT = TopicId("equipment")
"""The topics that have intents of their own."""


def ask(moment: Moment, topic_id: TopicId) -> Reply:
    """Answer in short, and offer more. A count is paused first; who has not been welcomed yet is welcomed first."""
    welcome: tuple[Cue, ...] = ()
    if not moment.patient.visits:
        opened = opening.launch(moment)
        moment, welcome = replace(moment, patient=opened.patient, session=opened.session), opened.cues
    topic = moment.catalog.topics[topic_id]
    answer = _about(moment, topic, cues.TopicAnswer)
    before = (*welcome, *_for_whom(moment, topic), answer)
    reply = side_question.ask(moment, State.OFFERING_MORE, *before, topic_id=topic_id)
    return replace(
        reply, to_read=(answer, _about(moment, topic, cues.TopicMore)), card_title=cues.TopicName(topic_id=topic_id)
    )


def more(moment: Moment) -> Reply:
    """Yes: tell the longer part, one breath at a time; with the last one name what else can be asked, and go back."""
    topic = moment.catalog.topics.get(moment.session.topic_id) if moment.session.topic_id else None
    if topic is None:
        return _back(moment)
    breath = moment.session.topic_breaths + 1
    part = replace(_about(moment, topic, cues.TopicMore), breath=breath, breaths=topic.breaths)
    if breath < topic.breaths:
        return moment.with_session(topic_breaths=breath).say(part, ask=cues.AskMore())
    told: list[Cue] = [part]
    if topic.related and topic.breaths == 1:
        told.append(cues.TopicsToAsk(topic_ids=topic.related))
    return _back(moment, *told)


def enough(moment: Moment) -> Reply:
    """No: go back."""
    return _back(moment, cues.BackToIt())


def unknown(moment: Moment) -> Reply:
    """Answer a question about something nobody has written about: say who would know."""
    return counting.say_and_wait(moment, cues.UnknownTopic())


def _back(moment: Moment, *told: Cue) -> Reply:
    """Say *told*, then ask what was asked before; in a count that was interrupted, with the place."""
    moment = side_question.without_side_question(moment)
    where = (paused_at(moment),) if moment.state is State.PAUSED and moment.session.counted else ()
    return moment.say(*told, *where, ask=current_question.question_of(moment))


def _about(moment: Moment, topic: Topic, kind: type[_Words]) -> _Words:
    return kind(
        topic_id=topic.id, country=topic.country_of_words(moment.country), emergency_number=moment.emergency_number
    )


def _for_whom(moment: Moment, topic: Topic) -> tuple[Cue, ...]:
    """Return the notice that the answer is about the part of the spine the patient has no trouble with."""
    mine = moment.patient.region
    if topic.region is None or mine in (None, Region.BOTH, topic.region):
        return ()
    return (cues.TopicForRegion(region=topic.region),)
