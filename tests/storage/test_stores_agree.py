"""Whatever is done to a store in memory and to one in SQLite, both answer the same."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from skill.app.ports import PatientKey, Store, StoredFact
from skill.errors import StaleVersion
from skill.storage import open_store
from skill.storage.memory import MemoryStore
from skill.storage.sql import SqlStore
from tests.storage.turns import LONG_AGO, NOW, save

NAMES = st.sampled_from(["ann", "bob"])
REQUEST_IDS = st.sampled_from(["request-1", "request-2", "request-3"])
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
STEPS = st.sampled_from([timedelta(0), timedelta(seconds=1), timedelta(minutes=9, seconds=59), timedelta(minutes=10)])
OFFSETS = st.integers(-3, 3).map(lambda minutes: timedelta(minutes=minutes))
FACTS = st.lists(st.tuples(OFFSETS, TEXTS, TEXTS), max_size=4)

_examples = count()


class Stores(RuleBasedStateMachine):
    """One file for all examples, with patients of their own, as a new file costs more than the example."""

    folder: Path
    sqlite: SqlStore

    def __init__(self) -> None:
        super().__init__()
        self.memory = MemoryStore()
        self.now = NOW
        self.example = next(_examples)

    def patient(self, name: str) -> PatientKey:
        return PatientKey(f"{name}-{self.example}")

    def same(self, ask: Callable[[Store], Any]) -> Any:
        expected, actual = _outcome(ask, self.memory), _outcome(ask, self.sqlite)
        assert actual == expected
        return actual

    @rule(step=STEPS)
    def time_passes(self, step: timedelta) -> None:
        self.now += step

    @rule(name=NAMES, request_id=REQUEST_IDS)
    def load(self, name: str, request_id: str) -> None:
        self.same(lambda store: store.load(self.patient(name), request_id, self.now))

    @rule(
        name=NAMES,
        behind=st.sampled_from([0, 0, 0, 1, -1]),
        document=TEXTS,
        facts=FACTS,
        request_id=REQUEST_IDS,
        reply=TEXTS,
    )
    def save(self, name: str, behind: int, document: str, facts: list[Any], request_id: str, reply: str) -> None:
        patient = self.patient(name)
        version = self.memory.load(patient, request_id, self.now).version - behind
        new = tuple(StoredFact(self.now + offset, kind, data) for offset, kind, data in facts)
        self.same(
            lambda store: save(
                store,
                patient,
                version=version,
                document=document,
                facts=new,
                request_id=request_id,
                reply=reply,
                now=self.now,
            )
        )

    @rule(name=NAMES, offset=OFFSETS)
    def facts(self, name: str, offset: timedelta) -> None:
        self.facts_since(name, self.now + offset)

    @rule(name=NAMES)
    def delete(self, name: str) -> None:
        self.same(lambda store: store.delete(self.patient(name)))

    def teardown(self) -> None:
        for name in ("ann", "bob"):
            self.facts_since(name, LONG_AGO)

    def facts_since(self, name: str, since: datetime) -> None:
        self.same(lambda store: store.facts(self.patient(name), since))


def _outcome(ask: Callable[[Store], Any], store: Store) -> Any:
    try:
        return ask(store)
    except StaleVersion:
        return StaleVersion


class TestStoresAgree(Stores.TestCase):  # type: ignore[misc, valid-type]
    settings = settings(stateful_step_count=25, suppress_health_check=[HealthCheck.too_slow])

    @classmethod
    def setUpClass(cls) -> None:
        Stores.folder = Path(tempfile.mkdtemp())
        store = open_store(f"sqlite:///{Stores.folder / 'coach.db'}")
        assert isinstance(store, SqlStore)
        Stores.sqlite = store

    @classmethod
    def tearDownClass(cls) -> None:
        Stores.sqlite.close()
        shutil.rmtree(Stores.folder)
