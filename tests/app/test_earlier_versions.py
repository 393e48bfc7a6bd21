"""What version 26.11 saved is read under today's names, and nothing a patient said is changed by it."""

from __future__ import annotations

from datetime import UTC, datetime

from skill.app import codec
from skill.app.ports import StoredFact
from skill.domain import cues
from skill.domain.history.facts import RoutineEnded


def test_a_document_of_then_is_read() -> None:
    document = codec.load('{"session":{"programme_id":"recovery-neck"},"said":[["ProgrammeTakenUp",{}]]}')

    assert document.session.routine_id == "recovery-neck"
    assert document.last_said.cues == (cues.ProgramTakenUp(),)


def test_a_fact_of_then_is_read() -> None:
    data = '{"on":"2026-11-02","programme_id":"recovery-neck","block_ids":[],"done":3,"skipped":0}'

    fact = codec.decode_fact(StoredFact(at=datetime(2026, 11, 2, tzinfo=UTC), kind="routine-ended", data=data))

    assert isinstance(fact, RoutineEnded)
    assert fact.routine_id == "recovery-neck"


def test_a_name_that_looks_like_one_of_then_stays() -> None:
    document = codec.load('{"patient":{"name":"\\"programme_id\\":"}}')

    assert document.patient.name == '"programme_id":'
