"""Patients, their facts, and the replies that are kept for ten minutes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the three tables."""
    _create_patients()
    _create_facts()
    _create_replies()


def _create_patients() -> None:
    op.create_table(
        "patients",
        sa.Column("patient_key", sa.Text, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
    )


def _create_facts() -> None:
    op.create_table(
        "facts",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
        _owner(),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("data", sa.Text, nullable=False),
    )
    op.create_index("facts_by_patient", "facts", ["patient_key", "at"])


def _create_replies() -> None:
    op.create_table(
        "replies",
        _owner(primary_key=True),
        sa.Column("request_id", sa.Text, primary_key=True),
        sa.Column("reply", sa.Text, nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("replies_by_age", "replies", ["saved_at"])


def _owner(*, primary_key: bool = False) -> sa.Column[str]:
    patient = sa.ForeignKey("patients.patient_key", ondelete="CASCADE")
    return sa.Column("patient_key", sa.Text, patient, primary_key=primary_key, nullable=False)
