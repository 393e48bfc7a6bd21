"""The reply kept for a request, so that the same request gets the same answer."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pydantic import TypeAdapter

from skill.app import codec
from skill.app.codec import Document, Encoded
from skill.dialogue.reply import Reply
from skill.domain.cues import Cue, Question
from skill.domain.patient.player import Command


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReply:
    """A reply as it is kept. A count is not kept: it follows from the document."""

    document: Document
    cues: tuple[Encoded, ...]
    question: Encoded | None
    counts: bool
    urgent: bool
    command: Encoded | None = None
    to_read: tuple[Encoded, ...] = ()
    card_title: Encoded | None = None

    @classmethod
    def of(cls, reply: Reply, document: Document) -> KeptReply:
        """Return what to keep of *reply*."""
        return cls(
            document=replace(document, said=(), asked=None),
            cues=tuple(codec.encode_cue(cue) for cue in reply.cues),
            question=codec.encode_cue(reply.question) if reply.question else None,
            counts=reply.script is not None,
            urgent=reply.urgent,
            command=codec.encode_command(reply.player) if reply.player else None,
            to_read=tuple(codec.encode_cue(cue) for cue in reply.to_read),
            card_title=codec.encode_cue(reply.card_title) if reply.card_title else None,
        )

    @classmethod
    def load(cls, text: str) -> KeptReply:
        """Return the kept reply in *text*."""
        return _KEPT.validate_json(text)

    def dump(self) -> str:
        """Return this as JSON text."""
        return _KEPT.dump_json(self, exclude_defaults=True).decode()

    @property
    def said(self) -> tuple[Cue, ...]:
        """Return the cues."""
        return tuple(codec.decode_cue(encoded) for encoded in self.cues)

    @property
    def read(self) -> tuple[Cue, ...]:
        """Return what goes on a card although it is not said."""
        return tuple(codec.decode_cue(encoded) for encoded in self.to_read)

    @property
    def title(self) -> Cue | None:
        """Return what stands above it."""
        return codec.decode_cue(self.card_title) if self.card_title else None

    @property
    def asked(self) -> Question | None:
        """Return the question."""
        cue = codec.decode_cue(self.question) if self.question else None
        return cue if isinstance(cue, Question) else None

    @property
    def player(self) -> Command | None:
        """Return what the player was told."""
        return codec.decode_command(self.command) if self.command else None


_KEPT = TypeAdapter(KeptReply)
