"""No path coaches while safety questions are due, or a clinician must look first: every intent, from every state."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from skill.alexa.routes import ROUTES
from skill.alexa.skill import take_step
from skill.alexa.turn import Slot, Turn
from skill.app import codec
from skill.app.codec import Document
from skill.app.keys import PatientKeys
from skill.app.safekeeping import Whereabouts
from skill.bootstrap import Application
from skill.dialogue.latency import Latency
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.patient.patient import CareHold
from skill.domain.patient.state import State
from skill.domain.safety.limits import Limit
from skill.domain.safety.red_flags import Care
from skill.domain.safety.screen_items import Answer
from skill.domain.safety.screen_rules import Screened
from skill.simulator.device import Device
from tests.alexa.stations import ALL_CLEAR, WAYS
from tests.alexa.test_routes import SLOTS

INTENTS = sorted({intent for intent, _ in ROUTES})
COACHED = (State.GETTING_READY, State.ON_ACTIVITY)


def known(application: Application, device: Device) -> Document:
    key = PatientKeys(application.settings.secret or b"").of(device.user_id)
    text = application.store.load(key, "looking", application.clock()).document
    session = device.last_request["session"]["sessionId"]
    where = Whereabouts(patient=key, alexa_session=session)
    return application.coach.safekeeping.read(text, where) if text else Document()


def moment_of(application: Application, document: Document, days_later: int = 0) -> Moment:
    now = application.clock() + timedelta(days=days_later)
    return Moment(
        catalog=application.coach.catalog,
        patient=document.patient,
        session=document.session,
        said=document.last_said,
        now=now,
        today=now.date(),
        emergency_number="911",
        country="US",
        latency=Latency(),
    )


def turn_of(intent: str) -> Turn:
    slots = {name: Slot(heard=value.heard, id=value.id) for name, value in SLOTS.get(intent, {}).items()}
    return Turn(kind="IntentRequest", request_id="1", locale="en-US", user_id="somebody", intent=intent, slots=slots)


def coaches(before: Moment, reply: Reply) -> bool:
    begun = reply.session.state in COACHED and before.state is not reply.session.state
    return reply.script is not None or begun or any(isinstance(cue, cues.ExerciseIntro) for cue in reply.cues)


@pytest.mark.parametrize("days_later", [1, 7])
@pytest.mark.parametrize("state", list(State))
def test_nothing_is_coached_while_a_screen_is_due(
    device: Device, application: Application, state: State, days_later: int
) -> None:
    WAYS[state](device)
    moment = moment_of(application, known(application, device), days_later)

    assert [intent for intent in INTENTS if coaches(moment, take_step(turn_of(intent), moment))] == (
        ["AMAZON.RepeatIntent", "SlowSpeechIntent"]
        if state is State.GETTING_READY
        else []  # say the instructions again
    )


HELD = {
    "care": lambda patient, today: replace(patient, care=CareHold(care=Care.SEEK_SOON, since=today)),
    "a clinician must be asked first": lambda patient, _: replace(patient, limits=(Limit.NO_COACHING,)),
    "under eighteen": lambda patient, _: replace(patient, limits=(Limit.ADULTS_ONLY,)),
    "never screened": lambda patient, _: replace(patient, screened=Screened()),
    "something came that needed care": lambda patient, _: replace(patient, screened=patient.screened.after_care()),
}


@pytest.mark.parametrize("why", HELD)
@pytest.mark.parametrize("state", [state for state in State if state is not State.GETTING_READY])
def test_nothing_is_coached_while_it_is_held(device: Device, application: Application, state: State, why: str) -> None:
    WAYS[state](device)
    moment = moment_of(application, known(application, device))
    moment = replace(moment, patient=HELD[why](moment.patient, moment.today))

    assert [intent for intent in INTENTS if coaches(moment, take_step(turn_of(intent), moment))] == []


def test_no_answer_outlives_the_screen(device: Device, application: Application) -> None:
    WAYS[State.SCREENING](device)
    device.intent("AMAZON.NoIntent")
    under_way = known(application, device).session.screen
    for answer in ALL_CLEAR[1:]:
        device.intent(answer)
    finished = known(application, device)

    assert under_way is not None
    assert dict(under_way.answers) == {"G1": Answer.NO}
    assert finished.session.screen is None
    assert '"G1"' not in codec.dump(finished)


def test_a_warning_sign_forgets_the_answers_so_far_and_asks_them_all_again(
    device: Device, application: Application
) -> None:
    WAYS[State.SCREENING](device)
    device.intent("AMAZON.NoIntent")
    device.intent("RedFlagIntent", SLOTS["RedFlagIntent"])
    held = known(application, device)

    assert held.session.screen is None
    assert held.patient.screened.again


def test_limits_stay_when_the_screen_is_taken_again_but_the_disc_is_asked_for_anew(
    device: Device, application: Application
) -> None:
    WAYS[State.OFFERING_ROUTINE](device)
    moment = moment_of(application, known(application, device), days_later=7)
    limits = (Limit.NO_NECK, Limit.WALKING_AND_REST_ONLY)
    reply = take_step(turn_of("ReadyIntent"), replace(moment, patient=replace(moment.patient, limits=limits)))
    for intent in ALL_CLEAR:
        reply = take_step(turn_of(intent), replace(moment, patient=reply.patient, session=reply.session))

    assert reply.patient.limits == (Limit.NO_NECK,)
    assert reply.session.state is State.REPORTING
