"""What can be touched in a scene: each choice means what saying it would mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from skill.domain import cues
from skill.domain.cues import Question
from skill.domain.movement.exercise import Region
from skill.domain.symptoms.report import HIGHEST_STRENGTH, Change
from skill.domain.symptoms.zones import RegionZones, Zone


class Act(StrEnum):
    """What a touch means. Some need a value with it: a zone's id, a number."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"
    START = "start"
    READY = "ready"
    BACK = "back"
    PAUSE = "pause"
    GO_ON = "go-on"
    SKIP = "skip"
    NEXT = "next"
    EASIER = "easier"
    HURTS = "hurts"
    STOP = "stop"
    PROGRESS = "progress"
    REGION = "region"
    """Neck, low back or both."""
    ZONE = "zone"
    NUMBER = "number"
    CHANGE = "change"
    """Better, the same, worse."""
    NEW = "new"
    """Something new, or nothing."""
    WEAKNESS = "weakness"
    NUMBNESS = "numbness"
    SIDES = "sides"
    """On one side, or on both."""
    JOINT = "joint"
    """Above the knee or elbow, or below."""
    CLEARED = "cleared"
    NOT_CLEARED = "not-cleared"


ABOUT_HEALTH = frozenset({Act.ZONE, Act.NUMBER, Act.CHANGE, Act.NEW, Act.WEAKNESS, Act.NUMBNESS, Act.SIDES, Act.JOINT})
"""What tells how the patient is."""
URGENT = (Act.HURTS, Act.STOP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing to touch."""

    act: Act
    value: str = ""
    """The zone's id, the number, the region: what the act needs."""
    named: str = ""
    """Which name it goes by where one act has several: `same`, `worse`; else the act's own."""
    main: bool = False
    """Whether it is what most people touch."""

    @property
    def name(self) -> str:
        """Return which label it has."""
        return self.named or (f"{self.act}-{self.value}" if self.value else self.act.value)

    @property
    def about_health(self) -> bool:
        """Return whether it tells how the patient is."""
        return self.act in ABOUT_HEALTH


def _of(*acts: Act) -> tuple[Choice, ...]:
    """Return a choice for each act, the first the main one."""
    return tuple(Choice(act=act, main=not index) for index, act in enumerate(acts))


YES_NO = _of(Act.YES, Act.NO)
YES_NO_UNSURE = tuple(Choice(act=act) for act in (Act.YES, Act.NO, Act.UNSURE))
"""Of a safety question none is the usual answer."""
CHANGES = tuple(Choice(act=Act.CHANGE, value=change.value) for change in (Change.BETTER, Change.SAME, Change.WORSE))
SAME = Choice(act=Act.CHANGE, value=Change.SAME.value)
NOTHING_NEW = Choice(act=Act.NEW, value="nothing", main=True)
NEW_KINDS = (
    Choice(act=Act.NEW, value="tingling"),
    Choice(act=Act.NUMBNESS),
    Choice(act=Act.WEAKNESS),
)
SIDES = (Choice(act=Act.SIDES, value="one-side"), Choice(act=Act.SIDES, value="both-sides"))
COUNTING = _of(Act.PAUSE, Act.SKIP, Act.BACK, Act.EASIER, Act.HURTS)
EXPLAINING = _of(Act.READY, Act.NEXT, Act.SKIP, Act.EASIER, Act.HURTS)
PAUSED = _of(Act.GO_ON, Act.SKIP, Act.EASIER, Act.HURTS, Act.STOP)
UNDER_WAY = _of(Act.YES, Act.NO, Act.HURTS)
HELD = _of(Act.NOT_CLEARED, Act.CLEARED)
CHOICE = _of(Act.GO_ON, Act.EASIER, Act.STOP)
"""The rule after an exercise where nothing may be asked for (docs/clinical.md §2.3)."""
SIGNS = _of(Act.STOP, Act.GO_ON)
NUMBERS = tuple(Choice(act=Act.NUMBER, value=str(number)) for number in range(HIGHEST_STRENGTH + 1))
JOINTS = (Choice(act=Act.JOINT, value="above-joint"), Choice(act=Act.JOINT, value="below-joint"))
REGIONS = tuple(Choice(act=Act.REGION, value=region.value) for region in (Region.LOW_BACK, Region.NECK, Region.BOTH))
HOME = _of(Act.START, Act.PROGRESS, Act.STOP)


def zones_of(zones: RegionZones) -> tuple[Choice, ...]:
    """Return the zones of one part of the spine to touch, nearest first; nowhere is one of them."""
    return tuple(Choice(act=Act.ZONE, value=zones.id_of(zone)) for zone in Zone)


_FIXED: Mapping[type[Question], tuple[Choice, ...]] = {
    cues.AskRegion: REGIONS,
    cues.AskStart: _of(Act.START, Act.NO),
    cues.AskWhatNext: HOME,
    cues.AskReady: EXPLAINING,
    cues.AskReadyToGo: EXPLAINING,
    cues.AskResume: PAUSED,
    cues.AskResumeOrNew: _of(Act.GO_ON, Act.NO),
    cues.AskFinished: UNDER_WAY,
    cues.AskActivityDone: UNDER_WAY,
    cues.AskIfWrong: (Choice(act=Act.NO, named="go-on", main=True), Choice(act=Act.STOP)),
    cues.AskEmergencyOrHow: (Choice(act=Act.YES, named="emergency"), Choice(act=Act.NO, named="how-it-goes")),
    cues.AskChoice: CHOICE,
    cues.AskSigns: SIGNS,
    cues.AskChange: CHANGES,
    cues.AskNextDay: CHANGES,
    cues.AskHowWeekWas: CHANGES,
    cues.AskStrength: NUMBERS,
    cues.AskGoalRating: NUMBERS,
    cues.AskNew: (NOTHING_NEW, *NEW_KINDS),
    cues.AskNewKind: NEW_KINDS,
    cues.AskSides: SIDES,
    cues.AskJoint: JOINTS,
    cues.AskCleared: HELD,
}
_OPEN: frozenset[type[Question]] = frozenset(
    {
        cues.AskWhichActivity,
        cues.AskHowManyMinutes,
        cues.AskWhichExercise,
        cues.AskNumberAgain,
        cues.AskMinutes,
        cues.AskFirstName,
        cues.AskName,
        cues.AskGoal,
        cues.AskSide,
        cues.AskEquipment,
        cues.AskDays,
        cues.AskWhichOnes,
        cues.AskHearAgain,
    }
)
"""What is answered in one's own words: nothing but leaving can be touched."""
WITH_ZONES = (cues.AskHowItWas, cues.AskBaseline, cues.AskBaselineAgain, cues.AskFurthest, cues.AskRecheck)
"""The questions that a place answers."""
_KNOWN_BEFORE = (cues.AskHowItWas, cues.AskBaselineAgain, cues.AskRecheck)
"""Those of them to which "the same" is an answer."""
SAFETY = (cues.AskScreening, cues.AskScreenList, cues.AskOthers, cues.AskSettled, cues.AskAlone, cues.AskBreathAtRest)


def choices_for(question: Question, zones: Callable[[Region], RegionZones]) -> tuple[Choice, ...]:
    """Return what can be touched in answer to *question*."""
    if isinstance(question, WITH_ZONES):
        same = (SAME,) if isinstance(question, _KNOWN_BEFORE) else ()
        return (*zones_of(zones(question.region)), *same)
    if isinstance(question, SAFETY):
        return YES_NO_UNSURE
    if type(question) in _OPEN:
        return ()
    if isinstance(question, cues.AskReady | cues.AskReadyToGo) and question.steps is cues.Steps.NONE:
        return tuple(choice for choice in EXPLAINING if choice.act is not Act.NEXT)
    return _FIXED.get(type(question), YES_NO)
