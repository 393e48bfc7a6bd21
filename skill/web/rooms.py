"""The simulator's rooms: in each stands the one pretend Echo, and a page plays what it does.

A page tells how much time has passed and what was said; the device does all the rest, and its room tells what it does
until it is due again.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from audio.manifest import read_manifest
from skill.alexa.endpoint import Endpoint
from skill.app.coach import Visit
from skill.bootstrap import Application
from skill.dialogue.step import Moment
from skill.simulator.audio_player import Activity, AudioPlayer
from skill.simulator.clock import MovableClock, RequestClock
from skill.simulator.conversation import Conversation, Exchange
from skill.simulator.device import LISTENING_SECONDS, Device, Silence
from skill.simulator.heard import Heard
from skill.simulator.timeline import Stretch, Timeline, stretches_of
from skill.simulator.understanding import Understood, UtteranceKind
from skill.web.guide_seconds import seconds_in
from skill.web.model import understanding_of
from skill.web.newcomer import newcomer_says
from skill.web.record import count_seconds, record

Json = dict[str, Any]
MOST_ROOMS = 20
MOST_QUESTIONS = 60
MORNING_HOUR = 8
USER_PREFIX = "amzn1.ask.account.SIMULATOR."
NOTHING_LEFT: Json = {"look": "farewell", "state": "finished", "title": "Spine Coach", "choices": [], "lines": []}
"""What stays when the session is over: nothing about anybody."""
OPENINGS = ("open spine coach", "ask spine coach what's today's routine", "ask spine coach to start my routine")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Whose Echo it is, and what it is set to."""

    patient: str
    time_zone: ZoneInfo
    locale: str
    screen: bool


@dataclass(slots=True)
class Rooms:
    """The rooms of a server; the one not used for longest is given up first."""

    application: Application
    _rooms: OrderedDict[str, Room] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def room(self, name: str, setting: Setting) -> Room:
        """Return the room *name*, its Echo set as *setting* says."""
        with self._lock:
            room = self._rooms.get(name)
            if room is None or room.setting.patient != setting.patient:
                room = self._rooms[name] = Room(self.application, setting)
            self._rooms.move_to_end(name)
            while len(self._rooms) > MOST_ROOMS:
                self._rooms.popitem(last=False)
        room.set_up(setting)
        return room


