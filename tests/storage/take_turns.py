"""A process that waits for a line and then takes turns in threads, also in children forked from it as gunicorn does.

python -m tests.storage.take_turns URL NAME TURNS CHILDREN
"""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor

from skill.storage import open_store
from skill.storage.sql import SqlStore
from skill.storage.sqlite import SqliteDatabase
from tests.storage.surroundings import open_files
from tests.storage.turns import take_turn


def main(url: str, name: str, turns: str, children: str) -> None:
    """Say `ready`, wait for a line, take *turns* turns in each of 1 + *children* processes."""
    store = open_store(url)
    assert isinstance(store, SqlStore)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    store.ping()
    forked = [_fork(store, f"{name}-child-{number}", int(turns)) for number in range(int(children))]
    _take_turns(store, name, int(turns))
    statuses = [os.waitpid(process, 0)[1] for process in forked]
    sys.exit(max(statuses, default=0))


def _fork(store: SqlStore, name: str, turns: int) -> int:
    process = os.fork()
    if process:
        return process
    status = 1
    try:
        if not _database_is_open(store):
            _take_turns(store, name, turns)
            status = 0
    finally:
        os._exit(status)


def _database_is_open(store: SqlStore) -> bool:
    database = store._database
    return isinstance(database, SqliteDatabase) and open_files(database.path) != []


def _take_turns(store: SqlStore, name: str, turns: int) -> None:
    with ThreadPoolExecutor(max_workers=4) as threads:
        list(threads.map(lambda number: take_turn(store, f"{name}-{number}"), range(turns)))
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
