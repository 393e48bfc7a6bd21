"""One turn: load, take one step of the dialogue, save before the answer goes out, answer."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

from skill.app import codec
from skill.app.calendar import country_of, first_weekday_of
from skill.app.codec import Document
from skill.app.delivery import Channel, Delivery, plan_delivery
from skill.app.kept_reply import KeptReply
from skill.app.keys import code_of
from skill.app.ports import Loaded, PatientKey, Store, StoredFact
from skill.app.safekeeping import Safekeeping, Whereabouts
from skill.app.sealing import Seal
from skill.dialogue.latency import Latency
from skill.dialogue.reply import Reply, Said
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.catalog.catalog import Catalog
from skill.domain.catalog.prescription import Prescription
from skill.domain.history.privacy import ABOUT_SYMPTOMS, SymptomsMode
from skill.domain.history.record import Record
from skill.domain.patient.player import Player
from skill.errors import StaleVersion, StorageUnavailable
from skill.speech.messages import Messages

log = logging.getLogger(__name__)

Step = Callable[[Moment], Reply]
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_KINDS_ABOUT_SYMPTOMS = tuple(codec.kind_of(kind) for kind in ABOUT_SYMPTOMS)
MOST_TRIES = 50
"""Overlapping turns of one patient: each round one of them is saved, so fifty may overlap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Who asks, where and when: all that a turn knows before anything is loaded."""

    patient: PatientKey
    request_id: str
    locale: str
    time_zone: ZoneInfo
    now: datetime
    """Aware, UTC."""
    channel: Channel
    player: Player = field(default_factory=Player)
    carried: Document | None = None
    """What Alexa's session attributes brought back."""
    alexa_session: str | None = field(default=None, repr=False)
    """The id of Alexa's session; None outside one."""

    @property
    def whereabouts(self) -> Whereabouts:
        """Return what the texts of this turn may be read with."""
        return Whereabouts(patient=self.patient, alexa_session=self.alexa_session)


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnOutcome:
    """What a turn comes to."""

    reply: Reply
    delivery: Delivery | None
    """How the count goes out; None when nothing is counted."""
    document: Document


