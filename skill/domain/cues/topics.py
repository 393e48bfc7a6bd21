"""Answers to questions: each topic's words, the offer to hear more, and the way back."""

from __future__ import annotations

from skill.domain.catalog.topics import TopicId
from skill.domain.cues.cue import Cue, Question, cue
from skill.domain.movement.exercise import ExerciseId, Region


@cue
class TopicAnswer(Cue):
    """The short answer."""

    topic_id: TopicId
    country: str | None
    """Set where the topic has words of its own in this country."""
    emergency_number: str


@cue
class TopicMore(Cue):
    """The longer part of the answer: whole, or one breath of it."""

    topic_id: TopicId
    country: str | None
    emergency_number: str
    breath: int = 0
    """Which one, from 1; 0 for the whole."""
    breaths: int = 1
    """In how many it is said."""


@cue
class TopicName(Cue):
    """What the topic is called: the head of its card."""

    topic_id: TopicId


@cue
class TopicForRegion(Cue):
    """The answer is about one part of the spine, and the patient's is the other."""

    region: Region


@cue
class TopicsToAsk(Cue):
    """Related topics, by name."""

    topic_ids: tuple[TopicId, ...]


@cue
class UnknownTopic(Cue):
    """That question has no answer here; who would know."""


@cue
class AskMore(Question):
    """Do you want to hear more?"""


@cue
class BackToIt(Cue):
    """The answer is over; what follows is where the dialogue was."""


@cue
class Muscles(Cue):
    """Which muscles an exercise works."""

    exercise_id: ExerciseId


@cue
class Equipment(Cue):
    """What is needed for an exercise."""

    exercise_id: ExerciseId
