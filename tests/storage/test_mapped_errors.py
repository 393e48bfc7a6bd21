"""No exception of SQLAlchemy, of a driver or of the file system leaves the store under its own name."""

from __future__ import annotations

import inspect
import sqlite3

import pytest
import sqlalchemy.exc

from skill.errors import StaleVersion, StorageUnavailable
from skill.storage.database import mapped_errors


def _exceptions(module: object) -> list[type[Exception]]:
    classes = (value for _, value in inspect.getmembers(module, inspect.isclass))
    return [cls for cls in classes if issubclass(cls, Exception) and not issubclass(cls, Warning)]


NEVER_RAISED = {
    sqlite3.Warning,  # kept for programs that raise it themselves
    getattr(sqlalchemy.exc, "EmulatedDBAPIException", None),  # the root of asynchronous drivers' own errors
}
RAISED = [
    error
    for error in (*_exceptions(sqlalchemy.exc), *_exceptions(sqlite3), OSError, PermissionError, FileNotFoundError)
    if error not in NEVER_RAISED
]


@pytest.mark.parametrize("exception", RAISED, ids=lambda cls: f"{cls.__module__}.{cls.__name__}")
def test_it_becomes_storage_unavailable(exception: type[Exception]) -> None:
    error = exception.__new__(exception)

    with pytest.raises(StorageUnavailable, match="The file") as caught, mapped_errors("The file", sqlite3.Error):
        raise error
    assert caught.value.__cause__ is error


def test_the_exceptions_of_sqlalchemy_and_of_sqlite_were_found() -> None:
    assert {sqlalchemy.exc.OperationalError, sqlalchemy.exc.TimeoutError, sqlite3.OperationalError} < set(RAISED)


@pytest.mark.parametrize("exception", [StaleVersion, ValueError, KeyboardInterrupt, ZeroDivisionError])
def test_what_is_not_the_databases_passes_as_it_is(exception: type[BaseException]) -> None:
    with pytest.raises(exception), mapped_errors("The file", sqlite3.Error):
        raise exception


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (FileNotFoundError(2, "No such file or directory", "/secret"), "(No such file or directory)"),
        (
            sqlalchemy.exc.OperationalError("SELECT", {"document": "secret"}, sqlite3.OperationalError("secret")),
            "(OperationalError)",
        ),
        (sqlalchemy.exc.TimeoutError("secret"), "(TimeoutError)"),
    ],
    ids=["file system", "driver", "pool"],
)
def test_the_message_has_a_code_and_not_the_drivers_words(error: Exception, code: str) -> None:
    with pytest.raises(StorageUnavailable) as caught, mapped_errors("The file", sqlite3.Error):
        raise error
    assert code in str(caught.value)
    assert "secret" not in str(caught.value)
