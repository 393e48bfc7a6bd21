"""Before each turn: whose it is. A session belongs to who opened it, and a sign to them, or to everybody."""

from __future__ import annotations

import logging
import secrets
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from pydantic import TypeAdapter, ValidationError

from skill.app.coach import Coach, Step, TurnOutcome, Visit
from skill.app.holds import Hold
from skill.app.ports import PatientKey
from skill.dialogue.care import unrecognized_sign
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain.patient.household import DOOR, NEW, OWN, Household, Member
from skill.domain.safety.red_flags import Care
from skill.errors import StaleVersion, StorageUnavailable

log = logging.getLogger(__name__)

MOST_TRIES = 5
ID_BYTES = 8
_HOUSEHOLD = TypeAdapter(Household)


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who talks, as far as Alexa tells."""

    account: PatientKey
    voice: str | None
    """The person's part of their key; None when the voice is not recognized."""
    session: str
    """Alexa's session, hashed; "" outside one."""
    opens: bool
    """Whether this request opens the session, or comes outside one."""
    speaks: bool
    """Whether somebody said something; a player or a button does not."""


@dataclass(frozen=True, slots=True)
class _Known:
    household: Household
    version: int


@dataclass(frozen=True, slots=True)
class Reception:
    """Finds out whose turn it is, keeps it so while Alexa's session lasts, and hands over when somebody else comes."""

    coach: Coach

    def take(self, visit: Visit, caller: Caller, step: Step, come_in: Step) -> TurnOutcome:
        """Take one *step* for whose turn it is; *come_in* is the first step of whoever takes over in it.

        While the store cannot be read, the session stays whose Alexa carries that it is.
        """
        try:
            known = self._load(caller, visit.now)
        except StorageUnavailable:
            return self._take_unread(visit, caller, step)
        self._spread(visit, caller, known.household)
        household = self._with_voice(known.household, caller, visit)
        member_id = self._whose(household, caller, visit)
        if member_id != DOOR and household.member(member_id) is None:
            household = household.having(Member(id=member_id, voice=caller.voice))
        household = _in_session(household, caller, member_id)
        outcome = self._take_as(visit, caller, household, member_id, step)
        household = self._named(household, member_id, outcome)
        if outcome.reply.forget or outcome.reply.forget_alone:
            return self._forgotten(visit, caller, known, household, member_id, outcome)
        care = outcome.document.patient.care
        if member_id == DOOR and care is not None and outcome.reply.urgent:
            self._hold_everybody(visit, caller, household, care.care, visit.request_id)
        if outcome.reply.person is not None:
            household, outcome = self._handed_over(visit, caller, household, member_id, outcome.reply.person, come_in)
        self._save(caller, visit, known, household)
        return outcome

    def _take_unread(self, visit: Visit, caller: Caller, step: Step) -> TurnOutcome:
        """Take the step while nobody knows who is in the house: a sign of nobody in particular waits for everybody."""
        member_id = visit.carried.member if visit.carried is not None and not caller.opens else caller.voice or OWN
        outcome = self._take_as(visit, caller, Household(), member_id, step)
        care = outcome.document.patient.care
        if caller.opens and caller.voice is None and care is not None and outcome.reply.urgent:
            hold = Hold(
                id=secrets.token_hex(ID_BYTES), patient=key_of(caller.account, DOOR), on=care.since, care=care.care
            )
            with suppress(StorageUnavailable):
                self.coach.holds.write(hold)
        return outcome

    def _spread(self, visit: Visit, caller: Caller, household: Household) -> None:
        """Hold everybody for a sign that was told while nobody knew who is in the house."""
        door = key_of(caller.account, DOOR)
        for hold in self.coach.holds.of(door):
            if household.shared and hold.care is not None:
                self._hold_everybody(visit, caller, household, hold.care, hold.id)
            self.coach.holds.release([hold.id])

    def _take_as(self, visit: Visit, caller: Caller, household: Household, member_id: str, step: Step) -> TurnOutcome:
        patient = key_of(caller.account, member_id)
        outcome = self.coach.take(replace(visit, patient=patient, household=household, member_id=member_id), step)
        return replace(outcome, document=replace(outcome.document, member=member_id))

    def _whose(self, household: Household, caller: Caller, visit: Visit) -> str:
        if caller.session and household.session == caller.session:
            return household.in_session
        carried = visit.carried.member if visit.carried is not None and not caller.opens else None
        if carried is not None and (carried == DOOR or household.member(carried) is not None):
            return carried
        if not caller.session and not caller.speaks:
            return household.last if household.member(household.last) else household.members[0].id
        return household.opened_by(caller.voice)

    def _with_voice(self, household: Household, caller: Caller, visit: Visit) -> Household:
        """Return the household with a voice that nobody has had before: somebody new, unless they may be known by now.

        Who is already there without a recognized voice may be the one; then it is asked at the door.
        """
        voice = caller.voice
        if voice is None or not caller.opens or household.heard_as(voice) is not None:
            return household
        if self._has_record(caller, voice, visit):
            return household.having(Member(id=voice, voice=voice))
        unknown = [one for one in household.members if one.voice is None]
        if household.members == (Member(),) and not self._has_record(caller, OWN, visit):
            return Household(members=(Member(id=voice, voice=voice),), last=voice)
        return household if unknown else household.having(Member(id=voice, voice=voice))

    def _has_record(self, caller: Caller, member_id: str, visit: Visit) -> bool:
        return self.coach.store.load(key_of(caller.account, member_id), "", visit.now).document is not None

    def _handed_over(
        self, visit: Visit, caller: Caller, household: Household, left: str, person: Member, come_in: Step
    ) -> tuple[Household, TurnOutcome]:
        """Let *person* take over, and return the household and the outcome of their first step."""
        if person.id == NEW:
            voice = caller.voice if caller.voice and household.heard_as(caller.voice) is None else None
            person = replace(person, id=secrets.token_hex(ID_BYTES), voice=voice)
        elif left == DOOR and person.voice is None and caller.voice and household.heard_as(caller.voice) is None:
            person = replace(person, voice=caller.voice)
        if person.id != DOOR:
            household = household.having(person)
        if left == DOOR:
            self.coach.forget(key_of(caller.account, DOOR))
        household = _in_session(household, caller, person.id)

        def first_step(moment: Moment) -> Reply:
            if person.id == DOOR:
                return come_in(moment.with_session(not_them=(left,)))
            if person.name and moment.patient.name is None:
                moment = moment.with_patient(name=person.name)
            return come_in(moment)

        return household, self._take_as(replace(visit, carried=None), caller, household, person.id, first_step)

    def _hold_everybody(self, visit: Visit, caller: Caller, household: Household, care: Care, sign: str) -> None:
        for member in household.members:
            request_id = f"{sign} for {member.id}"
            everybody = replace(visit, request_id=request_id, carried=None, alexa_session=None)
            self._take_as(everybody, caller, household, member.id, lambda moment: unrecognized_sign.hold(moment, care))

    def _forgotten(
        self, visit: Visit, caller: Caller, known: _Known, household: Household, member_id: str, outcome: TurnOutcome
    ) -> TurnOutcome:
        """Forget the member, or everybody, as the outcome says that it is done."""
        others = len(household.members) > 1 and not outcome.reply.forget_everyone
        if others:
            self._save(caller, visit, known, household.without(member_id))
        elif member_id != OWN:
            self.coach.forget(caller.account)
        return outcome

    def _named(self, household: Household, member_id: str, outcome: TurnOutcome) -> Household:
        """Return the household that calls a member as the member's own record does."""
        member, name = household.member(member_id), outcome.document.patient.name
        if member is None or member.name == name:
            return household
        return household.having(replace(member, name=name))

    def _load(self, caller: Caller, now: datetime) -> _Known:
        loaded = self.coach.store.load(_household_key(caller.account), "", now)
        if loaded.document is None:
            return _Known(Household(), loaded.version)
        try:
            return _Known(_HOUSEHOLD.validate_json(loaded.document), loaded.version)
        except ValidationError:
            log.error("a household cannot be read: everybody is asked who they are")
            return _Known(Household(), loaded.version)

    def _save(self, caller: Caller, visit: Visit, known: _Known, household: Household) -> None:
        if household == known.household or not (household.shared or household.at_door or known.version):
            return
        version = known.version + 1 if known.version else int(visit.now.timestamp() * 1_000_000)
        try:
            self.coach.store.save(
                _household_key(caller.account),
                version=known.version,
                next_version=version,
                document=_HOUSEHOLD.dump_json(household, exclude_defaults=True).decode(),
                facts=(),
                request_id=f"{visit.request_id} household",
                reply="",
                now=visit.now,
            )
        except (StorageUnavailable, StaleVersion) as error:
            log.error("a household was not saved: %s", type(error).__name__)


def key_of(account: PatientKey, member_id: str) -> PatientKey:
    """Return the key of a member's record, or of what is said at the door."""
    return PatientKey(f"{account}.{member_id}") if member_id else account


def _household_key(account: PatientKey) -> PatientKey:
    return PatientKey(f"{account}.household")


def _in_session(household: Household, caller: Caller, member_id: str) -> Household:
    if not caller.session or not (household.shared or member_id == DOOR or household.at_door):
        return household if member_id in (DOOR, household.last) else replace(household, last=member_id)
    return household.with_session(caller.session, member_id)
