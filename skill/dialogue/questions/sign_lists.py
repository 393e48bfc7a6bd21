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
from skill.domain.safety.screen_items import Opening, ScreenGroup, ScreenKind
from skill.domain.safety.screen_rules import ScreenProgress


def ask(moment: Moment, *before: Cue) -> Reply:
    """Read the list that is up, and ask whether to go on."""
    progress = _progress(moment)
    moment = moment.with_session(state=State.SCREENING, screen=progress)
    region, lists = moment.patient.region or Region.BOTH, lists_of(moment)
    passed = progress.lists_passed
    is_first = passed == 0 or _is_urgent(lists[passed - 1], progress.kind) != is_urgent(moment)
    intro = (cues.SignsIntro(urgent=is_urgent(moment)),) if is_first else ()
    listed = cues.SignList(group_id=lists[passed].id, region=region)
    return moment.say(*before, *intro, listed, ask=question_of(moment))


def question_of(moment: Moment) -> Question:
    """Return the question after the list that is up."""
    return cues.AskSigns(urgent=is_urgent(moment))


def is_urgent(moment: Moment) -> bool:
    """Return whether the list that is up holds the signs of an emergency; the daily ones do."""
    progress = _progress(moment)
    return _is_urgent(lists_of(moment)[progress.lists_passed], progress.kind)


def lists_of(moment: Moment) -> tuple[ScreenGroup, ...]:
    """Return the lists of the screen that is due, for the patient's part of the spine."""
    return moment.rules.screening.groups_of(_progress(moment).kind, moment.patient.region or Region.BOTH)


def _is_urgent(group: ScreenGroup, kind: ScreenKind) -> bool:
    return group.opening is Opening.EMERGENCY or kind is ScreenKind.DAILY


def _progress(moment: Moment) -> ScreenProgress:
    """Return how far it is today with the screen that is due."""
    kind, progress = moment.screen_due or ScreenKind.DAILY, moment.session.screen
    if progress is not None and progress.kind is kind and progress.on == moment.today:
        return progress
    return ScreenProgress(kind=kind, on=moment.today)
