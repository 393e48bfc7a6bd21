"""Several processes on one database: started at once, forked from one that was already using it, all writing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from skill.app.ports import Store
from tests.storage.turns import names_taken

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}


def _start(url: str, name: str, *, turns: int, children: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, "-W", "error", "-m", "tests.storage.take_turns", url, name, str(turns), str(children)]
    return subprocess.Popen(
        command,
        env=ENVIRONMENT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def _run_at_once(processes: list[subprocess.Popen[str]]) -> None:
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    outcomes = [(process.communicate(timeout=60)[1], process.returncode) for process in processes]
    assert outcomes == [("", 0)] * len(processes)


def test_processes_that_start_at_once_make_the_tables_once_and_lose_no_turn(
    database_url: str, opened: Callable[[str], Store]
) -> None:
    _run_at_once([_start(database_url, f"process-{number}", turns=7) for number in range(3)])

    expected = {f"process-{process}-{turn}" for process in range(3) for turn in range(7)}
    names = names_taken(opened(database_url))
    assert set(names) == expected
    assert len(names) == len(expected)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork on this system")
def test_children_forked_from_a_process_in_use_inherit_no_open_database(
    database_url: str, opened: Callable[[str], Store]
) -> None:
    _run_at_once([_start(database_url, "parent", turns=5, children=3)])

    assert len(names_taken(opened(database_url))) == 20
