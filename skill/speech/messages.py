"""The words of a locale: a cue in, whole sentences out."""

from __future__ import annotations

import re
from enum import Enum, StrEnum
from functools import lru_cache
from pathlib import Path

from skill.domain import cues
from skill.domain.cues import Cue, Question
from skill.domain.movement.exercise import Form
from skill.domain.safety.screen_items import Asking, words_id
from skill.speech.breaths import in_breaths
from skill.speech.ftl import StrictBundle, Value
from skill.speech.locales import CONTENT, bundle_of, spoken_locale
from skill.speech.values import values_of

_WORD_STARTS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")

MOST_SENTENCES_KEPT = 4096
"""Sentences kept ready to be said again; all of a locale's usual ones are fewer than half of that."""

EXERCISE_WORDS: dict[type[Cue], str] = {
    cues.Setup: "setup",
    cues.Step: "step-{step_number}",
    cues.LevelStep: "{level}-step-{step_number}",
    cues.FormHow: "{form}-how",
    cues.Variant: "variant-{level}",
    cues.Breathing: "breathing",
    cues.Caution: "caution-{caution_number}",
    cues.Mistake: "mistake-{mistake_number}",
    cues.NotFor: "not-for-{reason_number}",
    cues.StopRule: "stop-rule",
    cues.Purpose: "purpose",
    cues.Muscles: "muscles",
    cues.Equipment: "equipment",
    cues.MovementHow: "how",
    cues.Up: "up",
    cues.Hold: "hold",
    cues.Down: "down",
}
"""The cues whose words are an attribute of the exercise's own message, or of its movement's."""

TOPIC_WORDS: dict[type[Cue], str | None] = {
    cues.TopicAnswer: None,
    cues.TopicMore: "more",
    cues.TopicName: "name",
}
"""The cues whose words are the topic's own message or an attribute of it: in a country with words of its own, `gb` for
the answer and `gb-more` for the longer part."""
LESSON_WORDS: frozenset[type[Cue]] = frozenset({cues.LessonOfTheDay})
"""The cues whose words are a lesson's own message."""
SCREEN_WORDS: dict[type[Cue], str] = {cues.Sign: "sign", cues.AskScreenList: "", cues.SignList: ""}
"""The cues whose words belong to a safety question or a list of them, and under which attribute."""


class Manner(StrEnum):
    """How a cue's words are wanted."""

    SAID = "said"
    WRITTEN = "written"
    """For the eye: the number to call is in one piece."""
    ASKED_AGAIN = "asked-again"
    """After silence: a question's `.reprompt`."""


