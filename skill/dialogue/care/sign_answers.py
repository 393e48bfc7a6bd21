"""What follows the lists of signs: going on, or stopping. Nothing is kept of it but that they were heard."""

from __future__ import annotations

from dataclasses import replace

from skill.dialogue.care import danger, safety_answers
from skill.dialogue.questions import sign_lists
from skill.dialogue.reply import Reply
from skill.dialogue.routine import leaving, opening
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.history.privacy import SymptomsMode
from skill.domain.safety.screen_rules import ScreenResult

NOTHING_FOUND = ScreenResult(care=None, cue=None, limits=(), because=(), checked=())


def go_on(moment: Moment) -> Reply:
    """None of the signs is true: the next list, or the exercises. Where no list is up, go on with what is."""
    progress = moment.session.screen
    if moment.mode is not SymptomsMode.POLICY_SAFE or progress is None or moment.screen_due is not progress.kind:
        return opening.resume(moment)
    passed = progress.lists_passed + 1
    if passed < len(sign_lists.lists_of(moment)):
        return sign_lists.ask(moment.with_session(screen=replace(progress, lists_passed=passed)))
    return safety_answers.conclude(moment.with_session(screen=None), progress.kind, NOTHING_FOUND)


def stop(moment: Moment) -> Reply:
    """One of the signs is true, or the patient leaves: say who must help. The list comes again before any exercise."""
    if moment.mode is not SymptomsMode.POLICY_SAFE or moment.screen_due is None:
        return leaving.stop(moment)
    if sign_lists.is_urgent(moment):
        return moment.close(danger.words_of(moment, cues.EmergencyGeneral.__name__), urgent=True)
    return moment.close(cues.Clearance())
