"""Values of the domain as JSON text, and back: the only place that knows the saved form."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from skill.app.ports import StoredFact
from skill.dialogue.reply import Said
from skill.domain.cues import KINDS, Cue, Question
from skill.domain.history.facts import FACTS, Fact
from skill.domain.patient.household import OWN
from skill.domain.patient.patient import Patient
from skill.domain.patient.player import COMMANDS, Command
from skill.domain.patient.session import Session

SCHEMA = 1
"""Raised when the saved form changes in a way that old documents cannot be read as they are."""

Encoded = tuple[str, dict[str, Any]]

_OLD_NAMES = {
    '"programme_id":': '"routine_id":',
    '"ProgrammeTakenUp"': '"ProgramTakenUp"',
    '"ProgrammeUnreadable"': '"ProgramUnreadable"',
}
"""Names that version 26.11 saved, and those of today. No text of a patient can look so: its quotes are escaped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """All that is saved of a patient but the history."""

    schema: int = SCHEMA
    version: int = 0
    """The store's version this document was made from."""
    patient: Patient = field(default_factory=Patient)
    session: Session = field(default_factory=Session)
    said: tuple[Encoded, ...] = ()
    asked: Encoded | None = None
    member: str = OWN
    """Which member of the household Alexa's session belongs to, for Alexa to carry: the store knows by the key."""
    sealed: str = ""
    """What was told about symptoms and may not be kept, sealed (`skill.app.sealing`); empty when it is open."""
    holds: tuple[str, ...] = ()
    """The ids of the holds that were taken in (`skill.app.holds`), lifted since or not; the last ones."""
    only_held_since: int = 0
    """The version before a hold, and nothing else, was added to this document; 0 when more has changed since."""
    unread: bool = False
    """Whether it was made without reading what is saved of the patient."""
    unsaved: bool = False
    """Whether this document could not be saved, so that Alexa's session attributes hold the newest one."""
    unsaved_facts: tuple[tuple[datetime, str, str], ...] = ()

    @property
    def last_said(self) -> Said:
        """Return what the coach said last; nothing when another release said it in cues that this one lacks."""
        try:
            question = decode_cue(self.asked) if self.asked else None
            said = tuple(decode_cue(encoded) for encoded in self.said)
        except (KeyError, ValueError):
            return Said()
        return Said(cues=said, question=question if isinstance(question, Question) else None)


_DOCUMENT = TypeAdapter(Document)


def dump(document: Document) -> str:
    """Return *document* as compact JSON text; what equals its default is left out."""
    return _DOCUMENT.dump_json(document, exclude_defaults=True).decode()


def load(text: str) -> Document:
    """Return the document in *text*. Raise `ValueError` when it is not one that this release can read."""
    try:
        document: Document = _DOCUMENT.validate_json(_renamed(text))
    except ValidationError as error:
        raise ValueError(f"not a document: {error.error_count()} mistakes") from None
    if document.schema > SCHEMA:
        raise ValueError(f"a document of schema {document.schema}, and this release knows up to {SCHEMA}")
    return document


def to_attributes(document: Document) -> dict[str, Any]:
    """Return *document* for Alexa's session attributes."""
    attributes: dict[str, Any] = _DOCUMENT.dump_python(document, mode="json", exclude_defaults=True)
    return attributes


def from_attributes(attributes: dict[str, Any]) -> Document | None:
    """Return the document in Alexa's session attributes; None when there is none that can be read."""
    try:
        return _DOCUMENT.validate_python(attributes, strict=False) if attributes else None
    except ValidationError:
        return None


def encode_cue(cue: Cue) -> Encoded:
    """Return the cue's type and values."""
    return type(cue).__name__, _adapter(type(cue).__name__).dump_python(cue, mode="json")


def decode_cue(encoded: Encoded) -> Cue:
    """Return the cue that was encoded. Raise `KeyError` or `ValueError` when this release knows no such cue."""
    name, values = encoded
    cue: Cue = _adapter(name).validate_python(values)
    return cue


def encode_command(command: Command) -> Encoded:
    """Return the player command's type and values."""
    return type(command).__name__, _adapter(type(command).__name__).dump_python(command, mode="json")


def decode_command(encoded: Encoded) -> Command:
    """Return the player command that was encoded."""
    name, values = encoded
    command: Command = _adapter(name).validate_python(values)
    return command


def encode_fact(fact: Fact, at: datetime) -> StoredFact:
    """Return *fact* as the store keeps it."""
    return StoredFact(at=at, kind=kind_of(type(fact)), data=_adapter(type(fact).__name__).dump_json(fact).decode())


def kind_of(fact: type[Fact]) -> str:
    """Return what the store calls facts of a type."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", fact.__name__).lower()


def decode_fact(stored: StoredFact) -> Fact:
    """Return the fact that was stored. Raise `KeyError` or `ValueError` when this release knows no such fact."""
    name = "".join(part.capitalize() for part in stored.kind.split("-"))
    fact: Fact = _adapter(name).validate_json(_renamed(stored.data))
    return fact


def with_said(document: Document, said: Said) -> Document:
    """Return *document* with what was said last."""
    return replace(
        document,
        said=tuple(encode_cue(cue) for cue in said.cues),
        asked=encode_cue(said.question) if said.question else None,
    )


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    """Return the adapter of the cue, fact or command called *name*; there are none with the same name."""
    return TypeAdapter(KINDS.get(name) or COMMANDS.get(name) or FACTS[name])


def _renamed(text: str) -> str:
    """Return JSON *text* of an earlier version with the names of today."""
    if "rogramme" not in text:
        return text
    for old, new in _OLD_NAMES.items():
        text = text.replace(old, new)
    return text
