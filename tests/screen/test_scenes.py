"""What every scene holds to, in every state: nothing is shown that is not said, and every choice means something."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from interaction_model.source import read_source
from skill.alexa.routes import ROUTES
from skill.alexa.touch import INTENTS, Touch
from skill.bootstrap import Application, build
from skill.config import Settings
from skill.domain.catalog.catalog import Catalog
from skill.domain.patient.state import State
from skill.domain.scenes.choices import ABOUT_HEALTH, Act
from skill.domain.scenes.scene import Look
from skill.screen.view import texts_of
from skill.simulator.clock import MovableClock
from skill.simulator.device import Device
from skill.simulator.heard import hear
from skill.speech.locales import CONTENT
from skill.speech.messages import messages_for
from skill.storage import open_store
from tests.alexa.stations import WAYS
from tests.by_heart import InMemoryEndpoint
from tests.screen.touching import choices, touch_through, views

Endpoint = Callable[[dict], dict]
Json = dict
MOST_BYTES = 60_000
"""A client measured 65,336 characters that Alexa took (docs/alexa-platform.md §1.1)."""


@pytest.fixture
def device(endpoint: Endpoint, clock: MovableClock) -> Device:
    """An Echo Show."""
    return Device(endpoint, clock, screen=True)


@pytest.fixture(params=list(WAYS), ids=[state.value for state in WAYS])
def state(request: pytest.FixtureRequest, device: Device) -> State:
    """Each state of the conversation, with the device brought there by talking."""
    WAYS[request.param](device)
    return request.param


def test_there_is_a_scene(state: State, device: Device) -> None:
    for view in views(device):
        assert view["look"] in set(Look)
        assert view["title"]


def test_its_words_are_said_or_are_labels_or_names(state: State, device: Device, catalog: Catalog) -> None:
    response = device.last_response["response"]
    heard = hear(response)
    card = (response.get("card") or {}).get("content", "")
    spoken = _plain(f"{heard.text} {heard.reprompt_text} {card}")
    labels = _labels(catalog)
    for view in views(device):
        for text in texts_of(view):
            parts = [part for part in text.split(" · ") if part]
            assert all(_plain(part) in spoken or _is_label(part, labels) for part in parts), text


def test_every_choice_is_routed_there_and_in_the_model(state: State, device: Device) -> None:
    intents = read_source("en-US").meanings.intents
    for view in views(device):
        for choice in choices(view):
            where = State(view["state"])
            touch = Touch(act=Act(choice["act"]), value=choice["value"], state=where)
            assert (touch.intent, where) in ROUTES or (touch.intent, None) in ROUTES
            if touch.slot:
                assert touch.slot[0] in intents[touch.intent].slots


def test_the_first_choice_can_be_touched_and_is_answered(state: State, device: Device) -> None:
    view = views(device)[-1]
    if not choices(view) or not device.in_session:
        return
    first = choices(view)[0]
    heard = device.choose(first["act"], first["value"], ms=10**6)

    assert heard.text
    assert "Something went wrong" not in heard.text


def test_document_and_data_stay_within_what_alexa_takes(state: State, device: Device) -> None:
    assert len(json.dumps(device.last_response, separators=(",", ":")).encode()) < MOST_BYTES


def test_a_device_without_a_screen_gets_none(endpoint: Endpoint, clock: MovableClock) -> None:
    device = Device(endpoint, clock)
    device.launch()

    assert device.shown is None


def test_every_act_stands_for_an_intent() -> None:
    assert set(INTENTS) == set(Act)


class TestWhereNothingMayBeAsked:
    """SPINE_COACH_SYMPTOMS=policy-safe."""

    @pytest.fixture
    def application(self, catalog: Catalog, clock: MovableClock) -> Application:
        environment = {
            "SPINE_COACH_SECRET": "not a secret at all, for tests only",
            "SPINE_COACH_SYMPTOMS": "policy-safe",
        }
        settings = Settings.read(environment, local=True)
        return build(settings, catalog=catalog, store=open_store("memory:"), clock=clock)

    def test_no_scene_takes_or_shows_a_health_answer(self, application: Application, clock: MovableClock) -> None:
        device = Device(InMemoryEndpoint(application), clock, screen=True)
        seen = touch_through(device, until=Look.DONE)
        device.launch()
        device.intent("ProgressIntent")
        seen += views(device)
        assert {Look.COUNT, Look.PROGRESS} <= {view["look"] for view in seen}
        for view in seen:
            assert view["look"] not in (Look.BODY_MAP, Look.SCALE)
            assert not {one["act"] for one in choices(view)} & ABOUT_HEALTH - {Act.REGION}


def test_nothing_about_anybody_is_left_standing_at_the_end(device: Device) -> None:
    WAYS[State.CHECKING](device)
    device.intent("AMAZON.StopIntent")
    (view,) = views(device)

    assert view["look"] in (Look.FAREWELL, Look.DONE)
    assert not view["choices"]
    assert not view.get("lines")


def _plain(text: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in text).lower().split())


def _labels(catalog: Catalog) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the labels and names, and what those labels begin with that have a number or a name in them."""
    messages = messages_for("en-US")
    text = (CONTENT / "locales" / "en-US" / "screen.ftl").read_text("utf-8")
    lines = [line.split("=", 1)[-1].split("]", 1)[-1] for line in text.splitlines() if line[:1] not in ("", "#", "}")]
    whole = {_plain(line) for line in lines if "{" not in line}
    names = {_plain(messages.exercise_name(one)) for one in catalog.exercises}
    begun = tuple(_plain(line.split("{")[0]) for line in lines if "{" in line and _plain(line.split("{")[0]))
    return frozenset(whole | names), begun


def _is_label(text: str, labels: tuple[frozenset[str], tuple[str, ...]]) -> bool:
    words, (whole, begun) = _plain(text), labels
    return words in whole or words.isdigit() or words.startswith(begun)
