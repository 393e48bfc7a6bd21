"""The verbs of these tests: save a turn with only what matters in it, and take a whole turn as the coach does."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from skill.app.ports import PatientKey, Store, StoredFact
from skill.errors import StaleVersion

ANN = PatientKey("a" * 64)
BOB = PatientKey("b" * 64)
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=3650)


def fact(data: str = "{}", *, at: datetime = NOW, kind: str = "set-done") -> StoredFact:
    """Return a fact."""
    return StoredFact(at=at, kind=kind, data=data)


def save(
    store: Store,
    patient: PatientKey = ANN,
    *,
    version: int = 0,
    next_version: int | None = None,
    document: str = "{}",
    facts: tuple[StoredFact, ...] = (),
    request_id: str = "request-1",
    reply: str = "{}",
    now: datetime = NOW,
    erasing: tuple[str, ...] = (),
    holds: tuple[str, ...] = (),
    setting_aside: bool = False,
) -> None:
    """Save one turn."""
    store.save(
        patient,
        version=version,
        next_version=version + 1 if next_version is None else next_version,
        document=document,
        facts=facts,
        request_id=request_id,
        reply=reply,
        now=now,
        erasing=erasing,
        holds=holds,
        setting_aside=setting_aside,
    )


def take_turn(store: Store, name: str, patient: PatientKey = ANN) -> int:
    """Add *name* to the patient's list as the coach would, again after each lost race; return the races lost."""
    lost = 0
    while True:
        loaded = store.load(patient, name, NOW)
        names = [*json.loads(loaded.document or "[]"), name]
        try:
            save(
                store,
                patient,
                version=loaded.version,
                document=json.dumps(names),
                facts=(fact(name),),
                request_id=name,
                reply=name,
            )
        except StaleVersion:
            lost += 1
        else:
            return lost


def names_taken(store: Store, patient: PatientKey = ANN) -> list[str]:
    """Return the names of all turns, in the order they were saved; the facts must say the same."""
    loaded = store.load(patient, "nobody's", NOW)
    names: list[str] = json.loads(loaded.document or "[]")
    assert loaded.version == len(names)
    assert [kept.data for kept in store.facts(patient, LONG_AGO)] == names
    return names
