"""The only reader of Alexa's envelope: from ask-sdk's objects to a `Turn`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import (
    Intent,
    IntentRequest,
    RequestEnvelope,
    Session,
    SessionEndedRequest,
    SimpleSlotValue,
    SupportedInterfaces,
)
from ask_sdk_model import Slot as SdkSlot
from ask_sdk_model.interfaces.alexa.presentation.apl import UserEvent
from ask_sdk_model.interfaces.audioplayer import PlayerActivity
from ask_sdk_model.interfaces.system import SystemState
from ask_sdk_model.slu.entityresolution import Resolution, StatusCode
from ask_sdk_model.slu.entityresolution import Value as SdkValue

from skill.alexa import touch as touches
from skill.alexa.slot_words import SlotWords
from skill.alexa.touch import Touch
from skill.app import codec
from skill.app.codec import Document
from skill.domain.cues import Cue
from skill.domain.patient.player import Player
from skill.errors import NotUnderstood
from skill.screen.apl.document import VERSION as APL_VERSION

_Choice = TypeVar("_Choice", bound=StrEnum)
DEFAULT_LOCALE = "en-US"
NO_WORDS = SlotWords()
LONGEST_OFFSET_MS = 24 * 60 * 60 * 1000
"""No recording is a day long."""
_LOCALE = re.compile(r"[a-z]{2}-[A-Z]{2}")
LONGEST_NAME = 30
_NAME = re.compile(r"[^\W\d_]+(?:[ '’.-]{1,2}[^\W\d_]+)*\.?")
LONGEST_DURATION_CHARACTERS = 32
MOST_DIGITS = 4
_DURATION = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """What was heard for a slot, and the id it was resolved to."""

    heard: str
    id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One request, read."""

    kind: str
    """The request's type, such as `IntentRequest`."""
    request_id: str
    locale: str
    user_id: str = field(repr=False)
    sent_at: datetime | None = None
    """When Alexa sent it, aware, to the second; None when it does not say."""
    application_id: str = ""
    person_id: str | None = field(default=None, repr=False)
    device_id: str = field(default="", repr=False)
    api_endpoint: str = ""
    """Where Amazon's own interfaces answer for this device."""
    api_access_token: str = field(default="", repr=False)
    new_session: bool = False
    alexa_session: str | None = field(default=None, repr=False)
    """The id of Alexa's session; None outside one."""
    intent: str = ""
    slots: Mapping[str, Slot] = field(default_factory=dict, repr=False)
    end_reason: str = ""
    in_car: bool = False
    """Whether the device is a car's (`context.Automotive`)."""
    screen: bool = False
    """Whether the device can show our APL."""
    segments: bool = False
    """Whether it has a clock's display of four characters."""
    touch: Touch | None = None
    """What was touched on the screen; its intent and slots are those of the words it stands for."""
    player: Player = field(default_factory=Player)
    """What the device tells about its audio player; `available` when it has one."""
    carried: Document | None = field(default=None, repr=False)

    @property
    def unreadable(self) -> bool:
        """Return whether something was said that cannot be read: an intent without a name, or half a slot."""
        return self.kind == "IntentRequest" and not self.intent

    def choice(self, name: str, kind: type[_Choice], otherwise: Cue) -> _Choice:
        """Return the slot *name* as one of *kind*. Raise `NotUnderstood` with *otherwise* when it is none of them."""
        found = self.id_of(name)
        if found not in set(kind):
            raise NotUnderstood(otherwise)
        return kind(found)

    def id_of(self, name: str) -> str | None:
        """Return the id the slot *name* was resolved to; None when it was not heard or not resolved."""
        slot = self.slots.get(name)
        return slot.id if slot else None

    def heard(self, name: str) -> bool:
        """Return whether anything was heard for the slot *name*."""
        return name in self.slots

    def heard_name(self, name: str) -> str | None:
        """Return the slot *name* as a person's name, its words capitalized; None when it can be none."""
        slot = self.slots.get(name)
        said = " ".join(slot.heard.split()) if slot else ""
        if len(said) > LONGEST_NAME or not _NAME.fullmatch(said):
            return None
        return " ".join(word[:1].upper() + word[1:] for word in said.split(" "))

    def number(self, name: str, lowest: int, highest: int, otherwise: Cue) -> int:
        """Return the slot *name* as a whole number. Raise `NotUnderstood` with *otherwise* when it is not in range."""
        value = self.number_or_none(name)
        if value is None or not lowest <= value <= highest:
            raise NotUnderstood(otherwise)
        return value

    def duration_minutes(self, name: str) -> int | None:
        """Return the duration in the slot *name* in whole minutes, from 0; None when none was heard."""
        slot = self.slots.get(name)
        found = _DURATION.fullmatch(slot.heard) if slot and len(slot.heard) <= LONGEST_DURATION_CHARACTERS else None
        if not found or not any(found.groups()):
            return None
        days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return (days * 24 + hours) * 60 + minutes + round(seconds / 60)

    def number_or_none(self, name: str) -> int | None:
        """Return the slot *name* as a whole number from 0 to 9999; None when it is none."""
        slot = self.slots.get(name)
        if slot is None or not slot.heard.isascii() or not slot.heard.isdigit() or len(slot.heard) > MOST_DIGITS:
            return None
        return int(slot.heard)

    def minutes(self, name: str, otherwise: Cue) -> int:
        """Return the duration in the slot *name* in whole minutes, at least 1. Raise `NotUnderstood` otherwise."""
        total = self.duration_minutes(name)
        if not total:
            raise NotUnderstood(otherwise)
        return total


