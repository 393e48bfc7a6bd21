"""The simulator's page and what it asks for. Served with `--local` only, and only to this machine."""

from __future__ import annotations

import threading
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from flask import Blueprint, Response, abort, jsonify, render_template, request

from skill.app.calendar import time_zone_of
from skill.app.coach import Visit
from skill.bootstrap import Application
from skill.config import is_loopback
from skill.simulator.envelope import intent_json
from skill.simulator.understanding import Understood
from skill.web.model import understanding_of
from skill.web.record import record
from skill.web.speaker import clips_folder
from skill.web.voice import ClipMaker

LOCALE = "en-US"
MOST_UTTERANCE_CHARACTERS = 500


class _Parts:
    """What the simulator needs, made when it is first asked for."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.clips = ClipMaker(clips_folder())

    def warm_up(self) -> None:
        """Make everything ready while the page is still being read."""
        understanding_of(LOCALE)
        self.clips.clip("Ready.", LOCALE)


def blueprint(application: Application) -> Blueprint:
    """Return the blueprint of the simulator."""
    pages = Blueprint("simulator", __name__, url_prefix="/simulator")
    parts = _Parts(application)
    pages.before_request(_only_this_machine)

    @pages.get("")
    def page() -> str:
        threading.Thread(target=parts.warm_up, daemon=True).start()
        return render_template("simulator.html")

    @pages.post("/understand")
    def understand() -> Response:
        return jsonify(_as_json(understanding_of(LOCALE).understand(_asked("text", MOST_UTTERANCE_CHARACTERS))))

    @pages.post("/clip")
    def clip() -> Response:
        sound = parts.clips.clip(_asked("text", 2 * MOST_UTTERANCE_CHARACTERS), LOCALE)
        return Response(sound, mimetype="audio/wav") if sound else Response(status=204)

    @pages.post("/record")
    def patient_record() -> Response:
        visit = Visit(
            patient=application.keys.of(_asked("user_id", 200)),
            request_id="the simulator looks",
            locale=LOCALE,
            time_zone=_time_zone(),
            now=application.clock(),
            channel=application.settings.channel,
            alexa_session=_session_id(),
        )
        return jsonify(record(application, visit))

    @pages.post("/reset")
    def reset() -> Response:
        application.coach.forget(application.keys.of(_asked("user_id", 200)))
        return Response(status=204)

    return pages


def _only_this_machine() -> None:
    """Hide the simulator from every other machine, and from names that lead here only for a moment."""
    name = request.host.rsplit(":", 1)[0] if not request.host.endswith("]") else request.host
    if not is_loopback(name) or not is_loopback(request.remote_addr or ""):
        abort(404)


def _session_id() -> str | None:
    """Return Alexa's session that is open, if any: what was told in it is read by nobody without its id."""
    session_id = request.get_json().get("session_id")
    return session_id if isinstance(session_id, str) else None


def _time_zone() -> ZoneInfo:
    """Return the zone that was posted, or the usual one of the locale."""
    try:
        return ZoneInfo(request.get_json().get("time_zone") or "")
    except (ValueError, OSError, ZoneInfoNotFoundError):
        return time_zone_of(LOCALE)


def _asked(name: str, most_characters: int) -> str:
    """Return the text *name* of the JSON that was posted; 400 when it is missing or too long."""
    posted: Any = request.get_json()
    text = posted.get(name) if isinstance(posted, dict) else None
    if not isinstance(text, str) or len(text) > most_characters:
        abort(400)
    return text


def _as_json(found: Understood) -> dict[str, Any]:
    return {
        "kind": found.kind,
        "intent": intent_json(found.intent, found.slots) if found.intent else None,
        "how": found.how,
        "confidence": found.confidence,
        "sample": found.sample,
        "opens": found.opens,
    }
