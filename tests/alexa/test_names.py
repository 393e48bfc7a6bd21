"""What the patient wants to be called: optional, escaped, forgettable, and nothing but a name."""

from __future__ import annotations

import pytest

from skill.alexa.turn import Slot, Turn
from skill.domain.patient.patient import Patient
from skill.domain.patient.state import State
from skill.simulator.device import Device, SlotValue
from tests.alexa.responses import complaints
from tests.alexa.stations import WAYS


def called(device: Device, name: str) -> str:
    return device.intent("SetNameIntent", {"name": SlotValue(heard=name, kind="AMAZON.FirstName")}).text


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("ann", "Ann"),
        ("mary lou", "Mary Lou"),
        ("o'neill", "O'neill"),
        ("jean-luc", "Jean-luc"),
        ("zoë", "Zoë"),
        ("<break/>", None),
        ("ann & bob", None),
        ("{ $visits }", None),
        ("7", None),
        ("?", None),
        ("a" * 31, None),
    ],
)
def test_a_name_is_words_and_no_more(said: str, name: str | None) -> None:
    turn = Turn(
        kind="IntentRequest", request_id="1", locale="en-US", user_id="u", slots={"name": Slot(heard=said, id=None)}
    )

    assert turn.heard_name("name") == name


def test_the_name_greets_until_it_is_forgotten(device: Device) -> None:
    WAYS[State.OFFERING_ROUTINE](device)

    assert "Okay, Ann." in called(device, "ann")
    assert ", Ann. " in device.launch().text
    assert "forgotten your name" in device.intent("ForgetNameIntent").text
    assert "Ann" not in device.launch().text


def test_what_is_no_name_asks_back(device: Device) -> None:
    WAYS[State.OFFERING_ROUTINE](device)

    assert called(device, "<audio src='x'/>") == "What shall I call you?"
    assert complaints(device.last_response) == []


def test_the_name_is_in_no_repr() -> None:
    assert "Ann" not in repr(Patient(name="Ann"))
