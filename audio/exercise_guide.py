"""The recording of one exercise at one level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from audio.guide import Guide, GuidePart
from audio.intro_outro import before_the_first, farewell, introduction
from audio.parts import ExerciseParts, said
from skill.domain import cues
from skill.domain.catalog.count_rules import CountRules
from skill.domain.catalog.recordings import Edition, exercise_guide_id
from skill.domain.movement.dose import Level
from skill.domain.movement.exercise import Exercise, Position, Section
from skill.speech.messages import Messages

LEVELS = (Level.STANDARD, Level.BEGINNER, Level.PROGRESSED)
"""In the order of the guides: the usual one first."""


def exercise_guide(
    messages: Messages,
    exercise: Exercise,
    level: Level,
    rules: CountRules,
    *,
    emergency_number: str,
    track_number: int,
    edition: Edition = Edition.FULL,
) -> Guide:
    """Return the guide of *exercise* at *level*, in one of its editions."""
    name = messages.exercise_name(exercise.id)
    title = messages.text("guide-title-exercise", exercise=name, level=level)
    is_daily = edition is Edition.DAILY
    purpose = messages.say(cues.Purpose(exercise_id=exercise.id))
    who = messages.text("guide-who", region=exercise.region, phase=exercise.phases[0])
    parts = ExerciseParts(
        messages=messages,
        exercise=exercise,
        level=level,
        region=exercise.region,
        emergency_number=emergency_number,
        rules=rules,
        brief=is_daily,
    )
    return Guide(
        id=exercise_guide_id(exercise.id, level, edition),
        title=messages.text("guide-title-daily", title=title) if is_daily else title,
        name=name,
        summary=f"{purpose} {who}",
        section=exercise.section,
        phases=exercise.phases,
        region=exercise.region,
        level=level,
        figure=exercise.id,
        track_number=track_number,
        edition=edition,
        parts=tuple(_daily(parts, title) if is_daily else _parts(parts, title, (purpose, who))),
    )


def _parts(parts: ExerciseParts, title: str, who: Sequence[str]) -> Iterator[GuidePart]:
    messages, exercise = parts.messages, parts.exercise
    yield from introduction(messages, parts.emergency_number, title, who)
    yield from parts.who_should_not()
    first, *rest = parts.stop_rule()
    yield from (replace(first, chapter=messages.text("guide-chapter-stop-rule")), *rest)
    gentlest = exercise.section is Section.RECOVERY and parts.level is Level.BEGINNER
    yield from before_the_first(messages, gentlest=gentlest)
    if exercise.position is Position.IN_WATER:
        yield said(messages.text("swim-beforehand"))
    yield from (*parts.how(), *parts.work(), *parts.questions())
    often = {"times_per_day": parts.dose.times_per_day, "days_per_week": parts.dose.days_per_week}
    yield said(messages.text("guide-dose-again", **often), chapter=messages.text("guide-chapter-close"))
    yield from farewell(messages)


def _daily(parts: ExerciseParts, title: str) -> Iterator[GuidePart]:
    """Yield what is said every day: title, one line on safety, into place, the count, one closing check."""
    messages, exercise = parts.messages, parts.exercise
    yield said(f"{title}.", chapter=messages.text("guide-chapter-setup"))
    yield said(messages.text("guide-daily-safety"))
    if exercise.position is Position.IN_WATER:
        yield said(messages.text("swim-beforehand"))
    yield said(messages.say(cues.Setup(exercise_id=exercise.id)))
    yield from parts.work()
    yield parts.closing_check()
