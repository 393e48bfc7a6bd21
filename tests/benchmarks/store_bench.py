"""What one turn costs the processor in the store: SQLite on a file, and the same SQL without SQLAlchemy."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from sqlalchemy.dialects import sqlite

from skill.app.ports import PatientKey, Store, StoredFact
from skill.storage import open_store, statements
from skill.storage.sqlite import SqliteDatabase
from skill.storage.statements import Prepared

TURNS = 2000
BATCH = 100
"""The median of batches is reported: one that a neighbor on the machine disturbed does not count."""
PATIENT = PatientKey("7" * 64)
START = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
BETWEEN_TURNS = timedelta(seconds=5)
DOCUMENT = "d" * 4000
REPLY = "r" * 3000
FACT_DATA = "f" * 200
FACTS_A_TURN = 2


def measure() -> dict[str, float]:
    """Return CPU milliseconds a turn, with 120 kept replies and a document, a reply and facts of usual sizes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        store = open_store(f"sqlite:///{path}")
        loads, saves = _timed_turns(store)
        driver = _timed(_driver_turn(path))
    return {
        "load_cpu_ms": loads,
        "save_cpu_ms": saves,
        "load_and_save_cpu_ms": loads + saves,
        "same_sql_on_sqlite3_alone_cpu_ms": driver,
    }


def _timed_turns(store: Store) -> tuple[float, float]:
    loads: list[float] = []
    saves: list[float] = []
    for batch in range(TURNS // BATCH):
        load_seconds = save_seconds = 0.0
        for number in range(batch * BATCH, (batch + 1) * BATCH):
            now, request_id = START + number * BETWEEN_TURNS, f"request-{number}"
            began = time.process_time()
            loaded = store.load(PATIENT, request_id, now)
            load_seconds += time.process_time() - began
            facts = (StoredFact(now, "set-done", FACT_DATA),) * FACTS_A_TURN
            began = time.process_time()
            store.save(
                PATIENT,
                version=loaded.version,
                next_version=loaded.version + 1,
                document=DOCUMENT,
                facts=facts,
                request_id=request_id,
                reply=REPLY,
                now=now,
            )
            save_seconds += time.process_time() - began
        loads.append(load_seconds)
        saves.append(save_seconds)
    return _milliseconds(loads), _milliseconds(saves)


def _timed(turn: Callable[[int], None]) -> float:
    seconds = []
    for batch in range(TURNS // BATCH):
        began = time.process_time()
        for number in range(TURNS + batch * BATCH, TURNS + (batch + 1) * BATCH):
            turn(number)
        seconds.append(time.process_time() - began)
    return _milliseconds(seconds)


def _driver_turn(path: Path) -> Callable[[int], None]:
    connection = SqliteDatabase(path).create_engine().raw_connection()
    execute, executemany = connection.cursor().execute, connection.cursor().executemany
    dialect = sqlite.dialect(paramstyle="named")
    load, change, sweep, keep, append = (
        Prepared(statement, dialect).sql
        for statement in (
            statements.LOAD,
            statements.CHANGE_PATIENT,
            statements.SWEEP_REPLIES,
            statements.KEEP_REPLY,
            statements.APPEND_FACT,
        )
    )

    def turn(number: int) -> None:
        now = START + number * BETWEEN_TURNS
        values = {
            "patient": PATIENT,
            "request_id": f"request-{number}",
            "now": _text(now),
            "forgotten_since": _text(now - timedelta(minutes=10)),
            "document_text": DOCUMENT,
            "key_id": "",
            "reply_text": REPLY,
        }
        version = execute(load, values).fetchone()[0]
        execute("BEGIN IMMEDIATE")
        execute(change, values | {"loaded_version": version, "new_version": version + 1})
        execute(sweep, values)
        execute(keep, values)
        fact = {"patient": PATIENT, "moment": values["now"], "fact_kind": "set-done", "fact_data": FACT_DATA}
        executemany(append, [fact] * FACTS_A_TURN)
        execute("COMMIT")

    return turn


def _text(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S.%f}"


def _milliseconds(batches: list[float]) -> float:
    return median(batches) / BATCH * 1000
