"""The journal of holds: a file beside the store that a full disk, a lock or a power cut cannot keep from being written.

The file is as long from the first day on as it ever needs to be, and written with zeros: that is the room set aside.
It is a header and lines of 512 bytes, the smallest piece that a disk writes whole. A line is a hold, or the release of
one; each carries a checksum. Lines are appended, and overwritten only once their hold has ended.
"""

from __future__ import annotations

import fcntl
import json
import logging
import os
import threading
import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from skill.app.holds import Hold
from skill.app.ports import PatientKey
from skill.domain.safety.limits import Limit
from skill.domain.safety.red_flags import Care
from skill.errors import ConfigError, StorageUnavailable
from skill.storage.memory import is_of

log = logging.getLogger(__name__)

LINE_BYTES = 512
LINES = 1024
"""Half a megabyte set aside: a thousand patients held at once. It grows off the turn when half of it is used."""
COUNTER_DIGITS = 16
LOCK_SECONDS = 1.0
"""How long another process may hold the journal's lock; writing one line takes it milliseconds."""
_FREE = b"-" + b" " * (LINE_BYTES - 2) + b"\n"
_UNUSED = bytes(LINE_BYTES)


class HoldsJournal:
    """A journal in a file. Every process sees what another has written with its next look."""

    def __init__(self, path: Path) -> None:
        """Open the journal at *path*, made with its room when missing. Raise `ConfigError` when it cannot be."""
        self._path = path
        self._lock = threading.RLock()
        self._seen: tuple[int, int, bytes] | None = None
        self._holds: dict[str, Hold] = {}
        self._by_patient: dict[PatientKey, tuple[Hold, ...]] = {}
        self._unwritten: dict[str, Hold] = {}
        self._unreleased: set[str] = set()
        try:
            if not path.exists():
                _make(path)
        except OSError as error:
            raise ConfigError(
                f"The journal of holds cannot be made at {path} ({error.strerror}), and a danger that was told must"
                " be written down. Make its folder writable for this user, with half a megabyte free."
            ) from error

    def of(self, patient: PatientKey) -> tuple[Hold, ...]:
        """Return the patient's open holds."""
        self._look()
        return self._by_patient.get(patient, ())

    def open(self) -> tuple[Hold, ...]:
        """Return all open holds."""
        self._look()
        return tuple(self._holds.values())

    def write(self, hold: Hold) -> None:
        """Write *hold* down. Raise `StorageUnavailable` when the disk refuses; it counts in this process anyway."""
        with self._lock:
            self._unwritten[hold.id] = hold
            self._sort()
            try:
                self._append([_hold_line(hold)])
            except OSError as error:
                raise StorageUnavailable(f"The journal of holds at {self._path} refused ({_reason(error)}).") from error
            del self._unwritten[hold.id]
            self._look()

    def release(self, ids: Iterable[str]) -> None:
        """End the holds with *ids*; what cannot be written now is written later."""
        with self._lock:
            self._look()
            ended = [one for one in ids if one in self._holds]
            for one in ended:
                self._unwritten.pop(one, None)
            self._unreleased.update(ended)
            self._sort()
            self._write_releases()

    def release_patient(self, patient: PatientKey) -> None:
        """End all holds of *patient*, and of every person of the account when it is one."""
        self.release([hold.id for hold in self.open() if is_of(hold.patient, patient)])

    def compact(self) -> bool:
        """Overwrite what has ended, write what could not be written, and make more room when half of it is used."""
        with self._lock:
            try:
                unwritten = tuple(self._unwritten.values())
                self._append([_hold_line(hold) for hold in unwritten])
                for hold in unwritten:
                    del self._unwritten[hold.id]
                self._write_releases()
                with self._exclusively() as file:
                    _overwrite_ended(file)
            except OSError as error:
                log.error("the journal of holds cannot be written: %s", _reason(error))
            self._look()
            return not self._unwritten and not self._unreleased

    def _write_releases(self) -> None:
        """Append what was released; what the disk refuses stays to be tried again."""
        if not self._unreleased:
            return
        try:
            self._append([_line({"released": one}) for one in sorted(self._unreleased)])
        except OSError as error:
            log.error("the journal of holds cannot be written: %s", _reason(error))
        else:
            self._unreleased.clear()
            self._look()

    def _append(self, lines: list[bytes]) -> None:
        if not lines:
            return
        if not self._path.exists():  # somebody took it away: what this process knows goes into a new one
            lines = [*map(_hold_line, self._holds.values()), *lines]
        with self._exclusively() as file:
            for offset, line in zip(_free_offsets(file, len(lines)), lines, strict=True):
                _write_at(file, offset, line)
            os.fsync(file)
            _count(file)

    @contextmanager
    def _exclusively(self) -> Iterator[int]:
        """Yield the open file with no other process in it. Raise `OSError`."""
        if not self._path.exists():
            _make(self._path)
        file = os.open(self._path, os.O_RDWR)
        try:
            _take_lock(file)
            yield file
        finally:
            os.close(file)  # which also gives the lock back

    def _look(self) -> None:
        """Read the file again when it has changed; while it cannot be read, what was read before counts."""
        try:
            file = os.open(self._path, os.O_RDONLY)
        except OSError:
            return
        try:
            status = os.fstat(file)
            seen = status.st_dev, status.st_ino, os.pread(file, COUNTER_DIGITS, 0)
            if seen == self._seen:
                return
            with self._lock:
                self._holds = _open_holds(os.pread(file, status.st_size, 0))
                self._sort()
                self._seen = seen
        except OSError as error:
            log.error("the journal of holds cannot be read: %s", _reason(error))
        finally:
            os.close(file)

    def _sort(self) -> None:
        found = {**self._holds, **self._unwritten}
        self._holds = {one: hold for one, hold in found.items() if one not in self._unreleased}
        by_patient: dict[PatientKey, tuple[Hold, ...]] = {}
        for hold in self._holds.values():
            by_patient[hold.patient] = (*by_patient.get(hold.patient, ()), hold)
        self._by_patient = by_patient


