"""The texts that go to the store and come back: what is told about symptoms is in them as far as it may be kept."""

from __future__ import annotations

from dataclasses import dataclass, replace

from skill.app import codec
from skill.app.codec import Document
from skill.app.kept_reply import KeptReply
from skill.app.ports import PatientKey
from skill.app.sealing import Seal
from skill.domain.history.privacy import SymptomsMode, keeps_reports
from skill.domain.patient.patient import Patient
from skill.domain.patient.session import Session
from skill.domain.patient.state import State

_SEALED_REPLY = "sealed:"
_NEEDS_WHAT_WAS_TOLD = {
    State.SCREENING: State.FINISHED,
    State.REPORTING: State.FINISHED,
    State.CLARIFYING: State.HELD,
    State.OFFERING_GENTLER: State.FINISHED,
}
"""The states that cannot go on without what was told, and where the dialogue is when that is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """Whose turn it is, and in which of Alexa's sessions; None outside one."""

    patient: PatientKey
    alexa_session: str | None


@dataclass(frozen=True, slots=True)
class Safekeeping:
    """Writes and reads documents and replies. Without a *seal* nothing that may not be kept is written at all."""

    mode: SymptomsMode
    seal: Seal | None = None

    def write(self, document: Document, where: Whereabouts) -> str:
        """Return *document* for the store."""
        return codec.dump(self._hidden(document, where))

    def read(self, text: str, where: Whereabouts) -> Document:
        """Return the document in *text*, with what was told in Alexa's session that is open."""
        document = codec.load(text)
        if not document.sealed or where.alexa_session is None:
            return document
        told = self.seal.open(document.sealed, where.patient, where.alexa_session) if self.seal else None
        if told is None:
            return replace(document, sealed="", session=_without_what_was_told(document.session))
        return _revealed(document, codec.load(told))

    def write_reply(self, kept: KeptReply, where: Whereabouts) -> str:
        """Return the reply to keep for the same request, in the form for the store."""
        if self._keeps(kept.document):
            return kept.dump()
        if self.seal is None or where.alexa_session is None:
            wordless = replace(kept, cues=(), question=None, to_read=())  # as requests outside a session are answered
            return replace(wordless, document=self._hidden(kept.document, where)).dump()
        return _SEALED_REPLY + self.seal.close(kept.dump(), where.patient, where.alexa_session)

    def read_reply(self, text: str, where: Whereabouts) -> KeptReply:
        """Return the reply in *text*. Raise `ValueError` when it was for another of Alexa's sessions."""
        if not text.startswith(_SEALED_REPLY):
            return KeptReply.load(text)
        opened = None
        if self.seal is not None and where.alexa_session is not None:
            opened = self.seal.open(text.removeprefix(_SEALED_REPLY), where.patient, where.alexa_session)
        if opened is None:
            raise ValueError("the reply was sealed for another session")
        return KeptReply.load(opened)

    def _keeps(self, document: Document) -> bool:
        return keeps_reports(self.mode, document.patient.consent)

    def _hidden(self, document: Document, where: Whereabouts) -> Document:
        """Return *document* with what may not be kept sealed; what another session's seal holds stays as it is."""
        if self._keeps(document):
            return replace(document, sealed="")
        if self.seal is None or where.alexa_session is None:
            return _bare(document)
        told = codec.dump(_told(document))
        return replace(_bare(document), sealed=self.seal.close(told, where.patient, where.alexa_session))


def _without_what_was_told(session: Session) -> Session:
    """Return *session* in a state that needs nothing of what was told; likewise behind a question on the side."""
    state, back_to = session.state, session.back_to
    return replace(
        session,
        state=_NEEDS_WHAT_WAS_TOLD.get(state, state),
        back_to=_NEEDS_WHAT_WAS_TOLD.get(back_to, back_to) if back_to else None,
    )


def _told(document: Document) -> Document:
    """Return what was told about symptoms, and what was answered to it, alone."""
    return Document(
        patient=Patient(painful_side=document.patient.painful_side),
        session=_about_symptoms(Session(), document.session),
        said=document.said,
        asked=document.asked,
    )


def _bare(document: Document) -> Document:
    """Return *document* without what was told about symptoms."""
    nothing = _told(Document())
    return replace(
        document,
        patient=replace(document.patient, painful_side=nothing.patient.painful_side),
        session=_about_symptoms(document.session, nothing.session),
        said=nothing.said,
        asked=nothing.asked,
    )


def _revealed(document: Document, told: Document) -> Document:
    return replace(
        document,
        sealed="",
        patient=replace(document.patient, painful_side=told.patient.painful_side),
        session=_about_symptoms(document.session, told.session),
        said=told.said,
        asked=told.asked,
    )


def _about_symptoms(session: Session, told: Session) -> Session:
    """Return *session* with what is about symptoms in *told*."""
    return replace(session, screen=told.screen, symptoms=told.symptoms, unkept=told.unkept)
