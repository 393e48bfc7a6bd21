"""The database itself refuses to change a fact, or to delete one while its patient is there."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"

_SQLITE = (
    """
    CREATE TRIGGER facts_never_change BEFORE UPDATE ON facts
    BEGIN
        SELECT RAISE(ABORT, 'facts are append-only');
    END
    """,
    """
    CREATE TRIGGER facts_leave_with_their_patient BEFORE DELETE ON facts
    WHEN EXISTS (SELECT 1 FROM patients WHERE patient_key = OLD.patient_key)
    BEGIN
        SELECT RAISE(ABORT, 'facts are append-only');
    END
    """,
)
_POSTGRESQL = (
    """
    CREATE FUNCTION refuse_to_change_a_fact() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE integrity_constraint_violation USING MESSAGE = 'facts are append-only';
    END
    $$
    """,
    """
    CREATE FUNCTION refuse_to_delete_a_fact() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF EXISTS (SELECT 1 FROM patients WHERE patient_key = OLD.patient_key) THEN
            RAISE integrity_constraint_violation USING MESSAGE = 'facts are append-only';
        END IF;
        RETURN OLD;
    END
    $$
    """,
    """
    CREATE TRIGGER facts_never_change BEFORE UPDATE ON facts
    FOR EACH ROW EXECUTE FUNCTION refuse_to_change_a_fact()
    """,
    """
    CREATE TRIGGER facts_leave_with_their_patient BEFORE DELETE ON facts
    FOR EACH ROW EXECUTE FUNCTION refuse_to_delete_a_fact()
    """,
)


def upgrade() -> None:
    """Create the triggers, in the words of this kind of database."""
    statements = _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL
    for statement in statements:
        op.execute(statement)
