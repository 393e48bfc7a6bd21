"""The simulator's page and what it asks for. Served with `--local` only, and only to this machine's own pages."""

from __future__ import annotations

import math
import threading
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from flask import Blueprint, Response, abort, jsonify, render_template, request

from skill.app.calendar import time_zone_of
from skill.bootstrap import Application
from skill.speech.locales import spoken_locale
from skill.web.model import understanding_of
from skill.web.rooms import USER_PREFIX, Room, Rooms, Setting
from skill.web.voice import ClipMaker

LOCALE = "en-US"
MOST_UTTERANCE_CHARACTERS = 500
MOST_NAME_CHARACTERS = 100
MOST_ARGUMENTS = 8
MOST_SECONDS = 10 * 86_400
ENDINGS = frozenset({"USER_INITIATED", "EXCEEDED_MAX_REPROMPTS"})


def blueprint(application: Application) -> Blueprint:
    """Return the blueprint of the simulator."""
    pages = Blueprint("simulator", __name__, url_prefix="/simulator")
    rooms, clips = Rooms(application), ClipMaker()

    @pages.get("")
    def page() -> str:
        threading.Thread(target=understanding_of, args=(LOCALE,), daemon=True).start()
        return render_template("simulator.html")

    @pages.post("/echo")
    def echo() -> Response:
        posted = _posted()
        room = rooms.room(_text(posted, "room", MOST_NAME_CHARACTERS), _setting(posted))
        with room.lock:
            return jsonify(_done(room, posted))

    @pages.post("/clip")
    def clip() -> Response:
        posted = _posted()
        sound = clips.clip(_text(posted, "text", 2 * MOST_UTTERANCE_CHARACTERS), _locale(posted))
        return Response(sound, mimetype="audio/wav") if sound else Response(status=204)

    @pages.post("/reset")
    def reset() -> Response:
        patient = _text(_posted(), "patient", MOST_NAME_CHARACTERS)
        application.coach.forget(application.keys.of(f"{USER_PREFIX}{patient}"))
        return Response(status=204)

    return pages


def _done(room: Room, posted: dict[str, Any]) -> dict[str, Any]:
    """Do in *room* what was posted; with nothing to do, let time pass."""
    passed = _passed(posted)
    if "say" in posted:
        utterance = _text(posted, "say", MOST_UTTERANCE_CHARACTERS)
        return room.say(utterance, passed, latency=not posted.get("replayed"))
    if "touch" in posted:
        touched = posted["touch"]
        return room.touch(touched[:MOST_ARGUMENTS], passed) if isinstance(touched, list) else abort(400)
    if "leave" in posted:
        reason = _text(posted, "leave", MOST_NAME_CHARACTERS)
        return room.leave(passed, reason) if reason in ENDINGS else abort(400)
    if "until" in posted:
        return room.move_to(_moment(posted["until"]))
    if "answer_first_questions" in posted:
        return room.answer_first_questions()
    return room.cannot_play(passed) if "cannot_play" in posted else room.pass_time(passed)


def _setting(posted: dict[str, Any]) -> Setting:
    return Setting(
        patient=_text(posted, "patient", MOST_NAME_CHARACTERS),
        time_zone=_time_zone(posted),
        locale=_locale(posted),
        screen=bool(posted.get("screen")),
    )


def _locale(posted: dict[str, Any]) -> str:
    """Return the locale that was posted, or the usual one when the coach does not speak it."""
    locale = posted.get("locale")
    return spoken_locale(locale) if isinstance(locale, str) else LOCALE


def _time_zone(posted: dict[str, Any]) -> ZoneInfo:
    """Return the zone that was posted, or the usual one of the locale."""
    try:
        return ZoneInfo(str(posted.get("time_zone") or ""))
    except (ValueError, OSError, ZoneInfoNotFoundError):
        return time_zone_of(_locale(posted))


def _passed(posted: dict[str, Any]) -> float:
    """Return how many seconds passed since the last answer; 400 when that is no length of time."""
    passed = posted.get("passed", 0)
    is_number = isinstance(passed, int | float) and not isinstance(passed, bool)
    if not is_number or not math.isfinite(passed) or not 0 <= passed <= MOST_SECONDS:
        abort(400)
    return float(passed)


def _moment(text: object) -> datetime | None:
    """Return the time in *text*; None for tomorrow morning; 400 when it is none."""
    if text is None:
        return None
    try:
        return datetime.fromisoformat(str(text))
    except ValueError:
        abort(400)


def _posted() -> dict[str, Any]:
    """Return the JSON object that was posted; 400 when it is none."""
    posted: Any = request.get_json()
    return posted if isinstance(posted, dict) else abort(400)


def _text(posted: dict[str, Any], name: str, most_characters: int) -> str:
    """Return the text *name* of what was posted; 400 when it is missing or too long."""
    text = posted.get(name)
    if not isinstance(text, str) or not 0 < len(text) <= most_characters:
        abort(400)
    return text