def read(handler_input: HandlerInput, slot_words: Callable[[str], SlotWords] = lambda _locale: NO_WORDS) -> Turn:
    """Return the turn in *handler_input*; what an odd envelope lacks is empty. Never raises.

    *slot_words* returns the words of a locale, for slots that Alexa has not resolved.
    """
    envelope: RequestEnvelope = handler_input.request_envelope
    request, session = envelope.request, envelope.session
    system = envelope.context.system if envelope.context else None
    interfaces = system.device.supported_interfaces if system and system.device else None
    attributes = session.attributes if session else None
    intent = request.intent if isinstance(request, IntentRequest) else None
    touch = touches.read(request.arguments) if isinstance(request, UserEvent) else None
    locale = _locale(request.locale if request else None)
    return Turn(
        kind=(request.object_type if request else None) or "",
        request_id=(request.request_id if request else None) or "",
        locale=locale,
        sent_at=_aware(getattr(request, "timestamp", None)),
        user_id=_user_id(system) or _user_id(session) or "",
        application_id=(system.application.application_id if system and system.application else None) or "",
        person_id=(system.person.person_id if system and system.person else None) or None,
        device_id=(system.device.device_id if system and system.device else None) or "",
        api_endpoint=((system.api_endpoint if system else None) or "").rstrip("/"),
        api_access_token=(system.api_access_token if system else None) or "",
        new_session=bool(session and session.new),
        alexa_session=(session.session_id if session else None) or None,
        intent=(touch.intent if touch else intent.name if intent else None) or "",
        slots=_slots(intent, slot_words(locale)) if intent else _touched(touch),
        end_reason=_end_reason(request) if isinstance(request, SessionEndedRequest) else "",
        in_car=envelope.context is not None and envelope.context.automotive is not None,
        screen=bool(interfaces and _shows_apl(interfaces)),
        segments=bool(interfaces and interfaces.alexa_presentation_aplt),
        touch=touch,
        player=_player(envelope, available=bool(interfaces and interfaces.audio_player)),
        carried=codec.from_attributes(attributes) if attributes else None,
    )


def _locale(sent: str | None) -> str:
    return sent if sent and _LOCALE.fullmatch(sent) else DEFAULT_LOCALE


def _shows_apl(interfaces: SupportedInterfaces) -> bool:
    """Return whether a device shows our documents: it has APL, and at least of our version where it tells which."""
    apl = interfaces.alexa_presentation_apl
    if not apl:
        return False
    most = (apl.runtime.max_version if apl.runtime else None) or ""
    numbers = [int(part) for part in most.split(".") if part.isdigit()]
    return not numbers or numbers >= [int(part) for part in APL_VERSION.split(".")]


def _touched(touch: Touch | None) -> dict[str, Slot]:
    slot = touch.slot if touch else None
    return {slot[0]: Slot(heard=slot[1], id=slot[1])} if slot else {}


def _user_id(of: SystemState | Session | None) -> str | None:
    return of.user.user_id if of and of.user else None


def _player(envelope: RequestEnvelope, *, available: bool) -> Player:
    """Return what is told about the player: by the request itself when it is the player's own, else by the context."""
    state = envelope.context.audio_player if envelope.context else None
    request = envelope.request
    teller = request if request and str(request.object_type).startswith("AudioPlayer.") else state
    activity = state.player_activity if state else None
    return Player(
        available=available,
        token=getattr(teller, "token", None) or "",
        offset_ms=min(max(0, getattr(teller, "offset_in_milliseconds", None) or 0), LONGEST_OFFSET_MS),
        playing=activity in (PlayerActivity.PLAYING, PlayerActivity.BUFFER_UNDERRUN),
        finished=activity is PlayerActivity.FINISHED,
    )


def _aware(moment: object) -> datetime | None:
    """Return *moment*, in UTC when it says no zone of its own; None when it is none."""
    if not isinstance(moment, datetime):
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


def _end_reason(request: SessionEndedRequest) -> str:
    return str(request.reason.value) if request.reason else ""


def _slots(intent: Intent, words: SlotWords) -> dict[str, Slot]:
    """Return the slots that were heard; an unfilled one has no value or a question mark."""
    read_slots = {}
    for name, slot in (intent.slots or {}).items():
        resolved = _resolved(slot)
        heard = _heard(slot) or (resolved.name if resolved else None) or ""
        found = resolved.id if resolved else None
        if heard and heard != "?":
            read_slots[name] = Slot(heard=heard, id=words.id_of(intent.name or "", name, heard, found))
    return read_slots


def _tellings(slot: SdkSlot) -> tuple[SdkSlot | SimpleSlotValue, ...]:
    """Return where *slot* tells what was said: Amazon sends it twice."""
    return (slot, slot.slot_value) if isinstance(slot.slot_value, SimpleSlotValue) else (slot,)


def _heard(slot: SdkSlot) -> str | None:
    return next((str(one.value) for one in _tellings(slot) if one.value is not None), None)


def _resolved(slot: SdkSlot) -> SdkValue | None:
    """Return the value of our own slot type that *slot* stands for; None when it stands for none."""
    for authority in _authorities(slot):
        code = authority.status.code if authority.status else None
        if code in (None, StatusCode.ER_SUCCESS_MATCH) and authority.values and authority.values[0].value:
            return authority.values[0].value
    return None


def _authorities(slot: SdkSlot) -> Iterator[Resolution]:
    for one in _tellings(slot):
        if one.resolutions:
            yield from (found for found in one.resolutions.resolutions_per_authority or () if found)
