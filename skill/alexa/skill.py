"""The skill as ask-sdk sees it: one handler for every request, one for what must never happen."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from traceback import format_tb
from typing import Any

from ask_sdk_core.dispatch_components import AbstractExceptionHandler, AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.skill import CustomSkill
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_model import Response

from skill.alexa import at_door
from skill.alexa import reply as replies
from skill.alexa import touch as touches
from skill.alexa import turn as turns
from skill.alexa.accent import in_english
from skill.alexa.can_fulfill import can_fulfill
from skill.alexa.handlers.leaving import hang_up
from skill.alexa.player import GuideShelf
from skill.alexa.player_routes import PLAYER_BUTTONS, PLAYER_INTENTS, PLAYER_REPORTS
from skill.alexa.routes import ANSWERED_BEFORE_WELCOME, ROUTES, WITHOUT_NOTES, route
from skill.alexa.serializer import QuickSerializer
from skill.alexa.slot_words import SlotWords
from skill.alexa.time_zones import TimeZones
from skill.alexa.touch import USER_EVENT
from skill.alexa.turn import NO_WORDS, Turn
from skill.app.coach import Coach, TurnOutcome, Visit
from skill.app.delivery import Channel
from skill.app.keys import PatientKeys
from skill.app.reception import Caller, Reception
from skill.config import SIMULATOR_SKILL_ID
from skill.dialogue.count import counting, side_question
from skill.dialogue.guides import player_reports
from skill.dialogue.information import door
from skill.dialogue.questions import guide_question
from skill.dialogue.reply import Reply
from skill.dialogue.routine import opening
from skill.dialogue.step import Moment
from skill.domain.cues import Question
from skill.domain.patient.household import DOOR
from skill.domain.patient.state import State
from skill.errors import NotUnderstood, StorageUnavailable
from skill.speech.locales import is_spoken

log = logging.getLogger(__name__)

Clock = Callable[[], datetime]

SPOKEN = frozenset({"LaunchRequest", "IntentRequest", "Alexa.Presentation.APLA.RuntimeError", USER_EVENT})
"""The requests that may be answered with speech; every other one gets no words (docs/alexa-platform.md §3.2)."""


LEAVES_THE_SESSION = frozenset({"Alexa.Presentation.APL.RuntimeError"})
"""What is only told to us: the session stays as it is, and so does what it carries."""

WHOLE_SECOND = timedelta(seconds=1)
"""Alexa's moments are cut to the second: what was saved within it was saved before."""


@dataclass(frozen=True, slots=True)
class SkillParts:
    """What the skill is made of."""

    coach: Coach
    keys: PatientKeys
    clock: Clock
    channel: Channel
    time_zones: TimeZones
    public_url: str | None = None
    """Where the audio guides are reached, https; None when they cannot be played."""
    simulator_url: str | None = None
    """Where the simulator reaches them when there is no public address; no other application is told."""
    slot_words: Callable[[str], SlotWords] = lambda _locale: NO_WORDS
    """The words of a locale's interaction model."""

    def read(self, handler_input: HandlerInput) -> Turn:
        """Return the turn in *handler_input*."""
        return turns.read(handler_input, self.slot_words)

    def shelf(self, turn: Turn) -> GuideShelf:
        """Return where the guides are for who sent *turn*."""
        local_url = self.simulator_url if turn.application_id == SIMULATOR_SKILL_ID else None
        return GuideShelf(catalog=self.coach.catalog, public_url=self.public_url or local_url)


