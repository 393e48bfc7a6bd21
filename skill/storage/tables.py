"""The tables, as the newest migration leaves them. A test holds the two together."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)

if TYPE_CHECKING:
    from sqlalchemy import Dialect


class UtcMoment(TypeDecorator[datetime]):
    """An aware datetime in UTC. SQLite, which has no time zones, keeps it as UTC text."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return *value* in UTC, whatever zone the server speaks in."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _owner(*, primary_key: bool = False) -> Column[str]:
    patient = ForeignKey("patients.patient_key", ondelete="CASCADE")
    return Column("patient_key", Text, patient, primary_key=primary_key, nullable=False)


metadata = MetaData()
WIDE = BigInteger().with_variant(Integer, "sqlite")
"""64 bits everywhere; SQLite's own integers are."""

patients = Table(
    "patients",
    metadata,
    Column("patient_key", Text, primary_key=True),
    Column("version", WIDE, nullable=False),
    Column("document", Text, nullable=False),
    Column("updated_at", UtcMoment, nullable=False),
    Column("key_id", Text),
)
"""`key_id` names the key that all texts of the patient are sealed with (`keyring.py`)."""

facts = Table(
    "facts",
    metadata,
    Column("id", WIDE, primary_key=True),
    _owner(),
    Column("at", UtcMoment, nullable=False),
    Column("kind", Text, nullable=False),
    Column("data", Text, nullable=False),
    Index("facts_by_patient", "patient_key", "at"),
)
"""Append-only: triggers refuse a change, and a deletion that is not its patient's (revision 0002)."""

replies = Table(
    "replies",
    metadata,
    _owner(primary_key=True),
    Column("request_id", Text, primary_key=True),
    Column("reply", Text, nullable=False),
    Column("saved_at", UtcMoment, nullable=False),
    Index("replies_by_age", "saved_at"),
)

holds = Table(
    "holds",
    metadata,
    Column("hold_id", Text, primary_key=True),
    Column("patient_key", Text),
    Index("holds_by_patient", "patient_key"),
)
"""The holds that were taken in. A deletion takes the patient off; the number tells the journals of other servers."""

set_aside = Table(
    "set_aside",
    metadata,
    Column("id", WIDE, primary_key=True),
    _owner(),
    Column("document", Text, nullable=False),
    Column("key_id", Text),
    Column("set_aside_at", UtcMoment, nullable=False),
    Index("set_aside_by_patient", "patient_key"),
)
"""Documents that could not be read, as they were."""
