"""Writes `docs/states.md`, the map of the dialogue, from what it does: `python -m tests.docs.states`.

Each state is reached by talking (`tests/alexa/stations.py`); then every intent is said in it, and the state after is
noted.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from skill.alexa.routes import ROUTES
from skill.bootstrap import build
from skill.config import Settings
from skill.domain.patient.state import State
from skill.simulator.clock import MovableClock
from skill.simulator.device import Device
from skill.storage import open_store
from tests.alexa.responses import complaints
from tests.alexa.stations import WAYS
from tests.alexa.test_routes import SLOTS
from tests.by_heart import InMemoryEndpoint, twin_of
from tests.conftest import MONDAY_MORNING
from tests.shipped import shipped_catalog

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "states.md"
CLOSED = "the session ends"
HEAD = """# The states of the dialogue

What may be said in each state, and where it leads. **Generated: change nothing here.** `python -m tests.docs.states`
reaches every state by talking, says every intent in it, and notes the state after; a test holds this page to it. An
intent in **bold** means something of its own in the state; the others mean what they mean everywhere. Where an intent
has slots, one usual value is said (`SLOTS` in `tests/alexa/test_routes.py`): another one may lead elsewhere. Warning
signs end in stop-and-seek-help everywhere.

The picture shows where the intents lead that a state gives a meaning of its own, when they lead to another state.
"""


@dataclass(frozen=True, slots=True)
class Said:
    """One intent, and what it led to."""

    intent: str
    own: bool
    """Whether the state gives the intent a meaning of its own."""
    state: str
    listens: bool
    complaints: tuple[str, ...]
    """What is wrong with the response."""

    @property
    def leads_to(self) -> str:
        """Return the state after, and whether the session ends."""
        return self.state if self.listens else f"{self.state}; {CLOSED}"

    @property
    def name(self) -> str:
        """Return the intent without what all of them have in common."""
        short = self.intent.removeprefix("AMAZON.").removesuffix("Intent")
        return f"**{short}**" if self.own else short


@cache
def said_in(state: State) -> tuple[Said, ...]:
    """Say every intent in *state*, each to a coach that knows no other, and return what they led to."""
    device = _device()
    WAYS[state](device)
    return tuple(_said(twin_of(device), intent, state) for intent in sorted({intent for intent, _ in ROUTES}))


def _device() -> Device:
    settings = Settings.read({"SPINE_COACH_SECRET": "not a secret at all, for tests only"}, local=True)
    clock = MovableClock(MONDAY_MORNING)
    application = build(settings, catalog=shipped_catalog(), store=open_store("memory:"), clock=clock)
    return Device(InMemoryEndpoint(application), clock)


def _said(device: Device, intent: str, state: State) -> Said:
    heard = device.intent(intent, SLOTS.get(intent))
    wrong = tuple(complaints(device.last_response))
    return Said(intent, (intent, state) in ROUTES, _state_of(device), heard.listening, wrong)


def _state_of(device: Device) -> str:
    endpoint = device._endpoint
    assert isinstance(endpoint, InMemoryEndpoint)
    application, clock = endpoint.application, device.clock
    document = application.store.load(application.keys.of(device.user_id), "looking", clock()).document
    return str(json.loads(document)["session"].get("state", "finished")) if document else "nothing known"


@cache
def meanings() -> dict[str, str]:
    """Return what each state means: the text below its name in the code."""
    tree = ast.parse((ROOT / "skill" / "domain" / "patient" / "state.py").read_text(encoding="utf-8"))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == State.__name__)
    found = {}
    for name, text in pairwise(body):
        if isinstance(name, ast.Assign) and isinstance(text, ast.Expr):
            found[ast.literal_eval(name.value)] = " ".join(str(ast.literal_eval(text.value)).split())
    return found


def section(state: State) -> str:
    """Return the part of the page about *state*."""
    led: dict[str, list[str]] = {}
    for said in sorted(said_in(state), key=lambda said: (said.state != state, not said.listens, said.leads_to)):
        led.setdefault(said.leads_to, []).append(said.name)
    rows = [f"| {_named(to, state)} | {', '.join(sorted(names, key=_in_order))} |" for to, names in led.items()]
    return "\n".join((f"## {state}", "", meanings()[state], "", "| leads to | said |", "| --- | --- |", *rows, ""))


def _named(to: str, state: State) -> str:
    return to.replace(state, "stays here", 1) if to.split(";")[0] == state else to


def _in_order(name: str) -> tuple[bool, str]:
    return not name.startswith("**"), name


def picture() -> Iterator[str]:
    """Yield the lines of the Mermaid picture."""
    yield "```mermaid"
    yield "stateDiagram-v2"
    yield f"    [*] --> {_node(State.SETTING_REGION)}: first launch"
    for state in State:
        edges: dict[str, list[str]] = {}
        for said in said_in(state):
            if said.own and said.state != state:
                edges.setdefault(said.state, []).append(said.name.strip("*"))
        for to, names in sorted(edges.items()):
            yield f"    {_node(state)} --> {_node(to)}: {', '.join(names)}"
    yield "```"


def _node(state: str) -> str:
    return state.replace("-", "_").replace(" ", "_")


def page() -> str:
    """Return the whole page."""
    return "\n".join((HEAD, *picture(), "", *(section(state) for state in State)))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
