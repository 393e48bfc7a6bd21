"""What a touch on the screen means: the same as saying it. The only reader of what our documents send."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from skill.dialogue.step import Moment
from skill.domain.patient.state import State
from skill.domain.safety.red_flags import RedFlag
from skill.domain.scenes.choices import URGENT, Act

USER_EVENT = "Alexa.Presentation.APL.UserEvent"
MARK = "touch"
"""What our documents send begins with it."""
LONGEST_SECONDS = 60 * 60
"""No count goes on for an hour."""

INTENTS: Mapping[Act, str] = {
    Act.YES: "AMAZON.YesIntent",
    Act.NO: "AMAZON.NoIntent",
    Act.UNSURE: "NotSureIntent",
    Act.START: "StartRoutineIntent",
    Act.READY: "ReadyIntent",
    Act.BACK: "AMAZON.PreviousIntent",
    Act.PAUSE: "AMAZON.PauseIntent",
    Act.GO_ON: "AMAZON.ResumeIntent",
    Act.SKIP: "SkipIntent",
    Act.NEXT: "AMAZON.NextIntent",
    Act.EASIER: "EasierIntent",
    Act.HURTS: "PainIntent",
    Act.STOP: "AMAZON.StopIntent",
    Act.PROGRESS: "ProgressIntent",
    Act.REGION: "SetRegionIntent",
    Act.ZONE: "ReportPlaceIntent",
    Act.JOINT: "ReportPlaceIntent",
    Act.SIDES: "ReportPlaceIntent",
    Act.NUMBER: "NumberIntent",
    Act.CHANGE: "ReportChangeIntent",
    Act.NEW: "NewSymptomIntent",
    Act.WEAKNESS: "RedFlagIntent",
    Act.NUMBNESS: "RedFlagIntent",
    Act.CLEARED: "ClearedIntent",
    Act.NOT_CLEARED: "NotClearedIntent",
}
"""What would be said instead."""
_SLOTS: Mapping[Act, Callable[[str], tuple[str, str]]] = {
    Act.REGION: lambda value: ("region", value),
    Act.ZONE: lambda value: ("place", value),
    Act.JOINT: lambda value: ("place", value),
    Act.SIDES: lambda value: ("side", value),
    Act.NUMBER: lambda value: ("number", value),
    Act.CHANGE: lambda value: ("change", value),
    Act.NEW: lambda value: ("new_symptom", value),
    Act.WEAKNESS: lambda _value: ("red_flag", RedFlag.WEAKNESS),
    Act.NUMBNESS: lambda _value: ("red_flag", RedFlag.NUMB_LIMB),
}
"""The slot that an act fills, and with what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """One touch."""

    act: Act
    value: str
    state: State
    """What was waited for when the picture was sent."""
    second: float | None = None
    """The second of the count that the screen showed; None outside a count."""

    @property
    def intent(self) -> str:
        """Return the intent it stands for."""
        return INTENTS[self.act]

    @property
    def slot(self) -> tuple[str, str] | None:
        """Return the name and the value of the slot it fills; None when it fills none."""
        fill = _SLOTS.get(self.act)
        return fill(self.value) if fill else None


def read(arguments: Sequence[object] | None) -> Touch | None:
    """Return the touch in what a document sent; None when it is none of ours."""
    match list(arguments or ()):
        case [str(mark), str(act), value, str(state), *rest] if mark == MARK and act in set(Act):
            second = _second(rest[0]) if rest else None
            if state in set(State):
                return Touch(act=Act(act), value=str(value), state=State(state), second=second)
    return None


def _second(ms: object) -> float | None:
    is_number = isinstance(ms, int | float) and not isinstance(ms, bool)
    return float(ms) / 1000 if is_number and 0 <= float(ms) <= 1000 * LONGEST_SECONDS else None  # type: ignore[arg-type]


def is_late(touch: Touch, moment: Moment) -> bool:
    """Return whether the conversation went on since the picture was sent; pain and stop are never too late."""
    return touch.state is not moment.state and touch.act not in URGENT


def at_its_place(touch: Touch, moment: Moment) -> Moment:
    """Return *moment* with the place in the count as the screen showed it: exact, where words need an estimate."""
    count = moment.session.count
    if count is None or touch.second is None or touch.state is not moment.state:
        return moment
    return moment.with_session(count=replace(count, shown_seconds=touch.second))
