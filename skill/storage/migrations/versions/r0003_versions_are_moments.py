"""A patient's first version is a moment in microseconds, so the column must hold one."""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Widen the column; SQLite's integers are wide already."""
    if op.get_bind().dialect.name != "sqlite":
        op.alter_column("patients", "version", type_=BigInteger())
