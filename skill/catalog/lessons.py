"""What is worth knowing: a file of all lessons, and what their words must hold."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from skill.catalog.documents import ContentFile, Refused, collecting, unknown_sources
from skill.catalog.mistakes import Mistake, did_you_mean
from skill.catalog.speakable import problems_of_sentences
from skill.catalog.words import NAME, Words, plain_texts
from skill.domain.catalog.lessons import Lesson, LessonId
from skill.domain.movement.exercise import Phase, Region

PREFIX = "lesson-"
"""What a lesson's message begins with in Fluent; the rest is its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenLesson:
    """A lesson as its file has it, under its id."""

    phases: tuple[Phase, ...]
    region: Region
    source: tuple[str, ...]


def read_lessons(document: ContentFile, sources: Collection[str]) -> dict[LessonId, Lesson]:
    """Return the lessons by id, in the file's order. Raise `Refused` with every mistake."""
    mistakes: list[Mistake] = []
    lessons: dict[LessonId, Lesson] = {}
    for key in document.tree:
        with collecting(mistakes):
            written = document.read(WrittenLesson, document.tree[key], at=(key,))
            mistakes.extend(unknown_sources(document, (key, "source"), written.source, sources))
            if not written.phases or not written.source:
                mistakes.append(document.mistake((key,), "phases and source must each name at least one"))
                continue
            lessons[LessonId(key)] = Lesson(
                id=LessonId(key), phases=written.phases, region=written.region, source=written.source
            )
    if mistakes:
        raise Refused(*mistakes)
    return lessons


def mistakes_of_lesson_words(words: Words, lessons: Mapping[LessonId, Lesson]) -> Iterator[Mistake]:
    """Yield lessons without words, words without a lesson, and what cannot be followed by ear."""
    known = {f"{PREFIX}{key}" for key in lessons}
    for message in sorted(known - set(words.messages)):
        yield words.mistake(message, NAME, f"missing: {message.removeprefix(PREFIX)} of lessons.yaml has no words")
    for message in words.messages:
        if message not in known:
            yield words.mistake(message, NAME, f"no lesson has this name{did_you_mean(message, known)}")
    for message, attribute, text in plain_texts(words):
        yield from (words.mistake(message, attribute, problem) for problem in problems_of_sentences(text))
