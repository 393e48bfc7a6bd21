"""The pretend Echo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any

from skill.simulator.clock import MovableClock
from skill.simulator.envelope import SlotValue, intent_json
from skill.simulator.heard import Heard, Json, hear

Endpoint = Callable[[Json], Json]
"""Takes a request envelope, returns the response envelope."""

LISTENING_SECONDS = 8.0
"""How long the microphone stays open after a question (alexa-platform.md §1.3)."""


@dataclass(slots=True, kw_only=True)
class _AlexaSession:
    id: str
    attributes: Json = field(default_factory=dict)
    new: bool = True


class Device:
    """An Echo in a room: talk to it, wait, and hear what it says.

    It keeps Alexa's session as Alexa does: attributes come back in the next request of the same session only, silence
    after a question brings the reprompt, and more silence ends the session.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        clock: MovableClock,
        *,
        user_id: str = "amzn1.ask.account.SIMULATOR",
        person_id: str | None = None,
        skill_id: str = "amzn1.ask.skill.simulator",
        locale: str = "en-US",
        screen: bool = False,
    ) -> None:
        """Set the device up; nothing is sent yet."""
        self.clock = clock
        self.user_id, self.person_id, self.skill_id = user_id, person_id, skill_id
        self.locale, self.screen = locale, screen
        self.last: Heard | None = None
        self.last_response: Json = {}
        self.last_request: Json = {}
        self._endpoint = endpoint
        self._session: _AlexaSession | None = None
        self._numbers = count(1)
        self._heard_at: datetime = clock()
        self._reprompted = False

    @property
    def in_session(self) -> bool:
        """Return whether Alexa's session is open."""
        return self._session is not None

    def launch(self) -> Heard:
        """Say "Alexa, open spine coach"."""
        self._session = None
        return self._converse({"type": "LaunchRequest"})

    def intent(self, name: str, slots: Mapping[str, SlotValue] | None = None) -> Heard:
        """Say something that Alexa takes for the intent *name*; with no session open, as a one-shot phrase."""
        request = {"type": "IntentRequest", "intent": intent_json(name, slots or {})}
        return self._converse({**request, "dialogState": "COMPLETED"})

    def cannot_play(self) -> Heard:
        """Report that the audio of the last response could not be rendered (alexa-platform.md §2.2)."""
        error = {"type": "AUDIO_SOURCE_ERROR", "reason": "INTERNAL_SERVER_ERROR", "message": "simulated"}
        return self._converse({"type": "Alexa.Presentation.APLA.RuntimeError", "token": "count-1", "errors": [error]})

    def exit(self, reason: str = "USER_INITIATED") -> None:
        """End Alexa's session from the device's side."""
        if self._session is not None:
            self._send({"type": "SessionEndedRequest", "reason": reason})
            self._session = None

    def vanish(self) -> None:
        """Lose Alexa's session without a word, as some screens do."""
        self._session = None

    def event(self, kind: str, **values: Any) -> Json:  # noqa: ANN401 - any JSON
        """Send a request that is no part of a conversation, and return the response."""
        return self._send({"type": kind, **values}, with_session=False)

    def wait(self, seconds: float) -> None:
        """Let time pass in silence: reprompts and the end of the session come when they are due."""
        until = self.clock().timestamp() + seconds
        while (due := self._next_due()) is not None and due <= until:
            self.clock.advance(max(0.0, due - self.clock().timestamp()))
            self._silence_is_over()
        self.clock.advance(max(0.0, until - self.clock().timestamp()))

    def repeat_request(self) -> Json:
        """Send the very last request once more, as Alexa may."""
        return self._endpoint(self.last_request)

    def _next_due(self) -> float | None:
        if self._session is None or self.last is None or not self.last.listening:
            return None
        due = self._heard_at.timestamp() + self.last.seconds + LISTENING_SECONDS
        if self._reprompted:
            due += self.last.reprompt_seconds + LISTENING_SECONDS
        return due

    def _silence_is_over(self) -> None:
        has_reprompt = self.last is not None and bool(self.last.reprompt)
        if has_reprompt and not self._reprompted:
            self._reprompted = True
            return
        self.exit("EXCEEDED_MAX_REPROMPTS")

    def _converse(self, request: Json) -> Heard:
        if self._session is None:
            self._session = _AlexaSession(id=f"amzn1.echo-api.session.{next(self._numbers)}")
        response = self._send(request)
        heard = hear(response.get("response", {}))
        self._session.attributes = response.get("sessionAttributes") or {}
        self._session.new = False
        self._heard_at, self._reprompted, self.last = self.clock(), False, heard
        if response.get("response", {}).get("shouldEndSession", True):
            self._session = None
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
            "context": {"System": {**identity, "device": self._device(), "apiEndpoint": "https://api.amazonalexa.com"}},
            "request": {
                "requestId": f"amzn1.echo-api.request.{next(self._numbers)}",
                "timestamp": self.clock().strftime("%Y-%m-%dT%H:%M:%SZ"),
                "locale": self.locale,
                **request,
            },
        }
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
        return {"deviceId": "amzn1.ask.device.SIMULATOR", "supportedInterfaces": interfaces}


__all__ = ["LISTENING_SECONDS", "Device", "Endpoint", "SlotValue"]
