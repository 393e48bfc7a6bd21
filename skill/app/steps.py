"""Steps of the dialogue, taken in values: what a step sees, and how its reply goes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from skill.app import codec
from skill.app.calendar import country_of, first_weekday_of
from skill.app.codec import Document
from skill.app.delivery import Channel, Delivery, plan_delivery
from skill.app.kept_reply import KeptReply
from skill.app.keys import code_of
from skill.app.visit import Step, TurnOutcome, Visit
from skill.dialogue.latency import Latency
from skill.dialogue.reply import Reply, Said
from skill.dialogue.scenes import scene_of
from skill.dialogue.step import Moment
from skill.domain.catalog.catalog import Catalog
from skill.domain.catalog.prescription import Prescription
from skill.domain.history.ahead import as_of as facts_as_of
from skill.domain.history.privacy import SymptomsMode
from skill.domain.history.record import Record
from skill.domain.patient.ahead import as_of as patient_as_of
from skill.domain.scenes.scene import Scene
from skill.speech.messages import Messages

Recall = Callable[[], Record]


@dataclass(frozen=True, slots=True)
class Steps:
    """Takes steps with one catalog; knows nothing of the store."""

    catalog: Catalog
    messages_for: Callable[[str], Messages]
    latency: Latency
    symptoms: SymptomsMode
    prescription_for: Callable[[str], Prescription | None]

    def take(self, visit: Visit, step: Step, before: Document, recall: Recall) -> TurnOutcome:
        """Take one *step* from *before*; its document is not saved yet, and has no version."""
        moment = self.moment(visit, before, recall)
        reply = step(moment)
        delivery = self._deliver(visit, reply)
        if delivery is not None and reply.session.count is not None:
            count = delivery.timed(reply.session.count)
            reply = replace(reply, session=replace(reply.session, count=count))
        document = Document(
            patient=reply.patient, session=reply.session, sealed=before.sealed, holds=before.holds, unread=before.unread
        )
        return TurnOutcome(
            reply=reply,
            delivery=delivery,
            document=remembering(document, reply),
            scene=_scene(visit, moment, reply),
        )

    def again(self, visit: Visit, kept: KeptReply, recall: Recall = Record) -> TurnOutcome:
        """Return what a turn came to before, from the reply that was kept; a picture of the past weeks recalls them."""
        document = kept.document
        moment = self.moment(visit, document, recall)
        counted = document.session.count
        reply = Reply(
            patient=document.patient,
            session=document.session,
            cues=kept.said,
            question=kept.asked,
            script=moment.script_from(counted.start) if kept.counts and counted else None,
            urgent=kept.urgent,
            player=kept.player,
            to_read=kept.read,
            card_title=kept.title,
        )
        delivery = self._deliver(visit, reply)
        return TurnOutcome(
            reply=reply,
            delivery=delivery,
            document=remembering(document, reply),
            scene=_scene(visit, moment, reply),
        )

    def moment(self, visit: Visit, document: Document, recall: Recall) -> Moment:
        """Return what a step sees: *document*, and through *recall* the patient's facts."""
        code, country = code_of(visit.patient), country_of(visit.time_zone, visit.locale)
        today = visit.now.astimezone(visit.time_zone).date()
        session = document.session
        if session.planned_on is not None and session.planned_on > today:
            session = replace(session, planned_on=today)
        return Moment(
            catalog=self.catalog,
            patient=patient_as_of(document.patient, today),
            session=session,
            said=document.last_said,
            now=visit.now,
            time_zone=visit.time_zone,
            today=today,
            first_weekday=first_weekday_of(visit.locale),
            emergency_number=self.catalog.emergency_number(country),
            country=country,
            latency=self.latency,
            player=visit.player,
            mode=self.symptoms,
            code=code,
            given_prescription=self.prescription_for(code),
            household=visit.household,
            member_id=visit.member_id,
            recall=cache(lambda: _as_of(recall(), today)),
        )

    def _deliver(self, visit: Visit, reply: Reply) -> Delivery | None:
        channel = Channel.SSML if reply.session.speech_only or reply.patient.plain_count else visit.channel
        return plan_delivery(reply, self.messages_for(visit.locale), channel, seen=visit.screen)


def _scene(visit: Visit, moment: Moment, reply: Reply) -> Callable[[], Scene] | None:
    return (lambda: scene_of(moment, reply)) if visit.screen else None


def _as_of(record: Record, today: date) -> Record:
    return record if record.latest_day <= today else replace(record, facts=facts_as_of(record.facts, today))


def remembering(document: Document, reply: Reply) -> Document:
    """Return *document* with what *reply* says, for "say that again"."""
    return codec.with_said(document, reply.part_of or Said(cues=reply.cues, question=reply.question))