class Turns(AbstractRequestHandler):
    """Read the turn, take its step, write the reply."""

    def __init__(self, parts: SkillParts) -> None:
        self._parts = parts

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Return True: there is no other handler."""
        return True

    def handle(self, handler_input: HandlerInput) -> Response:
        """Return the response to one request."""
        turn = self._parts.read(handler_input)
        messages = self._parts.coach.messages_for(turn.locale)
        if turn.kind in LEAVES_THE_SESSION:
            return Response()
        _carry(handler_input, {})
        if turn.unreadable:
            log.warning("what was said cannot be read")
            return replies.safe_stop(messages)
        if turn.kind in SPOKEN:
            answer = self._take(turn)
            _carry(handler_input, replies.attributes(answer))
            response = replies.write(answer, messages, self._parts.shelf(turn), turn)
            return response if is_spoken(turn.locale) else in_english(response)
        if turn.kind in PLAYER_BUTTONS or turn.kind in PLAYER_REPORTS:
            if turn.kind == "AudioPlayer.PlaybackFailed":
                log.warning("an audio guide could not be played: is it built, and is SPINE_COACH_PUBLIC_URL right?")
            return replies.write_without_words(self._take(turn), messages, self._parts.shelf(turn))
        if turn.kind == "SessionEndedRequest":
            self._take(turn)
        elif turn.kind == "AlexaSkillEvent.SkillDisabled":
            self._forget(turn)
        elif turn.kind == "CanFulfillIntentRequest":
            return can_fulfill(handler_input.request_envelope.request)
        elif turn.kind == "System.ExceptionEncountered":
            log.error("alexa could not use a response")
        return Response()

    def _take(self, turn: Turn) -> TurnOutcome:
        reception = Reception(self._parts.coach)
        return reception.take(self._visit(turn), self._caller(turn), lambda moment: take_step(turn, moment), take_over)

    def _caller(self, turn: Turn) -> Caller:
        keys = self._parts.keys
        return Caller(
            account=keys.of(turn.user_id or f"nobody {turn.request_id}"),
            voice=keys.voice(turn.user_id, turn.person_id) if turn.person_id else None,
            session=keys.session(turn.alexa_session) if turn.alexa_session else "",
            opens=turn.new_session or turn.alexa_session is None,
            speaks=turn.kind in SPOKEN and not _is_for_the_player(turn),
        )

    def _visit(self, turn: Turn) -> Visit:
        keys = self._parts.keys
        return Visit(
            patient=keys.of(turn.user_id or f"nobody {turn.request_id}"),
            request_id=turn.request_id,
            locale=turn.locale,
            time_zone=self._parts.time_zones.of(turn),
            now=self._parts.clock(),
            channel=self._parts.channel,
            player=replace(
                turn.player, available=turn.player.available and self._parts.shelf(turn).public_url is not None
            ),
            carried=turn.carried,
            alexa_session=turn.alexa_session,
            screen=turn.screen or turn.segments,
            without_notes=turn.intent in WITHOUT_NOTES,
        )

    def _forget(self, turn: Turn) -> None:
        if turn.user_id:
            until = turn.sent_at + WHOLE_SECOND if turn.sent_at else None
            self._parts.coach.forget(self._parts.keys.of(turn.user_id), asked_at=until)


def _is_for_the_player(turn: Turn) -> bool:
    """Return whether Alexa may have sent what was said to whom played last, without the skill's name."""
    return turn.new_session and turn.intent in PLAYER_INTENTS and bool(turn.player.token)


def take_step(turn: Turn, moment: Moment) -> Reply:
    """Take the step *turn* asks for; what is not understood asks back and changes nothing."""
    if turn.kind in PLAYER_REPORTS:
        return PLAYER_REPORTS[turn.kind](turn, moment)
    if turn.kind in PLAYER_BUTTONS:
        return _pressed(turn, moment)
    if moment.member_id == DOOR:
        return at_door.take(turn, moment)
    if turn.kind == "SessionEndedRequest":
        return hang_up(turn, side_question.without_side_question(moment))
    if turn.in_car and not _is_about_danger(turn, moment):
        return opening.decline_in_a_car(moment)
    if turn.new_session and turn.intent in PLAYER_INTENTS and guide_question.current_guide(moment) is not None:
        return PLAYER_INTENTS[turn.intent](turn, moment)
    if turn.kind != USER_EVENT:
        return player_reports.with_player_stopped(moment, _talk(turn, moment))
    if turn.touch is None or touches.is_late(turn.touch, moment):
        return counting.say_and_resume(moment)
    return _without_shown_place(_talk(turn, touches.at_its_place(turn.touch, moment)))


