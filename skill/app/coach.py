"""One turn: load, take one step of the dialogue, write a hold down, save before the answer goes out, answer."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from skill.app import codec, unsaved
from skill.app.calendar import DEFAULT_LOCALE, time_zone_of
from skill.app.codec import Document
from skill.app.delivery import Channel
from skill.app.holds import Hold, Holds, NoHolds, carried_holds, knowing, not_taken_in, still_holds, told
from skill.app.kept_reply import KeptReply
from skill.app.ports import Loaded, PatientKey, Store, StoredFact
from skill.app.recollection import Recollection, anew, record_of, without_what_is_gone
from skill.app.records import Records
from skill.app.safekeeping import Safekeeping
from skill.app.sealing import Seal
from skill.app.steps import Steps
from skill.app.visit import Step, TurnOutcome, Visit
from skill.dialogue.latency import Latency
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain.catalog.catalog import Catalog
from skill.domain.catalog.prescription import Prescription
from skill.domain.history.facts import FACTS, CareAdvised
from skill.domain.history.privacy import ABOUT_SYMPTOMS, SymptomsMode, may_keep
from skill.domain.history.record import Record
from skill.domain.patient.patient import Patient
from skill.domain.patient.state import State
from skill.errors import StaleVersion, StorageUnavailable
from skill.speech.messages import Messages

__all__ = ["Coach", "Step", "TurnOutcome", "Visit"]

log = logging.getLogger(__name__)

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_ALL_KINDS = tuple(codec.kind_of(kind) for kind in FACTS.values())
_KINDS_ABOUT_SYMPTOMS = tuple(codec.kind_of(kind) for kind in ABOUT_SYMPTOMS)
MOST_TRIES = 50
"""Overlapping turns of one patient: each round one of them is saved, so fifty may overlap."""


@dataclass(slots=True)
class _Turn:
    """One request while it is answered: it may take several tries, and writes a hold down once."""

    visit: Visit
    step: Step
    hold: Hold | None = None
    """What this turn has written down."""


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
    holds: Holds = field(default_factory=NoHolds)
    """Where a hold is written down before the words go out."""
    wake: Callable[[], None] = lambda: None
    """Called when something is left to be done off the turn (`skill.app.upkeep`)."""
    records: Records = field(default_factory=Records, repr=False)
    """The histories of who was here last, decoded."""

    @property
    def safekeeping(self) -> Safekeeping:
        """Return what writes and reads the store's texts."""
        return Safekeeping(self.symptoms, self.seal)

    @property
    def _steps(self) -> Steps:
        return Steps(self.catalog, self.messages_for, self.latency, self.symptoms, self.prescription_for)

    def take(self, visit: Visit, step: Step) -> TurnOutcome:
        """Take one *step* for the patient and return the answer, saved.

        A request that was answered before gets the same answer, and nothing changes twice. A hold is on the disk
        before this returns. While the store cannot save, the conversation goes on from what was loaded or what Alexa
        carried, and is saved when the store is back; while it cannot be read, nothing new is coached. Danger, and
        whatever else is answered *without_notes*, is answered whatever breaks.
        """
        turn = _Turn(visit, step)
        try:
            return self._take(turn)
        except Exception as error:
            if not visit.without_notes:
                raise
            log.error("answered without anything loaded, for a turn broke: %s", type(error).__name__)
            return self._take_unread(turn, blank=True)

    def look(self, visit: Visit) -> Moment:
        """Return what a step would see now, without taking one. Raise `StorageUnavailable` when the store is down."""
        loaded = self.store.load(visit.patient, visit.request_id, visit.now)
        return self._steps.moment(visit, self._recollect(_look(visit), loaded).document, self._kept_record(visit))

    def forget(self, patient: PatientKey, *, asked_at: datetime | None = None) -> None:
        """Erase everything about *patient*. Raise `StorageUnavailable` when that cannot be.

        What was asked for at a moment before the patient's last turn, *asked_at*, erases nothing.
        """
        self.records.drop(patient)
        if self.store.delete(patient, unless_seen_since=asked_at):
            self.holds.release_patient(patient)
        self.wake()

    def share(self, now: datetime) -> bool:
        """Bring this server's holds into the store, for every other server; return whether it has all of them."""
        open_holds = self.holds.open()
        try:
            gone = self.store.released(hold.id for hold in open_holds) if open_holds else frozenset()
        except StorageUnavailable:
            return False
        self.holds.release(gone)
        left = [hold for hold in open_holds if hold.id not in gone and not self._shared(hold, now)]
        return not left

    def _shared(self, hold: Hold, now: datetime) -> bool:
        visit = Visit(
            patient=hold.patient,
            request_id=f"hold {hold.id}",
            locale=DEFAULT_LOCALE,
            time_zone=time_zone_of(DEFAULT_LOCALE),
            now=now,
            channel=Channel.SSML,
        )
        try:
            loaded = self.store.load(hold.patient, visit.request_id, now)
            before = self._recollect(_look(visit), loaded)
            if before.new_holds:
                self._save(visit, loaded, before, _held_only(before, loaded))
        except (StorageUnavailable, StaleVersion):
            return False
        self._lift(hold.patient, before.document)
        return True

    def _take(self, turn: _Turn) -> TurnOutcome:
        visit = turn.visit
        for _ in range(MOST_TRIES):
            try:
                loaded = self.store.load(visit.patient, visit.request_id, visit.now)
            except StorageUnavailable:
                return self._take_unread(turn)
            if loaded.reply is not None:
                return self._again(visit, loaded.reply)
            try:
                before = self._recollect(turn, loaded)
            except StorageUnavailable:
                return self._take_unread(turn)
            try:
                return self._take_loaded(turn, loaded, before)
            except StaleVersion:
                continue
            except StorageUnavailable:
                return self._take_unsaved(turn, replace(before.document, version=loaded.version))
        raise StaleVersion(f"gave up after {MOST_TRIES} overlapping turns")

    def _recollect(self, turn: _Turn, loaded: Loaded) -> Recollection:
        """Return what is known: the store's document, unless Alexa carried a newer one, under every open hold."""
        visit, carried = turn.visit, turn.visit.carried
        found = self._read(visit, loaded)
        document = found.document
        if carried is not None and carried.unsaved:
            if not carried.unread and carried.version in (loaded.version, document.only_held_since):
                document = replace(carried, only_held_since=0, holds=knowing(carried, document.holds).holds)
            elif carried.session.state is State.CONFIRMING_DELETE:
                document = replace(document, session=carried.session)
        found = replace(found, document=without_what_is_gone(document, self.catalog))
        open_holds = (*self.holds.of(visit.patient), *carried_holds(carried, visit.patient))
        new = tuple(hold for hold in not_taken_in(document, open_holds) if hold != turn.hold)
        if new:
            new = self._without_released(new)
        return _still_saying(found.under(new), carried)

    def _without_released(self, new: tuple[Hold, ...]) -> tuple[Hold, ...]:
        """Return *new* without the holds of a patient whom another server has deleted, and end them here."""
        gone = self.store.released(hold.id for hold in new)
        if gone:
            self.holds.release(gone)
            self.wake()
        return tuple(hold for hold in new if hold.id not in gone)

    def _read(self, visit: Visit, loaded: Loaded) -> Recollection:
        if loaded.document is None:
            return Recollection(document=Document())
        try:
            document = self.safekeeping.read(loaded.document, visit.whereabouts)
        except ValueError:
            log.error("a patient's document cannot be read: it is set aside, and the patient is screened anew")
            return Recollection(document=anew(self._kept_record(visit)()), unreadable=True)
        return Recollection(document=document, known_holds=document.holds)

    def _take_loaded(self, turn: _Turn, loaded: Loaded, before: Recollection) -> TurnOutcome:
        visit = turn.visit
        recall = self._kept_record(visit, loaded)
        outcome = self._steps.take(visit, turn.step, before.document, recall)
        if outcome.reply.forget:
            return self._forgotten(turn, before.document, outcome)
        outcome = self._written_down(turn, before.document, outcome)
        outcome = self._save(visit, loaded, before, outcome)
        self._remember(visit, loaded, recall, outcome, self._advised(before))
        self._lift(visit.patient, outcome.document)
        return outcome

    def _save(self, visit: Visit, loaded: Loaded, before: Recollection, outcome: TurnOutcome) -> TurnOutcome:
        """Save *outcome*, and return it with its version. Raise `StaleVersion` and `StorageUnavailable`."""
        document = replace(outcome.document, version=_next_version(loaded, visit.now))
        facts = tuple(codec.encode_fact(fact, visit.now) for fact in (*self._advised(before), *outcome.reply.facts))
        self.store.save(
            visit.patient,
            version=loaded.version,
            next_version=document.version,
            document=self.safekeeping.write(document, visit.whereabouts),
            facts=(*_owed(visit), *facts),
            request_id=visit.request_id,
            reply=self.safekeeping.write_reply(KeptReply.of(outcome.reply, document), visit.whereabouts),
            now=visit.now,
            erasing=_erased_by(outcome.reply),
            holds=tuple(one for one in document.holds if one not in before.known_holds),
            setting_aside=before.unreadable,
        )
        return replace(outcome, document=document)

    def _take_unsaved(self, turn: _Turn, before: Document) -> TurnOutcome:
        """Take the step while nothing can be saved: Alexa carries what comes of it."""
        visit = turn.visit
        outcome = self._steps.take(visit, turn.step, before, lambda: replace(record_of(_owed(visit)), whole=False))
        if outcome.reply.forget:
            return self._forgotten(turn, before, outcome)
        if outcome.reply.forget_symptoms or outcome.reply.forget_alone:
            return unsaved.undeleted(before)
        outcome = self._written_down(turn, before, outcome)
        if not before.unsaved:
            log.error("turn not saved: the store is down")
        self.wake()
        return unsaved.carried_on(visit, before, outcome)

    def _take_unread(self, turn: _Turn, *, blank: bool = False) -> TurnOutcome:
        """Take the step while nothing can be read: a session that is open goes on, and no new one is coached."""
        visit, carried = turn.visit, None if blank else turn.visit.carried
        holds = not_taken_in(carried or Document(), self.holds.of(visit.patient))
        if carried is not None and not carried.unread:
            return self._take_unsaved(turn, Recollection(document=carried).under(holds).document)
        document = carried or Document(patient=Patient(visits=1), unread=True)
        before = Recollection(document=document).under(holds).document
        outcome = self._steps.take(visit, turn.step, before, lambda: Record(whole=False))
        reply = outcome.reply
        if reply.forget or reply.forget_alone or reply.forget_symptoms or reply.urgent or visit.without_notes:
            return self._take_unsaved(turn, before)
        log.error("turn not taken: the store cannot be read")
        return unsaved.without_notes(outcome, before)

    def _written_down(self, turn: _Turn, before: Document, outcome: TurnOutcome) -> TurnOutcome:
        """Write down the hold that a turn told, if it told one, and return the outcome that knows of it."""
        visit = turn.visit
        today = visit.now.astimezone(visit.time_zone).date()
        hold = told(visit.patient, before.patient, outcome.reply.patient, today)
        if hold is None:
            return outcome
        if turn.hold is None:
            turn.hold = hold
            try:
                self.holds.write(hold)
            except StorageUnavailable as error:
                log.error("a hold is in memory only: %s", error)
                self.wake()
        return replace(outcome, document=knowing(outcome.document, (turn.hold.id,)))

    def _forgotten(self, turn: _Turn, before: Document, outcome: TurnOutcome) -> TurnOutcome:
        try:
            self.forget(turn.visit.patient)
        except StorageUnavailable:
            return unsaved.undeleted(before)
        return replace(outcome, document=Document())

    def _lift(self, patient: PatientKey, document: Document) -> None:
        """End the holds that the saved *document* has taken in and no longer stands under."""
        holds = self.holds.of(patient)
        lifted = [hold.id for hold in holds if hold.id in document.holds and not still_holds(hold, document.patient)]
        if lifted:
            self.holds.release(lifted)
            self.wake()

    def _advised(self, before: Recollection) -> tuple[CareAdvised, ...]:
        """Return the facts of the holds that were told while the store was away."""
        facts = (CareAdvised(care=hold.care, on=hold.on) for hold in before.new_holds if hold.care is not None)
        return tuple(fact for fact in facts if may_keep(fact, self.symptoms, before.document.patient.consent))

    def _again(self, visit: Visit, text: str) -> TurnOutcome:
        return self._steps.again(visit, self.safekeeping.read_reply(text, visit.whereabouts), self._kept_record(visit))

    def _kept_record(self, visit: Visit, loaded: Loaded | None = None) -> _Recall:
        """Return what reads the patient's facts, at most once, when a step asks for them."""
        known = self.records.of(visit.patient, loaded.version) if loaded else None
        return _Recall(known, lambda: record_of((*self.store.facts(visit.patient, EPOCH), *_owed(visit))))

    def _remember(
        self, visit: Visit, loaded: Loaded, recall: _Recall, outcome: TurnOutcome, advised: tuple[CareAdvised, ...]
    ) -> None:
        """Keep the record that this turn has read, with what it has added; nothing where more has changed in it."""
        record = recall.found
        if record is None or _owed(visit) or _erased_by(outcome.reply):
            self.records.drop(visit.patient)
            return
        added = record_of(codec.encode_fact(fact, visit.now) for fact in (*advised, *outcome.reply.facts))
        self.records.keep(visit.patient, outcome.document.version, record, added.facts, visit.now)


