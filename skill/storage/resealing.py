"""Seals the texts of a database from before there were keys: once, one patient after the other."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from skill.app.ports import PatientKey
from skill.storage.sealed_texts import SealedTexts
from skill.storage.statements import ALL_FACTS, ALL_REPLIES, APPEND_FACT, UNSEALED
from skill.storage.tables import patients, replies

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from skill.storage.database import Database
    from skill.storage.keyring import Keyring

log = logging.getLogger(__name__)


def seal_all(database: Database, connection: Connection, keyring: Keyring) -> None:
    """Seal every text that is open, and leave no open one in the database's files.

    It may break off anywhere and go on later, and other processes may do the same at once.
    """
    unsealed = [PatientKey(one) for one in connection.execute(UNSEALED).scalars()]
    connection.rollback()
    for patient in unsealed:
        _seal(database, connection, keyring, patient)
    if unsealed:
        log.info("the texts of %d patients are sealed from now on", len(unsealed))
        database.rewrite(connection)


def _seal(database: Database, connection: Connection, keyring: Keyring, patient: PatientKey) -> None:
    texts = SealedTexts(patient, keyring.make(patient))
    with connection.begin():
        connection.exec_driver_sql(database.begin)
        one = connection.execute(
            select(patients).where(patients.c.patient_key == patient, patients.c.key_id.is_(None))
        ).one_or_none()
        if one is None:
            return  # another process was quicker
        facts = connection.execute(ALL_FACTS, {"patient": patient}).all()
        kept = connection.execute(ALL_REPLIES, {"patient": patient}).all()
        connection.execute(delete(patients).where(patients.c.patient_key == patient))
        sealed = {**one._mapping, "document": texts.sealed_document(one.document), "key_id": texts.key.id}
        connection.execute(insert(patients).values(sealed))
        for fact in facts:
            connection.execute(APPEND_FACT, texts.fact_row(texts.fact(fact)))
        for reply in kept:
            row = {"patient_key": patient, "request_id": reply.request_id, "saved_at": reply.saved_at}
            connection.execute(insert(replies).values({**row, "reply": texts.sealed_reply(reply.reply)}))
