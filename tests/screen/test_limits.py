"""Every exercise at every dose fits into an answer, sound and picture together; colors can be told apart."""

from __future__ import annotations

import json

import pytest

from skill.app.delivery import Channel, plan_delivery
from skill.dialogue.reply import Reply
from skill.domain import cues
from skill.domain.catalog.catalog import Catalog
from skill.domain.count.script import script_for
from skill.domain.movement.dose import Dose, Level
from skill.domain.movement.exercise import Region
from skill.domain.patient.patient import Patient
from skill.domain.patient.session import Session
from skill.domain.patient.state import State
from skill.domain.scenes.choices import COUNTING, choices_for
from skill.domain.scenes.scene import Figure, Look, Scene
from skill.screen.apl.document import document
from skill.screen.colors import PALETTES, TEXTS, contrast
from skill.screen.view import view_of
from skill.speech import apla
from skill.speech.messages import messages_for

MOST_BYTES = 60_000
"""A client measured 65,336 characters that Alexa took (docs/alexa-platform.md §1.1)."""
LEAST_CONTRAST = 4.5
"""WCAG AA, for text of any size."""


@pytest.mark.parametrize("level", list(Level))
def test_sound_and_picture_fit_into_one_answer(catalog: Catalog, level: Level) -> None:
    messages = messages_for("en-US")
    question = cues.AskHowItWas(region=Region.LOW_BACK)
    for exercise in catalog.exercises.values():
        dose = exercise.doses.at(level)
        if not isinstance(dose, Dose):
            continue
        script = script_for(exercise, dose, catalog.rules.count)
        reply = Reply(patient=Patient(), session=Session(), cues=(), question=question, script=script)
        delivery = plan_delivery(reply, messages, Channel.APLA)
        assert delivery is not None
        asked = Scene(
            look=Look.BODY_MAP,
            state=State.COUNTING,
            question=question,
            region=Region.LOW_BACK,
            choices=choices_for(question, catalog.rules.zones.__getitem__),
        )
        scene = Scene(
            look=Look.COUNT,
            state=State.COUNTING,
            figure=Figure(exercise_id=exercise.id),
            script=script,
            choices=COUNTING,
            afterwards=asked,
        )
        view = view_of(scene, messages, delivery)
        sounds = [
            apla.document(messages, part, messages.say(closing))
            for part, closing in zip(delivery.parts, delivery.closing, strict=False)
        ]
        size = sum(len(json.dumps(one, separators=(",", ":")).encode()) for one in (document(view), view, *sounds))
        assert size < MOST_BYTES, f"{exercise.id}: {size}"


@pytest.mark.parametrize("theme", list(PALETTES))
def test_letters_stand_out_from_what_is_behind_them(theme: str) -> None:
    palette = next(colors for name, colors in PALETTES.items() if name == theme)
    for letters, behind in TEXTS:
        assert contrast(palette[letters], palette[behind]) >= LEAST_CONTRAST, f"{letters} on {behind}"
