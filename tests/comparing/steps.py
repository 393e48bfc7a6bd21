"""What a random patient says or does next. Drawn from the interaction model, so that it knows no checkout by name."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random  # noqa: TID251 - seeded: the same conversations in every process
from typing import Any

Json = dict[str, Any]
Slots = dict[str, tuple[str, str | None, str]]
"""What was heard for a slot, the id it resolved to, and the slot's type."""

DURATIONS = ("PT20M", "PT5M", "PT1H30M", "PT40S", "P1D")
FREE_TEXT = ("sit through a film", "lift my grandson", "Alex")
UNRESOLVED = 0.05
"""How often a slot was heard and is none of its values."""
FITTING_SHARE, ANYTHING_SHARE = 0.6, 0.88
"""How often what fits the state is said; up to the second share any intent; else something happens to the device."""

_YES_OR_NO = ("AMAZON.YesIntent", "AMAZON.NoIntent", "AMAZON.YesIntent", "NotSureIntent")
_REPORTS = ("PLACE", "PLACE", "NumberIntent", "ReportChangeIntent", "SAME", "AMAZON.NoIntent", "NewSymptomIntent")
FITTING = {
    "setting-region": ("SetRegionIntent",),
    "screening": ("AMAZON.NoIntent",) * 6 + ("AMAZON.YesIntent", "NumberIntent", "RedFlagIntent"),
    "offering-routine": ("StartRoutineIntent", "AMAZON.YesIntent", "DoExerciseIntent"),
    "getting-ready": ("ReadyIntent",),
    "counting": ("WAIT 30", "WAIT 150", "WAIT 150", "AMAZON.PauseIntent", "DoneIntent", "PainIntent", *_REPORTS),
    "paused": ("AMAZON.YesIntent", "AMAZON.ResumeIntent", "CheckAgainIntent", "WAIT 700", "SetGoalIntent"),
    "checking": _REPORTS,
    "reporting": _REPORTS,
    "clarifying": (*_YES_OR_NO, "ReportPlaceIntent"),
    "on-activity": ("WAIT 700", "DoneIntent", "LAUNCH", "LogActivityIntent"),
    "finished": (
        "LAUNCH",
        "StartRoutineIntent",
        "CheckAgainIntent",
        "WAIT 86400",
        "ProgressIntent",
        "LogActivityIntent",
    ),
    "telling-activity": ("TimeAvailableIntent", "LogActivityIntent", "NumberIntent", "AMAZON.NoIntent"),
    "rating-week": ("ReportChangeIntent", *_YES_OR_NO),
    "naming-goal": ("SetGoalIntent", "AMAZON.NoIntent"),
    "rating-goal": ("NumberIntent", "AMAZON.NoIntent"),
    "held": ("ClearedIntent", *_YES_OR_NO),
}
"""What people usually say, or let pass, in a state; elsewhere yes, no, or not sure."""
HAPPENINGS = (
    *("LAUNCH", "LAUNCH", "WAIT 5", "WAIT 20", "WAIT 60", "WAIT 200", "WAIT 700", "WAIT 3600", "WAIT 86400"),
    *("WAIT 86400", "WAIT 691200", "VANISH", "EXIT", "REPEATED", "CANNOT PLAY", "SERVER RESTARTS"),
    *("PRESS Play", "PRESS Pause", "PRESS Next", "PRESS Previous"),
)


@dataclass(frozen=True)
class Step:
    """One thing a patient says, or that happens."""

    name: str
    slots: Slots = field(default_factory=dict)
    one_shot: bool = False
    """Whether it opens a new session: "Alexa, ask spine coach ..."."""

    def __str__(self) -> str:
        """Return it in a line."""
        told = " ".join(f"{name}={heard}:{resolved}" for name, (heard, resolved, _) in self.slots.items())
        return " ".join(word for word in ("ask" if self.one_shot else "", self.name, told) if word)


class Patient:
    """Draws steps by chance, the same ones for the same *random* whatever Python hashes."""

    def __init__(self, model: Json, random: Random) -> None:
        """Speak the intents of *model*, an interaction model in Amazon's format."""
        language = model["interactionModel"]["languageModel"]
        self._slots = {
            one["name"]: [(slot["name"], slot["type"]) for slot in one.get("slots", [])] for one in language["intents"]
        }
        self._values = {one["name"]: [value["id"] for value in one["values"]] for one in language["types"]}
        self._intents = sorted(self._slots)
        self._random = random

    def next_step(self, state: str) -> Step:
        """Return what comes next when the dialogue is in *state*."""
        chance = self._random.random()
        if chance < FITTING_SHARE:
            return self._named(self._random.choice(FITTING.get(state, _YES_OR_NO)))
        if chance < ANYTHING_SHARE:
            return self._named(self._random.choice(self._intents))
        return Step(self._random.choice(HAPPENINGS))

    def _named(self, name: str) -> Step:
        if name == "PLACE":
            return Step(
                "ReportPlaceIntent", {**self._slot("place", "BODY_PLACE"), **self._slot("number", "AMAZON.NUMBER")}
            )
        if name == "SAME":
            return Step("ReportChangeIntent", {"change": ("same", "same", "CHANGE")})
        known = self._slots.get(name, [])
        often = 0.9 if len(known) == 1 else 0.45
        slots: Slots = {}
        for slot, kind in known:
            if self._random.random() < often:
                slots |= self._slot(slot, kind)
        return Step(name, slots, one_shot=name in self._slots and self._random.random() < 0.04)

    def _slot(self, name: str, kind: str) -> Slots:
        if kind not in self._values:
            return {name: (self._amazons(kind), None, kind)}
        value = self._random.choice(self._values[kind])
        return {name: (value, None if self._random.random() < UNRESOLVED else value, kind)}

    def _amazons(self, kind: str) -> str:
        if kind == "AMAZON.NUMBER":
            return str(self._random.randint(0, 12))
        return self._random.choice(DURATIONS if kind == "AMAZON.DURATION" else FREE_TEXT)
