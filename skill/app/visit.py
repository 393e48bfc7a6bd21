"""A turn from outside: who asks, where and when, and what it comes to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from skill.app.codec import Document
from skill.app.delivery import Channel, Delivery
from skill.app.ports import PatientKey
from skill.app.safekeeping import Whereabouts
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain.patient.household import OWN, Household
from skill.domain.patient.player import Player
from skill.domain.scenes.scene import Scene

Step = Callable[[Moment], Reply]


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
    household: Household = field(default_factory=Household)
    """Everybody who exercises in the account."""
    member_id: str = OWN
    """Which of them it is, or `DOOR`."""
    screen: bool = False
    """Whether the device shows pictures."""
    without_notes: bool = False
    """Whether it is answered even when nothing can be read: danger, stopping, deleting."""

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
    scene: Callable[[], Scene] | None = None
    """Returns what is to be seen; None where nothing can be shown."""
