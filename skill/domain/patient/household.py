"""Who exercises in one household: all of them talk to the same account, and not every voice is recognized."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

OWN = ""
"""The id of the member whose record is the account's own: the first one, unless that was a recognized voice."""
DOOR = "door"
"""Where somebody stands of whom it is not known yet who they are."""
NEW = "new"
"""Somebody who is no member yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One of those who exercise, each with a record, a screen and a routine of their own."""

    id: str = OWN
    name: str | None = field(default=None, repr=False)
    voice: str | None = field(default=None, repr=False)
    """What Alexa knows the voice by, hashed; None while it does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """Everybody who exercises in one account, and who opened the session that is open."""

    members: tuple[Member, ...] = (Member(),)
    last: str = OWN
    """The id of the member who talked last."""
    session: str = ""
    """Alexa's session that is open, hashed; it belongs to `last`, or to who stands at the door."""
    at_door: bool = False
    """Whether that session belongs to somebody who has not said who they are."""

    @property
    def in_session(self) -> str:
        """Return whom the open session belongs to: a member's id, or `DOOR`."""
        return DOOR if self.at_door else self.last

    @property
    def shared(self) -> bool:
        """Return whether a voice that is not recognized may be somebody else's."""
        return len(self.members) > 1 or self.members[0].id != OWN or self.members[0].voice is not None

    def member(self, member_id: str) -> Member | None:
        """Return the member with an id; None when there is none."""
        return next((member for member in self.members if member.id == member_id), None)

    def called(self, name: str) -> Member | None:
        """Return the member with a name, in any case of letters; None when there is none."""
        return next((one for one in self.members if one.name and one.name.casefold() == name.casefold()), None)

    def heard_as(self, voice: str) -> Member | None:
        """Return the member with a recognized voice; None when there is none."""
        return next((member for member in self.members if member.voice == voice), None)

    def opened_by(self, voice: str | None) -> str:
        """Return who opens a session with *voice*, None for one that is not recognized: a member's id, or `DOOR`."""
        if voice is None:
            return DOOR if self.shared else self.members[0].id
        known = self.heard_as(voice)
        return known.id if known else DOOR

    def candidates(self, not_them: tuple[str, ...]) -> tuple[Member, ...]:
        """Return who may stand at the door, the likeliest first; *not_them* are the ids of who it is not.

        Of those without a name at most one: nobody could tell the others apart.
        """
        likeliest_first = sorted(self.members, key=lambda one: (one.id != self.last, one.name is None))
        left = [member for member in likeliest_first if member.id not in not_them]
        nameless = [member for member in left if member.name is None][:1]
        return tuple(member for member in left if member.name is not None or member in nameless)

    def having(self, member: Member) -> Household:
        """Return the household with *member*, new or changed."""
        others = tuple(one for one in self.members if one.id != member.id)
        if len(others) == len(self.members):
            return replace(self, members=(*self.members, member))
        return replace(self, members=tuple(member if one.id == member.id else one for one in self.members))

    def without(self, member_id: str) -> Household:
        """Return the household without a member."""
        left = tuple(one for one in self.members if one.id != member_id)
        return replace(self, members=left or (Member(),), last=left[0].id if left else OWN, session="", at_door=False)

    def with_session(self, session: str, member_id: str) -> Household:
        """Return the household with Alexa's *session* open, which belongs to a member or to who stands at the door."""
        if member_id == DOOR:
            return replace(self, session=session, at_door=True)
        return replace(self, session=session, at_door=False, last=member_id)
