"""Alembic's entry: runs the migrations on the connection, and in the transaction, of `bring_up_to_date`."""

from __future__ import annotations

from alembic import context

from skill.storage.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
