"""The topics that can be asked about: a file for each family, and what their words must hold."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from pathlib import PurePosixPath

from skill.catalog.documents import ContentFile, Refused, collecting, unknown_sources
from skill.catalog.mistakes import Mistake, did_you_mean, unknown
from skill.catalog.speakable import problems_of_sentences, problems_of_words
from skill.catalog.words import NAME, Words, plain_texts
from skill.domain.catalog.topics import Family, Topic, TopicId
from skill.domain.movement.exercise import Region

PREFIX = "topic-"
"""What a topic's message begins with in Fluent; the rest is its id."""
TITLE = "name"
MORE = "more"
WORDS_IN_A_BREATH = 40
"""About so many words of a longer answer are said before the next offer, so that no turn is longer than sixty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenTopic:
    """A topic as its file has it, under its id."""

    source: tuple[str, ...]
    related: tuple[TopicId, ...] = ()
    region: Region | None = None
    countries: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for country in self.countries:
            if not (len(country) == 2 and country.isalpha() and country.isupper()):
                raise ValueError(f"countries are written as two capital letters, such as GB, not {country!r}")


def read_topics(documents: Sequence[ContentFile], sources: Collection[str]) -> dict[str, Topic]:
    """Return the topics of *documents*, one for each family, by id. Raise `Refused` with every mistake in them."""
    mistakes: list[Mistake] = []
    places: dict[str, ContentFile] = {}
    topics: dict[str, Topic] = {}
    for document in documents:
        family = PurePosixPath(document.path).stem
        if family not in set(Family):
            mistakes.append(document.mistake((), unknown("family", family, list(Family))))
            continue
        for key in document.tree:
            if key in places:
                mistakes.append(document.mistake((key,), f"this topic is in {places[key].path} too"))
            places.setdefault(key, document)
            with collecting(mistakes):
                written = document.read(WrittenTopic, document.tree[key], at=(key,))
                mistakes.extend(unknown_sources(document, (key, "source"), written.source, sources))
                topics[key] = _topic(TopicId(key), Family(family), written)
    mistakes.extend(_strangers(topics, places))
    if mistakes:
        raise Refused(*mistakes)
    return topics


def mistakes_of_topic_words(words: Words, topics: Mapping[str, Topic]) -> Iterator[Mistake]:
    """Yield what a topic cannot be answered without, what belongs to none, and what cannot be followed by ear."""
    for topic in topics.values():
        message = f"{PREFIX}{topic.id}"
        for attribute in _needed(topic):
            if attribute not in words.messages.get(message, {}):
                yield words.mistake(
                    message, attribute, f"missing: {topic.id} of topics/{topic.family}.yaml is asked for"
                )
    known = {f"{PREFIX}{topic.id}": _needed(topic) for topic in topics.values()}
    for message, texts in words.messages.items():
        if message not in known:
            yield words.mistake(message, NAME, f"no topic has this name{did_you_mean(message, known)}")
            continue
        for attribute in texts:
            if attribute not in known[message]:
                yield words.mistake(message, attribute, f"unknown attribute{did_you_mean(attribute, known[message])}")
    for message, attribute, text in plain_texts(words):
        check = problems_of_words if attribute == TITLE else problems_of_sentences
        yield from (words.mistake(message, attribute, problem) for problem in check(text))


def in_breaths(words: Words, topics: Mapping[str, Topic]) -> dict[str, Topic]:
    """Return *topics* that know in how many breaths the longer part of their answer is said, by its longest words."""
    lengths: dict[str, int] = {}
    for message, attribute, text in plain_texts(words):
        if attribute.split("-")[-1] == MORE:
            lengths[message] = max(lengths.get(message, 0), len(text.split()))
    return {
        key: replace(topic, breaths=max(1, ceil(lengths.get(f"{PREFIX}{key}", 0) / WORDS_IN_A_BREATH)))
        for key, topic in topics.items()
    }


def _topic(topic_id: TopicId, family: Family, written: WrittenTopic) -> Topic:
    return Topic(
        id=topic_id,
        family=family,
        source=written.source,
        related=written.related,
        region=written.region,
        countries=written.countries,
    )


def _strangers(topics: Mapping[str, Topic], places: Mapping[str, ContentFile]) -> Iterator[Mistake]:
    """Yield topics that are named as related and are none."""
    for key, topic in topics.items():
        for index, other in enumerate(topic.related):
            if other not in places or other == key:
                yield places[key].mistake((key, "related", index), unknown("topic", other, places))


def _needed(topic: Topic) -> tuple[str, ...]:
    own = (attribute for country in topic.countries for attribute in (country.lower(), f"{country.lower()}-{MORE}"))
    return (NAME, TITLE, MORE, *own)