class _Recall:
    """Reads a patient's record when it is first asked for; `found` is the record once it is known."""

    def __init__(self, known: Record | None, read: Callable[[], Record]) -> None:
        self.found = known
        self._read = read

    def __call__(self) -> Record:
        if self.found is None:
            self.found = self._read()
        return self.found


def _look(visit: Visit) -> _Turn:
    return _Turn(visit, lambda moment: moment.close())


def _still_saying(found: Recollection, carried: Document | None) -> Recollection:
    """Return *found* with the words for danger that Alexa carried, when nothing but their hold has come since."""
    document = found.document
    if carried is None or not carried.unsaved or not carried.holds or not set(carried.holds) <= set(document.holds):
        return found
    if not (found.new_holds or document.only_held_since):
        return found
    return replace(found, document=replace(document, said=carried.said, asked=carried.asked))


def _held_only(before: Recollection, loaded: Loaded) -> TurnOutcome:
    """Return the outcome in which a hold is taken in, nothing is said, and nothing else changes."""
    document = before.document
    document = replace(document, only_held_since=document.only_held_since or loaded.version)
    reply = Reply(patient=document.patient, session=document.session, cues=(), question=None)
    return TurnOutcome(reply=reply, delivery=None, document=document)


def _erased_by(reply: Reply) -> tuple[str, ...]:
    """Return the kinds of facts that *reply* erases."""
    if reply.forget_alone:
        return _ALL_KINDS
    return _KINDS_ABOUT_SYMPTOMS if reply.forget_symptoms else ()


def _next_version(loaded: Loaded, now: datetime) -> int:
    """Return what to call the save after *loaded*: the moment in microseconds, then one more each time.

    So whoever comes back after a deletion begins above every version the deleted had.
    """
    return loaded.version + 1 if loaded.version else int(now.timestamp() * 1_000_000)


def _owed(visit: Visit) -> tuple[StoredFact, ...]:
    """Return the facts of earlier turns that could not be saved then."""
    owed = visit.carried.unsaved_facts if visit.carried else ()
    return tuple(StoredFact(at=at, kind=kind, data=data) for at, kind, data in owed)
