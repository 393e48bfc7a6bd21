"""What must not be kept is in no byte of the real database and in no line of the log, in each mode."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from skill.alexa.endpoint import Endpoint
from skill.app.keys import PatientKeys
from skill.bootstrap import build
from skill.config import Settings
from skill.domain.catalog.catalog import Catalog
from skill.simulator.clock import MovableClock
from skill.simulator.device import Device, SlotValue
from skill.simulator.heard import Heard
from tests.alexa.stations import slot

ZONE_IDS = ("below-knee", "buttock", "thigh")
SYMPTOMS = (*ZONE_IDS, "symptom-reported", "exercise-judged", "next-day-reported", '"zone"', '"strength"', "baselines")
SCREENING = ('"answers"', '"S9"', '"S11"', '"unsure"')
CARE = ("care-advised", "emergency", "seek-today", "saddle-numbness")

Coached = tuple[Device, Callable[[], bytes]]


@pytest.fixture
def coached(tmp_path: Path, catalog: Catalog, clock: MovableClock, request: pytest.FixtureRequest) -> Coached:
    """A device on a real SQLite file in a mode, and what reads all that is kept: each byte, and what its key opens."""
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
    application = build(settings, catalog=catalog, clock=clock)
    skill, store = Endpoint(application.skill), application.store
    device = Device(lambda envelope: json.loads(skill.answer(json.dumps(envelope).encode())), clock)

    def kept() -> bytes:
        patient = PatientKeys(settings.secret or b"").of(device.user_id)
        document = store.load(patient, "looking", clock()).document or ""
        facts = [f"{one.kind} {one.data}" for one in store.facts(patient, datetime.min.replace(tzinfo=UTC))]
        raw = [file.read_bytes() for file in path.parent.iterdir()]
        return b"".join([*raw, document.encode(), *(fact.encode() for fact in facts)])

    return device, kept


def traces(kept: bytes, log: pytest.LogCaptureFixture, *words: str) -> list[str]:
    """Return those of *words* that are kept or logged; the log shows no word of any symptom, in any mode."""
    logged = [word for word in (*ZONE_IDS, "calf") if word in log.text]
    return [word for word in words if word.encode() in kept] + logged


def screen(device: Device) -> None:
    """Open, and answer the lists of safety questions for the low back."""
    device.launch()
    device.intent("SetRegionIntent", slot("region", "low-back"))
    for _ in range(5):
        device.intent("AMAZON.NoIntent")
    device.intent("AMAZON.YesIntent")


def report(device: Device, place: str, strength: int) -> Heard:
    """Say where it is and how strong."""
    number = {"number": SlotValue(heard=str(strength), kind="AMAZON.NUMBER")}
    return device.intent("ReportPlaceIntent", {**slot("place", place), **number})


def exercise(device: Device) -> None:
    """Get down to the floor, and do the first exercise to its end."""
    device.intent("AMAZON.YesIntent")
    device.intent("ReadyIntent")
    device.wait(120)


@pytest.mark.parametrize("coached", ["durable"], indirect=True)
@pytest.mark.parametrize("consent", [True, False], ids=["agreed", "refused"])
def test_durable_keeps_reports_of_those_who_agreed_only(
    coached: Coached, consent: bool, caplog: pytest.LogCaptureFixture
) -> None:
    device, kept = coached
    with caplog.at_level(logging.DEBUG):
        screen(device)
        assert traces(kept(), caplog, *SCREENING) == []
        report(device, "below-knee", 5)
        exercise(device)
        report(device, "buttock", 3)
        device.intent("AMAZON.NoIntent")
        device.intent("SkipIntent")
        asked = device.intent("SkipIntent")
        assert "May I keep your answers" in asked.text
        assert traces(kept(), caplog, *SYMPTOMS) == []
        device.intent("AMAZON.YesIntent" if consent else "AMAZON.NoIntent")

    assert traces(kept(), caplog, "symptom-reported") == (["symptom-reported"] if consent else [])
    assert traces(kept(), caplog, *SYMPTOMS) == [] or consent

    device.launch()
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
        report(device, "thigh", 5)
        assert traces(kept(), caplog, *SYMPTOMS) == []
        exercise(device)
        report(device, "below-knee", 5)
        told = device.intent("AMAZON.NoIntent")

        assert "before you do more" in told.text
        assert traces(kept(), caplog, *SYMPTOMS, *SCREENING, '"worse"') == []


@pytest.mark.parametrize("coached", ["policy-safe"], indirect=True)
def test_policy_safe_keeps_nothing_about_symptoms(coached: Coached, caplog: pytest.LogCaptureFixture) -> None:
    device, kept = coached
    with caplog.at_level(logging.DEBUG):
        device.launch()
        device.intent("SetRegionIntent", slot("region", "low-back"))
        for _ in range(6):
            device.intent("AMAZON.ResumeIntent")
        exercise(device)
        device.intent("ReportPlaceIntent", slot("place", "below-knee"))
        stopped = device.intent("AMAZON.StopIntent")
        held = device.intent("RedFlagIntent", slot("red_flag", "saddle-numbness"))

    assert "Also stop for new numbness" in stopped.text
    assert held.text.startswith("Stop now.")
    assert traces(kept(), caplog, *SYMPTOMS, *SCREENING, *CARE, '"worse"', '"stopped"') == []
