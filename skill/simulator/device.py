"""The pretend Echo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum
from itertools import count
from typing import Any

from skill.config import SIMULATOR_SKILL_ID
from skill.simulator.audio_player import AudioPlayer, Event
from skill.simulator.clock import MovableClock
from skill.simulator.envelope import SlotValue, intent_json
from skill.simulator.heard import Heard, Json, hear
from skill.simulator.settings import token_of

Endpoint = Callable[[Json], Json]
"""Takes a request envelope, returns the response envelope."""

USER_EVENT = "Alexa.Presentation.APL.UserEvent"
RENDERS = "Alexa.Presentation.APL.RenderDocument"
LISTENING_SECONDS = 8.0
"""How long the microphone stays open after a question (docs/alexa-platform.md §1.3)."""


class Silence(Enum):
    """What comes when nobody answers for eight seconds."""

    REPROMPT = "reprompt"
    END = "end"


@dataclass(slots=True, kw_only=True)
class _AlexaSession:
    id: str
    attributes: Json = field(default_factory=dict)
    new: bool = True


class Device:
    """An Echo in a room: talk to it, wait, and hear what it says.

    It keeps Alexa's session as Alexa does: attributes come back in the next request of the same session only, silence
    after a question brings the reprompt, and more silence ends the session. Its audio player falls silent while
    somebody talks, and goes on when the session is over.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        clock: MovableClock,
        *,
        user_id: str = "amzn1.ask.account.SIMULATOR",
        person_id: str | None = None,
        skill_id: str = SIMULATOR_SKILL_ID,
        locale: str = "en-US",
        screen: bool = False,
        segments: bool = False,
        car: bool = False,
        time_zone: str = "America/New_York",
        player: AudioPlayer | None = None,
        new_id: Callable[[], str] | None = None,
    ) -> None:
        """Set the device up in *time_zone*, an IANA name; nothing is sent yet.

        *new_id* makes the ids of requests and sessions, else they are 1, 2, 3.
        A skill with a lasting store needs ids that no other device has used: it answers a request it knows as before.
        """
        self.clock = clock
        self.user_id, self.person_id, self.skill_id = user_id, person_id, skill_id
        self.locale, self.screen, self.time_zone = locale, screen, time_zone
        self.segments = segments
        self.car = car
        self.player = player or AudioPlayer()
        self.last: Heard | None = None
        self.last_response: Json = {}
        self.last_request: Json = {}
        self._endpoint = endpoint
        self._session: _AlexaSession | None = None
        numbers = count(1)
        self._new_id = new_id or (lambda: str(next(numbers)))
        self._heard_at: datetime = clock()
        self._reprompted = False

    @property
    def in_session(self) -> bool:
        """Return whether Alexa's session is open."""
        return self._session is not None

    @property
    def session_id(self) -> str | None:
        """Return the id of Alexa's session; None when none is open."""
        return self._session.id if self._session else None

    @property
    def heard_at(self) -> datetime:
        """Return when the last reply began to be heard."""
        return self._heard_at

    def launch(self) -> Heard:
        """Say "Alexa, open spine coach"."""
        self._session = None
        return self._converse({"type": "LaunchRequest"})

    def ask(self, name: str, slots: Mapping[str, SlotValue] | None = None) -> Heard:
        """Say "Alexa, ask spine coach ...": a new session that begins with the intent *name*."""
        self._session = None
        return self.intent(name, slots)

    def intent(self, name: str, slots: Mapping[str, SlotValue] | None = None) -> Heard:
        """Say something that Alexa takes for the intent *name*; with no session open, as a one-shot phrase."""
        request = {"type": "IntentRequest", "intent": intent_json(name, slots or {})}
        return self._converse({**request, "dialogState": "COMPLETED"})

    def cannot_play(self) -> Heard:
        """Report that the audio of the last response could not be rendered (docs/alexa-platform.md §2.2)."""
        error = {"type": "AUDIO_SOURCE_ERROR", "reason": "INTERNAL_SERVER_ERROR", "message": "simulated"}
        return self._converse({"type": "Alexa.Presentation.APLA.RuntimeError", "token": "count-1", "errors": [error]})

    def touch(self, arguments: list[Any]) -> Heard:
        """Touch what sends *arguments*; whatever is being said is interrupted."""
        return self._converse({"type": USER_EVENT, "token": "scene", "arguments": arguments})

    def choose(self, act: str, value: str = "", ms: float = -1) -> Heard:
        """Touch what is shown for *act* and *value*, *ms* into the count. Raise `LookupError` if it is not shown."""
        views = [view for view in (self.shown, (self.shown or {}).get("then")) if view]
        for view in views:
            if (act, value) in {(one["act"], one["value"]) for one in _choices(view)}:
                return self.touch(["touch", act, value, view["state"], ms])
        raise LookupError(f"{act} {value} cannot be touched")

    @property
    def shown(self) -> Json | None:
        """Return what the last answer shows, as plain values; None when it shows nothing."""
        directives = self.last_response.get("response", {}).get("directives") or []
        shown = [one["datasources"]["scene"] for one in directives if one["type"] == RENDERS]
        return dict(shown[-1]) if shown else None

    def press(self, button: str) -> Json:
        """Press a button of the player: Play, Pause, Next or Previous. Return the response."""
        response = self.event(f"PlaybackController.{button}CommandIssued")
        self._obey(response, self.clock())
        return response

    def exit(self, reason: str = "USER_INITIATED") -> None:
        """End Alexa's session from the device's side."""
        if self._session is not None:
            self._send({"type": "SessionEndedRequest", "reason": reason})
            self.vanish()

    def vanish(self) -> None:
        """Lose Alexa's session without a word, as some screens do."""
        self._session = None
        self.player.release(self.clock())

    def event(self, kind: str, **values: Any) -> Json:  # noqa: ANN401 - any JSON
        """Send a request that is no part of a conversation, and return the response."""
        return self._send({"type": kind, **values}, with_session=False)

    @property
    def silent_at(self) -> datetime:
        """Return when the last reply, or its reprompt, is heard to its end."""
        if self.last is None:
            return self._heard_at
        seconds = self.last.seconds
        if self._reprompted:
            seconds += LISTENING_SECONDS + self.last.reprompt_seconds
        return self._heard_at + timedelta(seconds=seconds)

    @property
    def due_at(self) -> datetime | None:
        """Return when the microphone closes; None when it is not going to open."""
        if self._session is None or self.last is None or not self.last.listening:
            return None
        return self.silent_at + timedelta(seconds=LISTENING_SECONDS)

    def wait(self, seconds: float) -> tuple[Silence, ...]:
        """Let time pass in silence, and return what it brought: reprompts and the end of the session, when due."""
        until = self.clock() + timedelta(seconds=seconds)
        brought = []
        while (due := self._next_due(until)) is not None:
            if isinstance(due, Event):
                self._move_to(due.at)
                self._report(due)
            else:
                self._move_to(due)
                brought.append(self._silence_is_over())
        self._move_to(until)
        return tuple(brought)

    def repeat_request(self) -> Json:
        """Send the very last request once more, as Alexa may."""
        return self._endpoint(self.last_request)

    def _next_due(self, until: datetime) -> datetime | Event | None:
        """Return what comes first until then: the end of the silence, or a report of the player."""
        silence, event = self.due_at, self.player.due()
        if event is not None and event.at <= until and (silence is None or event.at < silence):
            return event
        return silence if silence is not None and silence <= until else None

    def _report(self, event: Event) -> None:
        self.player.happen(event)
        self._obey(self._send(event.request, with_session=False), self.clock())

    def _obey(self, response: Json, sounds_from: datetime) -> None:
        """Let the player do what *response* says, and report what comes of it at once."""
        directives = response.get("response", {}).get("directives") or []
        for event in self.player.obey(directives, self.clock(), sounds_from):
            self._obey(self._send(event.request, with_session=False), sounds_from)

    def _move_to(self, moment: datetime) -> None:
        if moment > self.clock():
            self.clock.move_to(moment)

    def _silence_is_over(self) -> Silence:
        has_reprompt = self.last is not None and bool(self.last.reprompt)
        if has_reprompt and not self._reprompted:
            self._reprompted = True
            return Silence.REPROMPT
        self.exit("EXCEEDED_MAX_REPROMPTS")
        return Silence.END

    def _converse(self, request: Json) -> Heard:
        if self._session is None:
            self._session = _AlexaSession(id=f"amzn1.echo-api.session.{self._new_id()}")
        self.player.hold(self.clock())
        response = self._send(request)
        heard = hear(response.get("response", {}))
        self._session.attributes = response.get("sessionAttributes") or {}
        self._session.new = False
        self._heard_at, self._reprompted, self.last = self.clock(), False, heard
        if response.get("response", {}).get("shouldEndSession", True):
            self._session = None
            self.player.release(self.silent_at)
        asked = self.last_request
        self._obey(response, self.silent_at)
        self.last_request, self.last_response = asked, response
        return heard

    def _send(self, request: Json, *, with_session: bool = True) -> Json:
        self.last_request = self._envelope(request, with_session=with_session)
        self.last_response = self._endpoint(self.last_request)
        return self.last_response

    def _envelope(self, request: Json, *, with_session: bool) -> Json:
        identity: Json = {
            "application": {"applicationId": self.skill_id},
            "user": {"userId": self.user_id},
        }
        if self.person_id:
            identity["person"] = {"personId": self.person_id}
        envelope: Json = {
            "version": "1.0",
            "context": {
                "System": {
                    **identity,
                    "device": self._device(),
                    "apiEndpoint": "https://api.amazonalexa.com",
                    "apiAccessToken": token_of(self.time_zone),
                },
                "AudioPlayer": self.player.context(self.clock()),
            },
            "request": {
                "requestId": f"amzn1.echo-api.request.{self._new_id()}",
                "timestamp": self.clock().strftime("%Y-%m-%dT%H:%M:%SZ"),
                "locale": self.locale,
                **request,
            },
        }
        if self.car:
            envelope["context"]["Automotive"] = {}
        if with_session and self._session is not None:
            session = self._session
            shared = {"application": identity["application"], "user": identity["user"]}
            envelope["session"] = {
                "new": session.new,
                "sessionId": session.id,
                "attributes": session.attributes,
                **shared,
            }
        return envelope

    def _device(self) -> Json:
        interfaces: Json = {"AudioPlayer": {}}
        if self.screen:
            interfaces["Alexa.Presentation.APL"] = {"runtime": {"maxVersion": "2024.3"}}
        if self.segments:
            interfaces["Alexa.Presentation.APLT"] = {"runtime": {"maxVersion": "1.0"}}
        return {"deviceId": "amzn1.ask.device.SIMULATOR", "supportedInterfaces": interfaces}


def _choices(view: Json) -> list[Json]:
    return [one for name in ("choices", "zones", "numbers") for one in view.get(name, ())]


__all__ = ["LISTENING_SECONDS", "Device", "Endpoint", "Silence", "SlotValue"]
