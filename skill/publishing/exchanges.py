"""Drives every intent, odd slots, devices and locales through the skill, and keeps what was answered."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from interaction_model.amazon import LanguageModel
from interaction_model.samples import matcher
from skill.alexa.endpoint import Endpoint
from skill.bootstrap import Application, build
from skill.config import Settings
from skill.domain.history.privacy import SymptomsMode
from skill.publishing.response_rules import Exchange
from skill.publishing.testing_instructions import TRANSCRIPTS
from skill.simulator.clock import MovableClock
from skill.simulator.device import Device, SlotValue
from skill.simulator.transcript import read_transcript
from skill.speech.locales import SPOKEN_LOCALES
from skill.storage import open_store

Json = dict[str, Any]
DELETION = "delete my data"
"""What the instructions end with."""
MORNING = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
OTHER_LOCALES = ("de-DE", "es-MX", "ja-JP", "pt-BR", "xx-XX")
EVENTS = (
    "AudioPlayer.PlaybackStarted",
    "AudioPlayer.PlaybackNearlyFinished",
    "AudioPlayer.PlaybackFinished",
    "AudioPlayer.PlaybackStopped",
    "AudioPlayer.PlaybackFailed",
    "PlaybackController.PlayCommandIssued",
    "PlaybackController.PauseCommandIssued",
    "PlaybackController.NextCommandIssued",
    "PlaybackController.PreviousCommandIssued",
    "System.ExceptionEncountered",
    "AlexaSkillEvent.SkillEnabled",
    "AlexaSkillEvent.SkillDisabled",
)
PLAYER_INTENTS = tuple(
    f"AMAZON.{name}Intent"
    for name in ("LoopOff", "LoopOn", "Next", "Previous", "Repeat", "ShuffleOff", "ShuffleOn", "StartOver", "Cancel")
)
"""What may come while a guide plays, in the model or not (docs/alexa-platform.md §3.2)."""
_ODD = {"heard nothing": "", "a question mark": "?", "words nobody knows": "flibbertigibbet"}


@dataclass(slots=True)
class Rounds:
    """A coach of its own, set as *mode* says, with everything it was asked and answered."""

    mode: SymptomsMode
    public_url: str
    heard: list[Exchange] = field(default_factory=list)
    _application: Application = field(init=False)
    _clock: MovableClock = field(init=False)
    _endpoint: Endpoint = field(init=False)

    def __post_init__(self) -> None:
        self._clock = MovableClock(MORNING)
        environment = {
            "SPINE_COACH_SECRET": "only for the rounds before a certification",
            "SPINE_COACH_SYMPTOMS": self.mode.value,
            "SPINE_COACH_PUBLIC_URL": self.public_url,
        }
        settings = Settings.read(environment, local=True)
        self._application = build(settings, store=open_store("memory:"), clock=self._clock)
        self._endpoint = Endpoint(self._application.skill)

    def device(self, who: str, **set_as: Any) -> Device:  # noqa: ANN401 - what a device is set to
        """Return a new Echo of somebody called *who*."""
        return Device(self._answer, self._clock, user_id=f"amzn1.ask.account.{who}", **set_as)

    def follow_the_instructions(self, device: Device, *, until: str = "") -> tuple[str, ...]:
        """Say what the testers are told to say, to before *until*; return the lines that are no sample of the model."""
        unknown: list[str] = []
        for line in read_transcript(TRANSCRIPTS[self.mode]):
            match line.verb:
                case "patient" if line.text == until:
                    break
                case "wait":
                    device.wait(float(line.text))
                case "patient" if line.text.startswith("open "):
                    device.launch()
                case "patient":
                    if found := matcher("en-US").match(line.text):
                        slots = {
                            name: SlotValue(heard=slot.heard, id=slot.id, kind=slot.kind)
                            for name, slot in found.slots.items()
                        }
                        device.intent(found.intent, slots)
                    else:
                        unknown.append(line.text)
                case _:
                    pass
        return tuple(unknown)

    def say_everything(self, model: LanguageModel) -> None:
        """Say every intent of *model* to a newcomer and in the middle of a sitting, with every kind of slot."""
        settled = self.device("settled")
        self.follow_the_instructions(settled, until=DELETION)
        for intent in model.intents:
            for number, slots in enumerate(_slots(intent.slot_types, model)):
                self.device(f"new.{intent.name}.{number}").ask(intent.name, slots)
                settled.launch()
                settled.intent(intent.name, slots)

    def use_every_device(self) -> None:
        """Launch, and ask for help and a stop, on every kind of device and in every locale."""
        for locale in (*SPOKEN_LOCALES, *OTHER_LOCALES):
            self._visit(self.device(f"in.{locale}", locale=locale, time_zone="Etc/UTC"))
        self._visit(self.device("screen", screen=True))
        self._visit(self.device("car", car=True))

    def send_events(self) -> None:
        """Send what is no part of a conversation, and what nobody knows."""
        device = self.device("events")
        self.follow_the_instructions(device, until=DELETION)
        for kind in EVENTS:
            device.event(kind, token="nobody's", offsetInMilliseconds=0)  # noqa: S106 - a stream's name
        device.launch()
        device.exit()
        for intent in PLAYER_INTENTS:
            device.ask(intent)

    def _visit(self, device: Device) -> None:
        device.launch()
        for intent in ("AMAZON.HelpIntent", "AMAZON.FallbackIntent", "AMAZON.CancelIntent"):
            device.intent(intent)
        device.ask("AMAZON.StopIntent")

    def _answer(self, envelope: Json) -> Json:
        response = json.loads(self._endpoint.answer(json.dumps(envelope).encode()))
        self.heard.append(Exchange(request=json.loads(json.dumps(envelope)), response=response))
        return dict(response)


def _slots(slot_types: Mapping[str, str], model: LanguageModel) -> Iterator[dict[str, SlotValue]]:
    """Yield the slots of an intent filled with a good value each, and then oddly."""
    values = {custom.name: custom.values[0] for custom in model.types if custom.values}
    yield {
        name: SlotValue(heard=values[kind].phrases[0], id=values[kind].id, kind=kind)
        if kind in values
        else SlotValue(heard="PT10M" if kind == "AMAZON.DURATION" else "3", kind=kind)
        for name, kind in slot_types.items()
    }
    if slot_types:
        for heard in _ODD.values():
            yield {name: SlotValue(heard=heard, kind=kind) for name, kind in slot_types.items()}
