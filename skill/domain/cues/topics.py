"""Answers to questions: each topic's words, the offer to hear more, and the way back."""

from __future__ import annotations

from skill.domain.cues.cue import Cue, Question, words
from skill.domain.exercise import ExerciseId, Region
from skill.domain.topics import TopicId


@words
class TopicAnswer(Cue):
    """The short answer."""

    topic_id: TopicId
    country: str | None
    """Set where the topic has words of its own in this country."""
    emergency_number: str


@words
class TopicMore(Cue):
    """The longer part of the answer."""

    topic_id: TopicId
    country: str | None
    emergency_number: str


@words
class TopicName(Cue):
    """What the topic is called: the head of its card."""

    topic_id: TopicId


@words
class TopicForRegion(Cue):
    """The answer is about one part of the spine, and the patient's is the other."""

    region: Region


@words
class TopicsToAsk(Cue):
    """Related topics, by name."""

    topic_ids: tuple[TopicId, ...]


@words
class UnknownTopic(Cue):
    """That question has no answer here; who would know."""


@words
class AskMore(Question):
    """Do you want to hear more?"""


@words
class BackToIt(Cue):
    """The answer is over; what follows is where the dialogue was."""


@words
class Muscles(Cue):
    """Which muscles an exercise works."""

    exercise_id: ExerciseId


@words
class Equipment(Cue):
    """What is needed for an exercise."""

    exercise_id: ExerciseId