class Messages:
    """The words of one locale, loaded once. Safe to share between threads."""

    def __init__(self, locale: str, content: Path = CONTENT) -> None:
        """Load the words of *locale*, or of the one spoken in its place (`skill.speech.locales`).

        Raise `ContentError` when a file cannot be split into entries, an id is there twice, or there are no words.
        """
        self.locale = spoken_locale(locale)
        self._bundle = bundle_of(content, self.locale)
        self._phrase = lru_cache(maxsize=MOST_SENTENCES_KEPT)(self._phrase_afresh)

    @property
    def bundle(self) -> StrictBundle:
        """Return the entries themselves: for checking them."""
        return self._bundle

    def say(self, cue: Cue) -> str:
        """Return the words of *cue*, as they are said. Raise `SpeechError` when there are none."""
        return self._phrase(cue, Manner.SAID)

    def write(self, cue: Cue) -> str:
        """Return the words of *cue*, as they are shown on a card or screen. Raise `SpeechError` when there are none."""
        return self._phrase(cue, Manner.WRITTEN)

    def reprompt(self, question: Question) -> str:
        """Return the words that ask *question* again after silence: its `.reprompt`, or else its usual ones."""
        return self._phrase(question, Manner.ASKED_AGAIN)

    def text(self, message_id: str, /, **values: Value) -> str:
        """Return a text of the web pages or guides by its id. Raise `SpeechError` when it is missing or incomplete."""
        return self._bundle.format(message_id, **values)

    def exercise_name(self, exercise_id: str) -> str:
        """Return the spoken name of an exercise. Raise `SpeechError` when it has none."""
        return self._bundle.format(exercise_id)

    def movement_name(self, movement_id: str) -> str:
        """Return the spoken name of a circuit's movement. Raise `SpeechError` when it has none."""
        return self._bundle.format(f"movement-{movement_id}")

    def topic_name(self, topic_id: str) -> str:
        """Return what a topic is called. Raise `SpeechError` when it has no name."""
        return self._bundle.format(topic_message_id(topic_id), "name")

    def choice_name(self, choice: Enum) -> str:
        """Return what a thing or a day of the week is called. Raise `SpeechError` when it has no name."""
        return self._bundle.format(f"{message_id_of(type(choice))}-{choice.value}")

    def number_to_call(self, digits: str) -> str:
        """Return how a telephone number is said: "nine nine nine", or its digits apart where nobody says otherwise."""
        name = f"call-{digits}"
        return self._bundle.format(name) if self._bundle.has(name) else " ".join(digits)

    def listed(self, names: tuple[str, ...]) -> str:
        """Return *names* as one list: "a, b and c"."""
        if not names:
            return self.text("list-empty")
        *before, text = names
        for position, name in enumerate(reversed(before)):
            text = self.text("list-more" if position else "list-two", first=name, rest=text)
        return text

    def _phrase_afresh(self, cue: Cue, manner: Manner) -> str:
        values = values_of(cue, self, written=manner is Manner.WRITTEN)
        message_id, attribute = source_of(cue)
        again = f"{attribute}-reprompt" if attribute else "reprompt"
        if manner is Manner.ASKED_AGAIN and self._bundle.has(message_id, again):
            attribute = again
        text = self._bundle.format(message_id, attribute, **values)
        if isinstance(cue, cues.TopicMore) and 1 <= cue.breath <= cue.breaths:
            return in_breaths(text, cue.breaths)[cue.breath - 1]
        return text


@lru_cache(maxsize=8)
def _loaded(locale: str) -> Messages:
    return Messages(locale)


def messages_for(locale: str) -> Messages:
    """Return the words for *locale*, loaded the first time and then shared."""
    return _loaded(spoken_locale(locale))


def message_id_of(kind: type[Cue | Enum]) -> str:
    """Return the id of a kind's own message: its name in kebab-case."""
    return _WORD_STARTS.sub("-", kind.__name__).lower()


def source_of(cue: Cue) -> tuple[str, str | None]:
    """Return the message and the attribute that hold the words of *cue*.

    How to set up without the floor is the same for all exercises, and so it is the coach's own message.
    """
    if isinstance(cue, cues.AskScreening) and cue.asking not in (Asking.CHECKED, Asking.APPROVED):
        return words_id(cue.item_id), None if cue.asking is Asking.ITEM else cue.asking.value
    if isinstance(cue, cues.AskScreenList):
        return words_id(cue.group_id), None
    if isinstance(cue, cues.SignList):
        return f"{words_id(cue.group_id)}-signs", None
    if isinstance(cue, cues.Sign):
        return words_id(cue.item_id), SCREEN_WORDS[cues.Sign]
    if isinstance(cue, cues.LessonOfTheDay):
        return f"lesson-{cue.lesson_id}", None
    if type(cue) in TOPIC_WORDS:
        return _topic_source_of(cue)
    attribute = EXERCISE_WORDS.get(type(cue))
    if attribute is None or (isinstance(cue, cues.Setup) and cue.form is Form.WITHOUT_FLOOR):
        return message_id_of(type(cue)), None
    fields = cues.values(cue)
    movement_id = fields.get("movement_id")
    owner = f"movement-{movement_id}" if movement_id else str(fields["exercise_id"])
    return owner, attribute.format_map(fields)


def topic_message_id(topic_id: str) -> str:
    """Return the id of a topic's message."""
    return f"topic-{topic_id}"


def _topic_source_of(cue: Cue) -> tuple[str, str | None]:
    fields, part = cues.values(cue), TOPIC_WORDS[type(cue)]
    country = str(fields["country"]).lower() if fields.get("country") else None
    attribute = "-".join(word for word in (country, part) if word) or None
    return topic_message_id(str(fields["topic_id"])), attribute
