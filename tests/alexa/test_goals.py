"""A patient's own words are spoken and never obeyed, kept out of logs and history, and gone when deleted."""

from __future__ import annotations

import logging
from datetime import UTC, datetime

import pytest

from skill.app.ports import PatientKey
from skill.bootstrap import Application
from skill.domain.history.goals import MOST_LETTERS
from skill.simulator.device import Device, SlotValue
from tests.alexa.responses import complaints

NASTY = 'carry </speak><audio src="x"/> & ${payload.evil} "Grandma\'s" \x00 bag'
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def set_goal(device: Device, words: str) -> str:
    device.launch()
    return device.intent("SetGoalIntent", {"goal": SlotValue(heard=words, kind="AMAZON.SearchQuery")}).text


def key_of(application: Application, device: Device) -> PatientKey:
    return application.keys.of(device.user_id)


def test_whatever_is_in_the_words_is_only_spoken(device: Device) -> None:
    set_goal(device, NASTY)
    ssml = device.last_response["response"]["outputSpeech"]["ssml"]

    assert complaints(device.last_response) == []
    assert "<audio" not in ssml
    assert ssml.count("</speak>") == 1
    assert "&lt;audio" in ssml


def test_words_are_kept_in_part_when_they_go_on_and_on(device: Device) -> None:
    said = set_goal(device, "walk " * 2000)

    assert complaints(device.last_response) == []
    assert len(said) < 4 * MOST_LETTERS


def test_words_are_in_no_log_and_not_in_the_history(
    application: Application, device: Device, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        set_goal(device, "dance at the wedding")
        device.intent("NumberIntent", {"number": SlotValue(heard="3", kind="AMAZON.NUMBER")})
    facts = application.store.facts(key_of(application, device), EPOCH)

    assert [fact.kind for fact in facts] == ["goal-rated"]
    assert "wedding" not in caplog.text + repr(facts)


def test_a_deleted_goal_leaves_nothing_of_its_words(application: Application, device: Device) -> None:
    set_goal(device, "dance at the wedding")
    device.intent("DropGoalIntent")
    device.intent("AMAZON.HelpIntent")
    document = application.store.load(key_of(application, device), "looking", application.clock()).document

    assert document is not None
    assert "wedding" not in document
