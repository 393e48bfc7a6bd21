"""Every store the contract is tested with.

PostgreSQL joins in when SPINE_COACH_TEST_POSTGRES_URL names a database, or when a server is installed to be started.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url, text

from skill.app.ports import Store
from skill.storage import open_store
from skill.storage.sql import SqlStore
from tests.storage.postgres_server import binaries, running_server
from tests.storage.surroundings import POSTGRES_URL, POSTGRES_VARIABLE

SQL = ["sqlite", "postgres"]
_NO_SERVER = f"no PostgreSQL to test with: install one (Debian: apt-get install postgresql) or set {POSTGRES_VARIABLE}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let one worker run all tests of PostgreSQL, so that one server is started."""
    for item in items:
        if "postgres" in item.nodeid:
            item.add_marker(pytest.mark.xdist_group("postgres"))


@pytest.fixture(name="postgres_server", scope="session")
def _postgres_server() -> Iterator[str]:
    """The URL of a database on a server."""
    pytest.importorskip("psycopg", reason="the driver of PostgreSQL is an extra")
    if POSTGRES_URL:
        yield POSTGRES_URL
    elif binaries() is None:
        pytest.skip(_NO_SERVER)
    else:
        with running_server() as url:
            yield url


@pytest.fixture(name="opened")
def _opened() -> Iterator[Callable[[str], Store]]:
    """Open stores, and close them when the test ends."""
    stores: list[Store] = []

    def opened(url: str) -> Store:
        stores.append(open_store(url))
        return stores[-1]

    yield opened
    for store in stores:
        if isinstance(store, SqlStore):
            store.close()


@pytest.fixture(name="sqlite_path")
def _sqlite_path(tmp_path: Path) -> Path:
    return tmp_path / "coach.db"


@pytest.fixture(name="sqlite_url")
def _sqlite_url(sqlite_path: Path) -> str:
    return f"sqlite:///{sqlite_path}"


@pytest.fixture(name="postgres_url")
def _postgres_url(postgres_server: str) -> Iterator[str]:
    with _schema_of_its_own(postgres_server) as url:
        yield url


@pytest.fixture(name="database_url", params=SQL)
def _database_url(request: pytest.FixtureRequest) -> str:
    """The SQL databases."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture(name="store", params=["memory", *SQL])
def _store(request: pytest.FixtureRequest, opened: Callable[[str], Store]) -> Store:
    """Every store there is, empty."""
    if request.param == "memory":
        return opened("memory:")
    return opened(request.getfixturevalue(f"{request.param}_url"))


@contextmanager
def _schema_of_its_own(url: str) -> Iterator[str]:
    name = f"test_{uuid4().hex}"
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
        own = make_url(url).update_query_dict({"options": f"-c search_path={name}"})
        yield own.render_as_string(hide_password=False)
        connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
    engine.dispose()
