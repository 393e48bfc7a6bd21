"""What a turn comes to while the store is away: said is only what is true, and Alexa carries what it can."""

from __future__ import annotations

from dataclasses import replace

from skill.app import codec
from skill.app.codec import Document
from skill.app.steps import remembering
from skill.app.visit import TurnOutcome, Visit
from skill.dialogue.reply import Reply
from skill.domain import cues
from skill.domain.history.facts import ActivityDone, ActivityTakenBack
from skill.domain.patient.player import Halt
from skill.domain.patient.state import State

_LOGGED = (ActivityDone, ActivityTakenBack)
"""What was told to be kept: said in one breath, it is kept by nobody but the store."""


def carried_on(visit: Visit, before: Document, outcome: TurnOutcome) -> TurnOutcome:
    """Return *outcome* for Alexa to carry, what could not be saved in it, and said that it could not."""
    reply = _honest(before, outcome.reply)
    if visit.carried is None and any(isinstance(fact, _LOGGED) for fact in reply.facts):
        reply = Reply(patient=before.patient, session=before.session, cues=(cues.CannotKeep(),), question=None)
    owed = tuple((fact.at, fact.kind, fact.data) for fact in (codec.encode_fact(one, visit.now) for one in reply.facts))
    document = replace(
        outcome.document,
        session=reply.session,
        version=before.version,
        unsaved=True,
        unsaved_facts=(*before.unsaved_facts, *owed),
    )
    delivery = outcome.delivery if reply.script is not None else None
    return replace(outcome, reply=reply, delivery=delivery, document=remembering(document, reply))


def without_notes(outcome: TurnOutcome, before: Document) -> TurnOutcome:
    """Return the answer to somebody of whom nothing can be read: nothing is coached, and nothing changes."""
    reply = Reply(
        patient=before.patient,
        session=before.session,
        cues=(cues.CannotRemember(),),
        question=None,
        player=outcome.reply.player if isinstance(outcome.reply.player, Halt) else None,
    )
    return TurnOutcome(reply=reply, delivery=None, document=before)


def undeleted(before: Document) -> TurnOutcome:
    """Return the answer when something was to be deleted and could not be: nothing changes."""
    reply = Reply(patient=before.patient, session=before.session, cues=(cues.CannotDelete(),), question=None)
    return TurnOutcome(reply=reply, delivery=None, document=before)


def _honest(before: Document, reply: Reply) -> Reply:
    """Return *reply* with no word that is not true while nothing is saved, and none that takes danger's words back.

    After words for danger the microphone stays open, so that Alexa carries the hold to the next turn.
    """
    if reply.urgent:
        if reply.question is not None:
            return reply
        waiting = replace(reply.session, state=State.FINISHED)
        return replace(reply, session=waiting, question=cues.AskHearAgain())
    if reply.patient.care is not None:
        return reply
    if reply.question is None:
        return replace(reply, cues=(cues.CannotKeep(),)) if _loses(before, reply) else reply
    return reply if before.unsaved else replace(reply, cues=(cues.CannotSave(), *reply.cues))


def _loses(before: Document, reply: Reply) -> bool:
    """Return whether something is forgotten when Alexa's session ends with *reply*."""
    return bool(reply.facts or before.unsaved_facts or reply.session.under_way or reply.patient != before.patient)
