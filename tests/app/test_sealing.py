"""What may not be kept is readable in Alexa's open session only, and a killed server loses none of it there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from skill.app import codec
from skill.app.codec import Document
from skill.app.kept_reply import KeptReply
from skill.app.ports import PatientKey
from skill.app.safekeeping import Safekeeping, Whereabouts
from skill.app.sealing import Seal
from skill.domain.history.privacy import Consent, SymptomsMode
from skill.domain.movement.exercise import Side
from skill.domain.patient.patient import Patient
from skill.domain.patient.session import Session
from skill.domain.patient.state import State
from skill.domain.safety.screen_items import Answer, ScreenKind
from skill.domain.safety.screen_rules import ScreenProgress

ANN, BOB = PatientKey("ann"), PatientKey("bob")
HERE = Whereabouts(patient=ANN, alexa_session="session one")
SEAL = Seal(b"a secret")
SCREEN = ScreenProgress(kind=ScreenKind.DAILY, on=date(2026, 11, 23), answers={"D2": Answer.YES})
TOLD = Document(
    patient=Patient(visits=3, painful_side=Side.LEFT),
    session=Session(state=State.SCREENING, screen=SCREEN),
    said=(("AskScreening", {"item_id": "D2", "asking": "which"}),),
)
REPLY = KeptReply(document=TOLD, cues=TOLD.said, question=None, counts=False, urgent=False)
SECRETS = ('D2"', '"left"', "AskScreening")
MODES = [
    pytest.param(SymptomsMode.DURABLE, None, id="durable, not asked yet"),
    pytest.param(SymptomsMode.DURABLE, Consent.REFUSED, id="durable, refused"),
    pytest.param(SymptomsMode.SESSION, Consent.GIVEN, id="session"),
    pytest.param(SymptomsMode.POLICY_SAFE, Consent.GIVEN, id="policy-safe"),
]


def with_consent(consent: Consent | None) -> Document:
    """Return the document of a patient who answered so."""
    return replace(TOLD, patient=replace(TOLD.patient, consent=consent))


@pytest.mark.parametrize(("mode", "consent"), MODES)
def test_the_stores_texts_say_nothing_and_the_session_reads_all(mode: SymptomsMode, consent: Consent | None) -> None:
    document, keeping = with_consent(consent), Safekeeping(mode, SEAL)
    text = keeping.write(document, HERE)
    reply = keeping.write_reply(replace(REPLY, document=document), HERE)

    assert [secret for secret in SECRETS if secret in text + reply] == []
    assert keeping.read(text, HERE) == document
    assert keeping.read_reply(reply, HERE) == replace(REPLY, document=document)


@pytest.mark.parametrize(
    "where",
    [
        pytest.param(Whereabouts(patient=ANN, alexa_session="session two"), id="the next session"),
        pytest.param(Whereabouts(patient=BOB, alexa_session="session one"), id="another patient"),
    ],
)
def test_elsewhere_it_is_gone_and_what_may_be_kept_is_there(where: Whereabouts) -> None:
    keeping = Safekeeping(SymptomsMode.SESSION, SEAL)
    found = keeping.read(keeping.write(TOLD, HERE), where)

    assert found.patient == Patient(visits=3)
    assert found.session == Session(state=State.FINISHED)
    assert found.sealed == ""
    with pytest.raises(ValueError, match="another session"):
        keeping.read_reply(keeping.write_reply(REPLY, HERE), where)


def test_another_secret_opens_nothing() -> None:
    text = Safekeeping(SymptomsMode.SESSION, SEAL).write(TOLD, HERE)

    assert Safekeeping(SymptomsMode.SESSION, Seal(b"another")).read(text, HERE).session.screen is None


def test_a_request_outside_a_session_leaves_it_sealed() -> None:
    keeping, nowhere = Safekeeping(SymptomsMode.SESSION, SEAL), Whereabouts(patient=ANN, alexa_session=None)
    between = keeping.write(keeping.read(keeping.write(TOLD, HERE), nowhere), nowhere)

    assert keeping.read(between, HERE) == TOLD
    assert [secret for secret in SECRETS if secret in keeping.write_reply(REPLY, nowhere)] == []


def test_with_consent_all_is_kept_as_it_is() -> None:
    document, keeping = with_consent(Consent.GIVEN), Safekeeping(SymptomsMode.DURABLE, SEAL)
    text = keeping.write(document, HERE)

    assert text == codec.dump(document)
    assert keeping.read(text, Whereabouts(patient=ANN, alexa_session="session two")) == document


def test_the_same_text_is_never_sealed_the_same_twice() -> None:
    assert SEAL.close("told", ANN, "one") != SEAL.close("told", ANN, "one")


def test_the_secret_is_not_in_the_repr() -> None:
    assert "a secret" not in repr(SEAL)