def _make(path: Path) -> None:
    """Make the file whole or not at all, its room written so that the disk has it; the first process wins."""
    draft = path.with_name(f"{path.name}.{os.getpid()}-{threading.get_ident()}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(_header(0) + _UNUSED * (LINES - 1))
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, path)
        _sync_folder(path.parent)
    except FileExistsError:
        pass
    finally:
        draft.unlink(missing_ok=True)


def _header(count: int) -> bytes:
    text = f"{count:0{COUNTER_DIGITS}x} the journal of holds of Spine Coach: docs/decisions"
    return text.encode().ljust(LINE_BYTES - 1) + b"\n"


def _count(file: int) -> None:
    """Tell every reader that there is something new."""
    try:
        count = int(os.pread(file, COUNTER_DIGITS, 0), 16)
    except ValueError:
        count = time.time_ns()
    _write_at(file, 0, _header((count + 1) % 16**COUNTER_DIGITS))


def _take_lock(file: int) -> None:
    give_up = time.monotonic() + LOCK_SECONDS
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > give_up:
                raise
            time.sleep(0.005)
        else:
            return


def _lines(text: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the offset and bytes of every line but the header."""
    for offset in range(LINE_BYTES, len(text), LINE_BYTES):
        yield offset, text[offset : offset + LINE_BYTES]


def _free_offsets(file: int, count: int) -> list[int]:
    """Return the offsets of *count* free lines: those set aside, then those behind the end, if the disk has room."""
    text = os.pread(file, os.fstat(file).st_size, 0)
    end = len(text) // LINE_BYTES * LINE_BYTES
    set_aside = [offset for offset, line in _lines(text) if line in (_UNUSED, _FREE)]
    return [*set_aside, *range(end, end + count * LINE_BYTES, LINE_BYTES)][:count]


def _open_holds(text: bytes) -> dict[str, Hold]:
    holds: dict[str, Hold] = {}
    released: set[str] = set()
    for _, line in _lines(text):
        values = _values(line)
        if "released" in values:
            released.add(str(values["released"]))
        elif values:
            hold = _hold_of(values)
            if hold is not None:
                holds[hold.id] = hold
    return {one: hold for one, hold in holds.items() if one not in released}


def _overwrite_ended(file: int) -> None:
    """Overwrite ended holds, then their releases, in this order; make more room when half is used."""
    text = os.pread(file, os.fstat(file).st_size, 0)
    entries = [(offset, values) for offset, line in _lines(text) if (values := _values(line))]
    released = {str(values["released"]) for _, values in entries if "released" in values}
    for wanted in ("hold", "released"):
        ended = [offset for offset, values in entries if str(values.get(wanted)) in released]
        for offset in ended:
            _write_at(file, offset, _FREE)
        if ended:
            os.fsync(file)
    if released:
        _count(file)
    if (len(entries) - 2 * len(released)) * 2 > len(text) // LINE_BYTES:
        _write_at(file, len(text) // LINE_BYTES * LINE_BYTES, _UNUSED * LINES)
        os.fsync(file)


def _hold_line(hold: Hold) -> bytes:
    values: dict[str, object] = {"hold": hold.id, "patient": hold.patient, "on": hold.on.isoformat()}
    if hold.care is not None:
        values["care"] = hold.care.value
    if hold.limits:
        values["limits"] = [limit.value for limit in hold.limits]
    return _line(values)


def _line(values: dict[str, object]) -> bytes:
    text = json.dumps(values, separators=(",", ":")).encode()
    if len(text) > LINE_BYTES - 10:
        raise ValueError("a patient's key is too long for a line of the journal")
    return (f"{zlib.crc32(text):08x} ".encode() + text).ljust(LINE_BYTES - 1) + b"\n"


def _values(line: bytes) -> dict[str, object]:
    """Return what a line says; nothing when it is free, torn or damaged."""
    text = line[9:].rstrip(b" \n")
    if line[:9] != f"{zlib.crc32(text):08x} ".encode():
        return {}
    values: dict[str, object] = json.loads(text)
    return values


def _hold_of(values: dict[str, object]) -> Hold | None:
    """Return the hold; what a newer release may say of its urgency, and this one does not know, is the most urgent."""
    try:
        on = date.fromisoformat(str(values["on"]))
        patient = PatientKey(str(values["patient"]))
    except (KeyError, ValueError):
        return None
    limits = values.get("limits")
    named = limits if isinstance(limits, list) else []
    care = values.get("care")
    known = tuple(one for one in Limit if one in named)
    worst = next((one for one in Care if one == care), Care.EMERGENCY)
    return Hold(
        id=str(values["hold"]),
        patient=patient,
        on=on,
        care=None if care is None and len(known) == len(named) else worst,
        limits=known,
    )


def _write_at(file: int, offset: int, text: bytes) -> None:
    while text:
        written = os.pwrite(file, text, offset)
        text, offset = text[written:], offset + written


def _sync_folder(folder: Path) -> None:
    file = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
