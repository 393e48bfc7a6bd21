"""The labels of the screen: what stands there beside the words that are said."""

from __future__ import annotations

from skill.domain.count.script import Place, Stage
from skill.domain.movement.dose import Dose
from skill.domain.movement.exercise import Region, Side
from skill.domain.scenes.choices import Act, Choice
from skill.domain.scenes.scene import Figure, Look
from skill.speech.messages import Messages

BETWEEN = " · "
TITLED = (
    Look.PLAN,
    Look.SAFETY,
    Look.BODY_MAP,
    Look.SCALE,
    Look.PROGRESS,
    Look.DONE,
    Look.HELD,
    Look.EMERGENCY,
)
"""The looks with a heading of their own; the others have the exercise's name, or the coach's."""


def label_of(choice: Choice, region: Region | None, messages: Messages) -> str:
    """Return what stands on a choice."""
    if choice.act is Act.NUMBER:
        return choice.value
    if choice.act is Act.ZONE:
        return messages.text(f"screen-choice-{choice.name}", region=(region or Region.LOW_BACK).value)
    return messages.text(f"screen-choice-{choice.name}")


def name_of(figure: Figure, messages: Messages) -> str:
    """Return the name of an exercise, or of a circuit's movement, as a heading."""
    if figure.movement_id:
        name = messages.movement_name(figure.movement_id)
    else:
        name = messages.exercise_name(figure.exercise_id)
    return name[:1].upper() + name[1:]


def place_label(place: Place, dose: Dose, side: Side | None, messages: Messages, *, with_rep: bool) -> str:
    """Return where in an exercise a place is: "Set 1 of 2 · Left side"; *with_rep* where no number says it."""
    parts = [messages.text("screen-set-of", number=place.set_number, of=dose.sets)] if dose.sets > 1 else []
    if side is not None:
        parts.append(messages.text(f"screen-side-{side.value}"))
    if with_rep and dose.reps > 1:
        parts.append(messages.text("screen-reps-of", number=place.rep_number, of=dose.reps))
    return BETWEEN.join(parts)


def stage_label(stage: Stage, messages: Messages, *, minutes: bool) -> str:
    """Return what is done in a stage."""
    return messages.text("screen-stage-minute" if minutes else f"screen-stage-{stage.value}")
