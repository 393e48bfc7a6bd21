"""The safety questions where no answer may be collected: the signs are read as lists (docs/clinical.md §2.3).

First those of an emergency, then those that a clinician must check. The patient says stop, or goes on.
"""

from __future__ import annotations

from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Cue, Question
from skill.domain.movement.exercise import Region
from skill.domain.patient.state import State
from skill.domain.safety.screen_items import EMERGENCY_TIER, Screen, ScreenKind
from skill.domain.safety.screen_rules import ScreenProgress


def ask(moment: Moment, *before: Cue) -> Reply:
    """Read the list that is up, and ask whether to go on."""
    progress = _progress(moment)
    moment = moment.with_session(state=State.SCREENING, screen=progress)
    listed = tuple(cues.Sign(item_id=item.id) for item in open_list(moment))
    return moment.say(*before, cues.SignsIntro(urgent=is_urgent(moment)), *listed, ask=question_of(moment))


def question_of(moment: Moment) -> Question:
    """Return the question after the list that is up."""
    return cues.AskSigns(urgent=is_urgent(moment))


def is_urgent(moment: Moment) -> bool:
    """Return whether the list that is up holds the signs of an emergency."""
    return any(item.tier == EMERGENCY_TIER for item in open_list(moment))


def open_list(moment: Moment) -> Screen:
    """Return the items of the list that is up."""
    return lists_of(moment)[_progress(moment).lists_passed]


def lists_of(moment: Moment) -> tuple[Screen, ...]:
    """Return the lists of the screen that is due, for the patient's part of the spine."""
    region = moment.patient.region or Region.BOTH
    screen = moment.rules.screening.of(_progress(moment).kind)
    asked = tuple(item for item in screen if region is Region.BOTH or region in item.regions)
    urgent = tuple(item for item in asked if item.tier == EMERGENCY_TIER)
    later = tuple(item for item in asked if item.tier != EMERGENCY_TIER)
    return tuple(signs for signs in (urgent, later) if signs)


def _progress(moment: Moment) -> ScreenProgress:
    """Return how far it is today with the screen that is due."""
    kind, progress = moment.screen_due or ScreenKind.DAILY, moment.session.screen
    if progress is not None and progress.kind is kind and progress.on == moment.today:
        return progress
    return ScreenProgress(kind=kind, on=moment.today)
