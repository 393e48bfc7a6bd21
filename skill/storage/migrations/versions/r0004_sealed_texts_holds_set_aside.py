"""Texts are sealed with a key of each patient; holds leave nobody's name behind; what cannot be read is set aside."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the column and the two tables. The texts that are there are sealed by `skill.storage.resealing`."""
    op.add_column("patients", sa.Column("key_id", sa.Text))
    op.create_table(
        "holds",
        sa.Column("hold_id", sa.Text, primary_key=True),
        sa.Column("patient_key", sa.Text),
    )
    op.create_index("holds_by_patient", "holds", ["patient_key"])
    patient = sa.ForeignKey("patients.patient_key", ondelete="CASCADE")
    op.create_table(
        "set_aside",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
        sa.Column("patient_key", sa.Text, patient, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("key_id", sa.Text),
        sa.Column("set_aside_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("set_aside_by_patient", "set_aside", ["patient_key"])
    if op.get_bind().dialect.name != "sqlite":  # which has its keys in a file of their own
        _create_keys()


def _create_keys() -> None:
    op.create_table(
        "patient_keys",
        sa.Column("key_id", sa.Text, primary_key=True),
        sa.Column("patient_key", sa.Text, nullable=False),
        sa.Column("account_key", sa.Text, nullable=False),
        sa.Column("wrapped", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
    )
    op.create_index("ix_patient_keys_patient_key", "patient_keys", ["patient_key"])
    op.create_index("ix_patient_keys_account_key", "patient_keys", ["account_key"])
