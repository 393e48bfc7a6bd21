"""What only a PostgreSQL server can show: that it may be away, slow, or hold a lock, and come back."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import create_engine, text

from skill.app.ports import Loaded, Store
from skill.errors import StorageUnavailable
from tests.storage.turns import ANN, NOW, save

pytest.importorskip("psycopg", reason="the driver of PostgreSQL is an extra")

WITHIN_SECONDS = 3.0
DROP_THOSE_WHO_USED_REPLIES = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%INTO replies%' AND pid <> pg_backend_pid()
"""


@contextmanager
def _unavailable(match: str) -> Iterator[None]:
    began = time.monotonic()
    with pytest.raises(StorageUnavailable, match=match) as caught:
        yield
    assert time.monotonic() - began < WITHIN_SECONDS
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("listening", [False, True], ids=["nobody listens", "nobody answers"])
def test_a_server_that_is_away(opened: Callable[[str], Store], listening: bool) -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        if listening:
            server.listen()
        port = server.getsockname()[1]
        store = opened(f"postgresql+psycopg://coach:hunter2@127.0.0.1:{port}/coach")

        with _unavailable("The PostgreSQL database coach at 127.0.0.1 refused or did not answer"):
            store.load(ANN, "request-1", NOW)


def test_a_server_that_dropped_the_connections(opened: Callable[[str], Store], postgres_url: str) -> None:
    store = opened(postgres_url)
    save(store)
    engine = create_engine(postgres_url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(DROP_THOSE_WHO_USED_REPLIES))
    engine.dispose()

    assert store.load(ANN, "request-1", NOW) == Loaded(1, "{}", "{}")
    save(store, version=1, request_id="request-2")


def test_a_lock_that_is_not_released_in_time(opened: Callable[[str], Store], postgres_url: str) -> None:
    store = opened(postgres_url)
    save(store)
    engine = create_engine(postgres_url)
    with engine.connect() as other_program:
        other_program.execute(text("LOCK TABLE patients IN ACCESS EXCLUSIVE MODE"))
        with _unavailable("55P03|57014"):
            save(store, version=1, request_id="request-2")
        other_program.rollback()
    engine.dispose()

    save(store, version=1, request_id="request-2")