@dataclass(frozen=True, slots=True)
class Coach:
    """The coach: one catalog, one store, any number of patients. Safe to share between threads."""

    catalog: Catalog
    store: Store
    messages_for: Callable[[str], Messages]
    """The words of a locale."""
    latency: Latency = field(default_factory=Latency)
    symptoms: SymptomsMode = SymptomsMode.DURABLE
    prescription_for: Callable[[str], Prescription | None] = lambda _code: None
    """A clinician's program by the patient's code (`skill.app.keys.code_of`)."""
    seal: Seal | None = None
    """Keeps what may not be kept to Alexa's open session; without it, it lasts for one turn."""

    @property
    def safekeeping(self) -> Safekeeping:
        """Return what writes and reads the store's texts."""
        return Safekeeping(self.symptoms, self.seal)

    def take(self, visit: Visit, step: Step) -> TurnOutcome:
        """Take one *step* for the patient and return the answer, saved.

        A request that was answered before gets the same answer, and nothing changes twice. When the store is down
        the conversation goes on from what Alexa carried, and is saved when the store is back.
        """
        for _ in range(MOST_TRIES):
            try:
                loaded = self.store.load(visit.patient, visit.request_id, visit.now)
            except StorageUnavailable:
                return self._take_unsaved(visit, step)
            if loaded.reply is not None:
                return self._again(visit, loaded.reply)
            try:
                return self._take_loaded(visit, step, loaded)
            except StaleVersion:
                continue
            except StorageUnavailable:
                return self._take_unsaved(visit, step)
        raise StaleVersion(f"gave up after {MOST_TRIES} overlapping turns")

    def look(self, visit: Visit) -> Moment:
        """Return what a step would see now, without taking one. Raise `StorageUnavailable` when the store is down."""
        loaded = self.store.load(visit.patient, visit.request_id, visit.now)
        return self._moment(visit, self._known(visit, loaded), self._kept_record(visit))

    def forget(self, patient: PatientKey) -> None:
        """Erase everything about *patient*."""
        self.store.delete(patient)

    def _known(self, visit: Visit, loaded: Loaded) -> Document:
        """Return the newest document: the store's, unless Alexa carried one that could not be saved."""
        carried = visit.carried
        if carried is not None and carried.unsaved and carried.version == loaded.version:
            return carried
        if loaded.document is None:
            return Document()
        return self.safekeeping.read(loaded.document, visit.whereabouts)

    def _take_loaded(self, visit: Visit, step: Step, loaded: Loaded) -> TurnOutcome:
        before = self._known(visit, loaded)
        answer = self._step(visit, step, before, self._kept_record(visit))
        facts = tuple(codec.encode_fact(fact, visit.now) for fact in answer.reply.facts)
        document = replace(answer.document, version=_next_version(loaded, visit.now))
        answer = replace(answer, document=document)
        if answer.reply.forget:
            self.store.delete(visit.patient)
            return replace(answer, document=Document())
        self.store.save(
            visit.patient,
            version=loaded.version,
            next_version=document.version,
            document=self.safekeeping.write(document, visit.whereabouts),
            facts=(*_owed(visit), *facts),
            request_id=visit.request_id,
            reply=self.safekeeping.write_reply(KeptReply.of(answer.reply, document), visit.whereabouts),
            now=visit.now,
            erasing=_KINDS_ABOUT_SYMPTOMS if answer.reply.forget_symptoms else (),
        )
        return answer

    def _take_unsaved(self, visit: Visit, step: Step) -> TurnOutcome:
        before = visit.carried or Document()
        answer = self._step(visit, step, before, lambda: replace(_record_of(_owed(visit)), whole=False))
        reply = answer.reply
        if reply.forget or reply.forget_symptoms:
            return _undeleted(before)
        if not before.unsaved:
            log.error("turn not saved: the store is down")
            notice = cues.CannotSave() if visit.carried else cues.CannotRemember()
            reply = replace(reply, cues=(*reply.cues, notice) if reply.urgent else (notice, *reply.cues))
        facts = (codec.encode_fact(fact, visit.now) for fact in reply.facts)
        owed = tuple((fact.at, fact.kind, fact.data) for fact in facts)
        document = replace(
            answer.document,
            version=before.version,
            unsaved=True,
            unsaved_facts=(*before.unsaved_facts, *owed),
        )
        return replace(answer, reply=reply, document=document)

    def _again(self, visit: Visit, text: str) -> TurnOutcome:
        kept = self.safekeeping.read_reply(text, visit.whereabouts)
        document = kept.document
        moment = self._moment(visit, document, Record)
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
        return TurnOutcome(reply=reply, delivery=delivery, document=_remembering(document, reply))

    def _step(self, visit: Visit, step: Step, before: Document, recall: Callable[[], Record]) -> TurnOutcome:
        reply = step(self._moment(visit, before, recall))
        delivery = self._deliver(visit, reply)
        if delivery is not None and reply.session.count is not None:
            count = delivery.timed(reply.session.count)
            reply = replace(reply, session=replace(reply.session, count=count))
        document = Document(patient=reply.patient, session=reply.session, sealed=before.sealed)
        return TurnOutcome(reply=reply, delivery=delivery, document=_remembering(document, reply))

    def _deliver(self, visit: Visit, reply: Reply) -> Delivery | None:
        channel = Channel.SSML if reply.session.speech_only else visit.channel
        return plan_delivery(reply, self.messages_for(visit.locale), channel)

    def _kept_record(self, visit: Visit) -> Callable[[], Record]:
        """Return what reads the patient's facts, at most once, when a step asks for them."""
        return cache(lambda: _record_of((*self.store.facts(visit.patient, EPOCH), *_owed(visit))))

    def _moment(self, visit: Visit, document: Document, recall: Callable[[], Record]) -> Moment:
        code, country = code_of(visit.patient), country_of(visit.time_zone, visit.locale)
        return Moment(
            catalog=self.catalog,
            patient=document.patient,
            session=document.session,
            said=document.last_said,
            now=visit.now,
            today=visit.now.astimezone(visit.time_zone).date(),
            first_weekday=first_weekday_of(visit.locale),
            emergency_number=self.catalog.emergency_number(country),
            country=country,
            latency=self.latency,
            player=visit.player,
            mode=self.symptoms,
            code=code,
            given_prescription=self.prescription_for(code),
            recall=recall,
        )


def _next_version(loaded: Loaded, now: datetime) -> int:
    """Return what to call the save after *loaded*: the moment in microseconds, then one more each time.

    So whoever comes back after a deletion begins above every version the deleted had.
    """
    return loaded.version + 1 if loaded.version else int(now.timestamp() * 1_000_000)


def _undeleted(before: Document) -> TurnOutcome:
    """Return the answer when something was to be deleted, and the store is down: nothing changes."""
    reply = Reply(patient=before.patient, session=before.session, cues=(cues.CannotDelete(),), question=None)
    return TurnOutcome(reply=reply, delivery=None, document=before)


def _owed(visit: Visit) -> tuple[StoredFact, ...]:
    """Return the facts of earlier turns that could not be saved then."""
    owed = visit.carried.unsaved_facts if visit.carried else ()
    return tuple(StoredFact(at=at, kind=kind, data=data) for at, kind, data in owed)


def _record_of(facts: tuple[StoredFact, ...]) -> Record:
    return Record(facts=tuple(codec.decode_fact(fact) for fact in facts))


def _remembering(document: Document, reply: Reply) -> Document:
    return codec.with_said(document, Said(cues=reply.cues, question=reply.question))