class Room:
    """A patient, and the pretend Echo beside the mat."""

    def __init__(self, application: Application, setting: Setting) -> None:
        """Put the Echo there; nothing is said yet."""
        self.setting = setting
        self.lock = Lock()
        self._application = application
        self._skill = Endpoint(application.skill)
        self._clock = MovableClock(application.clock())
        self.device = Device(
            self._answer,
            self._clock,
            user_id=f"{USER_PREFIX}{setting.patient}",
            locale=setting.locale,
            player=AudioPlayer(seconds_in(read_manifest(application.settings.guides_dir))),
            new_id=lambda: str(uuid4()),
        )
        self._conversation = Conversation(self.device, understanding_of(setting.locale))
        self._counted = 0.0
        self._sent: list[Json] = []
        self._scene: Json | None = None
        """What is on the screen since the last answer, until it is told."""

    def set_up(self, setting: Setting) -> None:
        """Set the Echo as *setting* says."""
        self.setting = setting
        self.device.time_zone, self.device.screen = str(setting.time_zone), setting.screen

    @property
    def visit(self) -> Visit:
        """Return whose record is looked at, and when."""
        return Visit(
            patient=self._application.keys.of(self.device.user_id),
            request_id="the simulator looks",
            locale=self.setting.locale,
            time_zone=self.setting.time_zone,
            now=self._clock(),
            channel=self._application.settings.channel,
            alexa_session=self.device.session_id,
        )

    def say(self, utterance: str, passed: float, *, latency: bool = True) -> Json:
        """Say *utterance* after *passed* seconds, and return what the Echo does from then on.

        Whoever interrupts is heard later than they begin to speak, unless *passed* has that *latency* in it already.
        """
        self.device.wait(passed)
        if self._clock() < self.device.silent_at:
            if latency:
                self.device.wait(self._application.settings.latency.in_seconds)
            waited = [f"wait     {round((self._clock() - self.device.heard_at).total_seconds())}"]
        else:
            waited = []
        timeline = Timeline()
        lines = [*waited, f"patient  {utterance}", *self._take(utterance, timeline)]
        return self._told(timeline, lines)

    def touch(self, arguments: list[Any], passed: float) -> Json:
        """Touch what sends *arguments* after *passed* seconds, and return what the Echo does from then on."""
        self.device.wait(passed)
        timeline = Timeline()
        if not self.device.in_session:
            timeline.add("note", text="The session is over.")
            return self._told(timeline, [])
        self._play(self.device.touch(arguments), timeline)
        return self._told(timeline, [])

    def pass_time(self, passed: float) -> Json:
        """Let *passed* seconds go by in silence, and return what the Echo does then."""
        timeline = Timeline()
        for brought in self.device.wait(passed):
            if brought is Silence.END:
                timeline.add("note", text="The session is over.")
                self._scene = NOTHING_LEFT
            elif self.device.last is not None:
                timeline.add("coach")
                self._counted = timeline.play(self.device.last.reprompt, self._stretches(), self._counted)
        self._microphone(timeline)
        return self._told(timeline, [])

    def leave(self, passed: float, reason: str) -> Json:
        """End Alexa's session from the device's side, for *reason*."""
        self.device.wait(passed)
        timeline = Timeline()
        if self.device.in_session:
            self.device.exit(reason)
            timeline.add("note", text="The session is over.")
            self._scene = NOTHING_LEFT
        self._microphone(timeline)
        return self._told(timeline, [])

    def move_to(self, moment: datetime | None) -> Json:
        """Let the session end and time move to *moment*; None is tomorrow morning."""
        self.device.exit("EXCEEDED_MAX_REPROMPTS")
        here = self._clock().astimezone(self.setting.time_zone)
        if moment is None:
            moment = (here + timedelta(days=1)).replace(hour=MORNING_HOUR, minute=0, second=0, microsecond=0)
        else:
            moment = moment.replace(tzinfo=moment.tzinfo or self.setting.time_zone)
        self.device.wait(max(0.0, (moment - here).total_seconds()))
        timeline = Timeline()
        self._microphone(timeline)
        return self._told(timeline, [f"until    {moment:%Y-%m-%dT%H:%M}"])

    def cannot_play(self, passed: float) -> Json:
        """Report, after *passed* seconds, that the guide cannot be played."""
        self.device.player.broken = True
        try:
            return self.pass_time(passed)
        finally:
            self.device.player.broken = False

    def answer_first_questions(self) -> Json:
        """Answer what a new patient is asked, as somebody to whom nothing dangerous applies, in no time."""
        timeline, lines = Timeline(), list[str]()
        utterance: str | None = OPENINGS[0]
        for _ in range(MOST_QUESTIONS):
            if utterance is None:
                break
            lines += [f"patient  {utterance}", *self._take(utterance, timeline)]
            timeline.end = 0.0
            self.device.wait((self.device.silent_at - self._clock()).total_seconds())
            utterance = newcomer_says(self._look())
        for moment in timeline.moments:
            moment.update(at=0.0, lasts=0.0)
        timeline.add(
            "note", text="The questions are answered. Now say “nowhere”, “yes” for the floor, and then “ready”."
        )
        return self._told(timeline, lines)

    def _take(self, utterance: str, timeline: Timeline) -> list[str]:
        """Say *utterance*, put what comes of it into *timeline*, and return the coach's line of a transcript."""
        exchange = self._conversation.say(utterance)
        timeline.add("you", text=utterance, understood=_understood(exchange.understood))
        if exchange.heard is None:
            timeline.add("note", text=_unanswered(exchange))
            self._microphone(timeline)
            return []
        heard = exchange.heard
        self._play(heard, timeline)
        return [f"coach    {heard.text}"] if heard.text else []

    def _play(self, heard: Heard, timeline: Timeline) -> None:
        """Let what is heard, and what goes on a card, follow in *timeline*."""
        timeline.add("coach")
        if heard.card:
            timeline.add("screen", title=heard.card_title, text=heard.card)
        self._counted = timeline.play(heard.sounds, self._stretches())
        self._scene = self.device.shown or self._scene
        self._microphone(timeline)

    def _microphone(self, timeline: Timeline) -> None:
        """Open the microphone, or close it and let the player go on, at the end of *timeline*."""
        player, last = self.device.player, self.device.last
        listening = self.device.in_session and last is not None and last.listening
        timeline.add("microphone", open=listening)
        sounds = player.activity is Activity.PLAYING and player.stream is not None and not self.device.in_session
        offset = player.offset_ms(self._clock()) / 1000
        if sounds and player.stream is not None:
            timeline.add("player", title=player.stream.title, url=player.stream.url, offset=offset)
        else:
            timeline.add("player", title="", url="", offset=offset)

    def _told(self, timeline: Timeline, lines: list[str]) -> Json:
        sent, self._sent = self._sent, []
        scene, self._scene = self._scene, None
        suggestions = {} if self.device.in_session else {"suggestions": OPENINGS}
        return {
            "now": self._clock().isoformat(),
            "timeline": timeline.moments,
            "again_in": self._again_in(),
            "listening_seconds": LISTENING_SECONDS,
            "lines": lines,
            "scene": scene,
            "record": {**record(self._application, self.visit), **suggestions},
            "requests": sent,
            "response": self.device.last_response,
        }

    def _again_in(self) -> float | None:
        """Return after how many seconds the Echo does something by itself; None when it never does."""
        report, silence = self.device.player.due(), self.device.due_at
        due = ([report.at] if report else []) + ([silence] if silence else [])
        return max(0.0, (min(due) - self._clock()).total_seconds()) if due else None

    def _stretches(self) -> tuple[Stretch, ...]:
        return stretches_of(count_seconds(self._look()))

    def _look(self) -> Moment:
        return self._application.coach.look(self.visit)

    def _answer(self, envelope: Json) -> Json:
        self._sent.append(envelope)
        clock = self._application.clock
        with clock.at(self._clock()) if isinstance(clock, RequestClock) else nullcontext():
            return dict(json.loads(self._skill.answer(json.dumps(envelope).encode())))


def _unanswered(exchange: Exchange) -> str:
    if exchange.reached:
        return "The session is over."
    return "Alexa did not pass this on: the conversation is over. Say “open spine coach”."


def _understood(found: Understood) -> str:
    """Return how an utterance was understood, in a line; "" when it was no intent."""
    if found.kind is not UtteranceKind.INTENT:
        return ""
    slots = [f"{name} {value.heard}" for name, value in found.slots.items() if value.heard]
    return f"{', '.join([found.intent, *slots])} ({found.how}, {round(found.confidence * 100)} %)"
