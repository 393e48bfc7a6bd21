"""Where what was said comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from skill.dialogue.count import counting
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.movement.exercise import ExerciseId

BACKGROUND = "general-knowledge"
"""The source that is none: what the profession knows."""
_ARTICLE = "SEED"
"""The source article, which the whole program follows: another source says more, and is named first."""


def where_from(moment: Moment) -> Reply:
    """Name the source of whatever was said last; all of its sources, with year and address, go on the card."""
    keys = _sources_of(moment, (*moment.said.cues[::-1],))
    if not keys:
        return counting.say_and_wait(moment, cues.NoSourceNeeded())
    named = [moment.catalog.sources[key] for key in sorted(keys, key=_ARTICLE.__eq__) if key != BACKGROUND]
    if not named:
        return counting.say_and_wait(moment, cues.ComesFromBackground())
    reply = counting.say_and_wait(moment, cues.ComesFrom(source=named[0].spoken))
    card = tuple(
        cues.SourceOnCard(source=one.name, year=str(one.year) if one.year else None, address=one.url) for one in named
    )
    return replace(reply, to_read=card, card_title=cues.SourcesTitle())


def _sources_of(moment: Moment, said: Iterable[Cue]) -> tuple[str, ...]:
    """Return the source keys of the last of *said*, the latest first, that has any."""
    catalog = moment.catalog
    for cue in said:
        match cue:
            case cues.LessonOfTheDay() if cue.lesson_id in catalog.lessons:
                return catalog.lessons[cue.lesson_id].source
            case cues.TopicAnswer() | cues.TopicMore() if cue.topic_id in catalog.topics:
                return catalog.topics[cue.topic_id].source
            case _:
                exercise_id: ExerciseId | None = getattr(cue, "exercise_id", None)
                if exercise_id is not None and exercise_id in catalog.exercises:
                    return catalog.exercises[exercise_id].sources
    return ()
