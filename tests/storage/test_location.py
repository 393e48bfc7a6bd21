"""Where a database URL leads, and what is said about one that leads nowhere."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import URL

from skill.app.ports import Store
from skill.errors import ConfigError
from skill.storage import default_url, migrate, open_store
from skill.storage.memory import MemoryStore
from skill.storage.sql import SqlStore
from tests.storage.surroundings import ordinary_user
from tests.storage.turns import ANN, NOW, save

PASSWORD = "hunter2"


@pytest.mark.parametrize("url", ["memory:", "memory://"])
def test_memory_has_two_spellings(url: str) -> None:
    assert isinstance(open_store(url), MemoryStore)
    migrate(url)


def test_a_sqlite_url_leads_to_its_file(sqlite_path: Path, opened: Callable[[str], Store]) -> None:
    save(opened(f"sqlite:///{sqlite_path}"))

    assert sqlite_path.read_bytes().startswith(b"SQLite format 3\0")


@pytest.mark.parametrize("name", ["with space.db", "100%.db", "a#b.db", "ünïcode.db"])
def test_a_file_may_have_any_name(name: str, tmp_path: Path, opened: Callable[[str], Store]) -> None:
    save(opened(URL.create("sqlite", database=str(tmp_path / name)).render_as_string()))

    assert (tmp_path / name).is_file()


@pytest.mark.parametrize(
    "url",
    [
        "",
        "coach.db",
        "/var/lib/coach.db",
        "sqlite:",
        "sqlite://",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite://coach.db",
        "sqlite://host/coach.db",
        "sqlite:///coach.db?mode=ro",
        "sqlite+aiosqlite:///coach.db",
        f"postgres://coach:{PASSWORD}@host/coach",
        f"postgresql://coach:{PASSWORD}@host/coach",
        f"postgresql+psycopg://coach:{PASSWORD}@host",
        f"postgresql+psycopg://coach:{PASSWORD}@host:port/coach",
        f"postgresql+psycopg:/coach:{PASSWORD}@host/coach",
        f"mysql://coach:{PASSWORD}@host/coach",
        f"coach:{PASSWORD}@host",
    ],
)
def test_a_url_that_leads_nowhere_is_refused_with_the_forms_that_do(url: str) -> None:
    with pytest.raises(ConfigError) as caught:
        open_store(url)

    message = str(caught.value)
    for hint in ("SPINE_COACH_DATABASE_URL", "memory:", "sqlite:///", "postgresql+psycopg://"):
        assert hint in message
    assert PASSWORD not in "".join(traceback.format_exception_only(caught.value))
    assert caught.value.__context__ is None or caught.value.__suppress_context__


def test_a_scheme_nobody_knows_is_named() -> None:
    with pytest.raises(ConfigError, match="'mysql'"):
        open_store(f"mysql://coach:{PASSWORD}@host/coach")


def test_a_missing_driver_is_named_with_the_way_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)

    with pytest.raises(ConfigError, match="pip install 'spine-coach\\[postgres\\]'") as caught:
        open_store(f"postgresql+psycopg://coach:{PASSWORD}@host/coach")
    assert PASSWORD not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize(
    ("file", "reason"),
    [("missing/coach.db", "No such file"), ("a-file/coach.db", "Not a directory"), ("", "it is a folder")],
)
def test_a_file_that_cannot_be_made_is_refused_with_its_path_and_a_remedy(
    tmp_path: Path, file: str, reason: str
) -> None:
    (tmp_path / "a-file").touch()
    path = tmp_path / file

    with pytest.raises(ConfigError) as caught:
        open_store(f"sqlite:///{path}")
    for part in (str(path), reason, "writable", "SPINE_COACH_DATABASE_URL"):
        assert part in str(caught.value)


@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o500, 0o600), (0o700, 0o400)], ids=["folder", "file"])
def test_what_may_not_be_written_is_refused(folder_mode: int, file_mode: int) -> None:
    with tempfile.TemporaryDirectory() as name, ordinary_user(Path(name)):
        folder, path = Path(name), Path(name) / "coach.db"
        path.touch(mode=file_mode)
        folder.chmod(folder_mode)

        with pytest.raises(ConfigError, match=r"coach.db cannot be used: it, or its folder, is not writable"):
            open_store(f"sqlite:///{path}")
        folder.chmod(0o700)


def test_the_repr_says_where_but_not_the_password(opened: Callable[[str], Store], sqlite_url: str) -> None:
    assert repr(opened(sqlite_url)) == f"<SqlStore: The SQLite file {sqlite_url.removeprefix('sqlite:///')}>"

    pytest.importorskip("psycopg")
    store = open_store(f"postgresql+psycopg://coach:{PASSWORD}@host.example/coach?sslpassword={PASSWORD}")
    assert isinstance(store, SqlStore)
    assert repr(store) == "<SqlStore: The PostgreSQL database coach at host.example>"
    shown = (store, store._database, store._connections, store._connections._engines, store._keyring)
    assert PASSWORD not in repr(shown)


@pytest.fixture(name="data_folder")
def _data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    share = tmp_path / "100% ünï #1"
    monkeypatch.setenv("XDG_DATA_HOME", str(share))
    return share / "spine-coach"


@pytest.mark.skipif(sys.platform != "linux", reason="XDG_DATA_HOME moves the data folder on Linux")
class TestDefaultUrl:
    def test_it_is_a_file_for_its_owner_only_in_a_folder_for_its_owner_only(
        self, data_folder: Path, opened: Callable[[str], Store]
    ) -> None:
        previous = os.umask(0)
        try:
            url = default_url()
            opened(url).ping()
        finally:
            os.umask(previous)

        assert url.startswith("sqlite:////")
        assert stat.S_IMODE(data_folder.stat().st_mode) == 0o700
        assert stat.S_IMODE((data_folder / "spine-coach.db").stat().st_mode) == 0o600

    @pytest.mark.usefixtures("data_folder")
    def test_it_is_the_same_again(self, opened: Callable[[str], Store]) -> None:
        save(opened(default_url()))

        assert opened(default_url()).load(ANN, "request-1", NOW).version == 1

    def test_a_folder_that_cannot_be_made_is_refused_with_its_path_and_a_remedy(self, data_folder: Path) -> None:
        data_folder.parent.touch()

        with pytest.raises(ConfigError) as caught:
            default_url()
        for part in (str(data_folder), "writable", "SPINE_COACH_DATABASE_URL", "sqlite:///"):
            assert part in str(caught.value)
