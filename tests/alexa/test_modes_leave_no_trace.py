"""What must not be kept is in no byte of the real database and in no line of the log, in each mode."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from skill.alexa.endpoint import Endpoint
from skill.bootstrap import build
from skill.config import Settings
from skill.domain.catalog.catalog import Catalog
from skill.simulator.clock import MovableClock
from skill.simulator.device import Device, SlotValue
from tests.alexa.stations import slot

ZONE_IDS = ("below-knee", "buttock", "thigh")
SYMPTOMS = (*ZONE_IDS, "symptom-reported", "exercise-judged", "next-day-reported", '"zone"', '"strength"', "baselines")
SCREENING = ('"answers"', '"S9"', '"S11"', '"unsure"')
CARE = ("care-advised", "emergency", "seek-today", "saddle-numbness")

Coached = tuple[Device, Callable[[], bytes]]


@pytest.fixture
def coached(tmp_path: Path, catalog: Catalog, clock: MovableClock, request: pytest.FixtureRequest) -> Coached:
    """A device on a real SQLite file in a mode, and what reads every byte that is kept."""
    path = tmp_path / "kept" / "coach.db"
    path.parent.mkdir()
    settings = Settings.read(
        {
            "SPINE_COACH_SECRET": "not a secret at all, for tests only",
            "SPINE_COACH_DATABASE_URL": f"sqlite:///{path}",
            "SPINE_COACH_SYMPTOMS": request.param,
        },
        local=True,
    )
    skill = Endpoint(build(settings, catalog=catalog, clock=clock).skill)
    device = Device(lambda envelope: json.loads(skill.answer(json.dumps(envelope).encode())), clock)
    return device, lambda: b"".join(file.read_bytes() for file in path.parent.iterdir())


def traces(kept: bytes, log: pytest.LogCaptureFixture, *words: str) -> list[str]:
    """Return those of *words* that are kept or logged; the log shows no word of any symptom, in any mode."""
    logged = [word for word in (*ZONE_IDS, "calf") if word in log.text]
    return [word for word in words if word.encode() in kept] + logged


def screen(device: Device) -> None:
    """Open, and answer the safety questions for the low back: one of them with yes and checked, one with not sure."""
    device.launch()
    device.intent("SetRegionIntent", slot("region", "low-back"))
    device.intent("AMAZON.YesIntent")
    for _ in range(6):
        device.intent("AMAZON.NoIntent")


def report(device: Device, place: str, strength: int) -> None:
    """Say where it is, how strong, and that nothing is new."""
    number = {"number": SlotValue(heard=str(strength), kind="AMAZON.NUMBER")}
    device.intent("ReportPlaceIntent", {**slot("place", place), **number})
    device.intent("AMAZON.NoIntent")


def exercise(device: Device) -> None:
    """Answer what is left of the safety questions, tell how it is, do the first exercise, and tell again."""
    for _ in range(7):
        device.intent("AMAZON.NoIntent")
    device.intent("AMAZON.YesIntent")
    device.intent("AMAZON.YesIntent")


@pytest.mark.parametrize("coached", ["durable"], indirect=True)
@pytest.mark.parametrize("consent", [True, False], ids=["agreed", "refused"])
def test_durable_keeps_reports_of_those_who_agreed_only(
    coached: Coached, consent: bool, caplog: pytest.LogCaptureFixture
) -> None:
    device, kept = coached
    with caplog.at_level(logging.DEBUG):
        screen(device)
        assert traces(kept(), caplog, *SCREENING) == []
        exercise(device)
        device.intent("AMAZON.YesIntent" if consent else "AMAZON.NoIntent")
        device.intent("AMAZON.YesIntent")
        report(device, "below-knee", 5)
        device.intent("ReadyIntent")
        device.intent("DoneIntent")
        report(device, "buttock", 3)

    assert traces(kept(), caplog, "symptom-reported") == (["symptom-reported"] if consent else [])
    assert traces(kept(), caplog, *SYMPTOMS) == [] or consent

    device.intent("ForgetAnswersIntent")
    device.intent("AMAZON.StopIntent")
    device.launch()
    assert traces(kept(), caplog, "symptom-reported", "exercise-judged", *ZONE_IDS) == []


@pytest.mark.parametrize("coached", ["session"], indirect=True)
def test_session_keeps_no_answer_while_it_uses_it(coached: Coached, caplog: pytest.LogCaptureFixture) -> None:
    device, kept = coached
    with caplog.at_level(logging.DEBUG):
        screen(device)
        assert traces(kept(), caplog, *SCREENING) == []
        exercise(device)
        device.intent("AMAZON.YesIntent")
        report(device, "thigh", 5)
        assert traces(kept(), caplog, *SYMPTOMS) == []
        device.intent("ReadyIntent")
        device.intent("DoneIntent")
        device.intent("ReportPlaceIntent", slot("place", "below-knee"))
        number = {"number": SlotValue(heard="5", kind="AMAZON.NUMBER")}
        device.intent("NumberIntent", number)
        told = device.intent("AMAZON.NoIntent")

        assert "before you do more" in told.text
        assert traces(kept(), caplog, *SYMPTOMS, *SCREENING, '"worse"') == []


@pytest.mark.parametrize("coached", ["policy-safe"], indirect=True)
def test_policy_safe_keeps_nothing_about_symptoms(coached: Coached, caplog: pytest.LogCaptureFixture) -> None:
    device, kept = coached
    with caplog.at_level(logging.DEBUG):
        device.launch()
        device.intent("SetRegionIntent", slot("region", "low-back"))
        device.intent("AMAZON.YesIntent")
        device.intent("AMAZON.ResumeIntent")
        device.intent("AMAZON.ResumeIntent")
        device.intent("AMAZON.YesIntent")
        device.intent("ReadyIntent")
        device.intent("DoneIntent")
        device.intent("ReportPlaceIntent", slot("place", "below-knee"))
        stopped = device.intent("AMAZON.StopIntent")
        held = device.intent("RedFlagIntent", slot("red_flag", "saddle-numbness"))

    assert "Also stop for new numbness" in stopped.text
    assert held.text.startswith("Stop now.")
    assert traces(kept(), caplog, *SYMPTOMS, *SCREENING, *CARE, '"worse"', '"stopped"') == []