def _without_shown_place(reply: Reply) -> Reply:
    """Return *reply* without what the screen showed: it holds for one turn."""
    count = reply.session.count
    if count is None or count.shown_seconds is None:
        return reply
    return replace(reply, session=replace(reply.session, count=replace(count, shown_seconds=None)))


def take_over(moment: Moment) -> Reply:
    """Take the first step of somebody who takes over in an open session: who stands at the door is asked who it is."""
    return door.open_door(moment) if moment.member_id == DOOR else opening.launch(moment)


def _pressed(turn: Turn, moment: Moment) -> Reply:
    """Take a button's step; one that would need words, or has no guide, changes nothing."""
    if guide_question.current_guide(moment) is None:
        return moment.close()
    reply = PLAYER_BUTTONS[turn.kind](turn, moment)
    return reply if reply.question is None else moment.close()


def _is_about_danger(turn: Turn, moment: Moment) -> bool:
    """Return whether *turn* tells of a warning sign, or answers what was asked about one."""
    return turn.intent == "RedFlagIntent" or (not turn.new_session and moment.state is State.CLARIFYING)


def _talk(turn: Turn, moment: Moment) -> Reply:
    if turn.kind == "LaunchRequest":
        reply = opening.launch(side_question.without_side_question(moment))
        return reply if is_spoken(turn.locale) else opening.in_english_only(reply)
    if turn.kind == "Alexa.Presentation.APLA.RuntimeError":
        return counting.speak_instead(side_question.without_side_question(moment))
    if moment.patient.visits == 0 and turn.intent not in ANSWERED_BEFORE_WELCOME:
        return opening.launch(moment)
    handler, moment = route(turn.intent, moment)
    try:
        return handler(turn, moment)
    except NotUnderstood as error:
        if isinstance(error.cue, Question):
            return counting.ask_back(moment, error.cue)
        return counting.say_and_wait(moment, error.cue)


class SafeStopHandler(AbstractExceptionHandler):
    """Whatever breaks, the coach says to stop and rest; nothing already saved is lost."""

    def __init__(self, parts: SkillParts) -> None:
        self._parts = parts

    def can_handle(self, handler_input: HandlerInput, exception: Exception) -> bool:
        """Return True: every error is handled."""
        return True

    def handle(self, handler_input: HandlerInput, exception: Exception) -> Response:
        """Return the safe response; the error goes to the log without anything the patient said."""
        log.error("turn failed: %s", _without_values(exception))
        turn = self._parts.read(handler_input)
        if isinstance(exception, StorageUnavailable) and turn.kind not in SPOKEN:
            raise exception
        if turn.kind not in SPOKEN:
            return Response()
        response = replies.safe_stop(self._parts.coach.messages_for(turn.locale))
        return response if is_spoken(turn.locale) else in_english(response)


def build_skill(parts: SkillParts) -> CustomSkill:
    """Return the skill; the request check is done before it, by `skill.alexa.verification`."""
    builder = SkillBuilder()
    builder.add_request_handler(Turns(parts))
    builder.add_exception_handler(SafeStopHandler(parts))
    skill = builder.create()
    skill.serializer = QuickSerializer(frozenset(name for name, _ in ROUTES))
    return skill


def _carry(handler_input: HandlerInput, attributes: dict[str, Any]) -> None:
    """Give Alexa *attributes* for the next request of this session; outside a session there is none."""
    if handler_input.request_envelope.session is not None:
        handler_input.attributes_manager.session_attributes = attributes


def _without_values(error: Exception) -> str:
    """Return what the log shows of *error*: its type and where it was, never its message, which may quote a patient."""
    return type(error).__name__ + "\n" + "".join(format_tb(error.__traceback__))
