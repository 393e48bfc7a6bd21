"""After the words for a warning sign: one more question decides how urgent it is. Coaching is held meanwhile."""

from __future__ import annotations

from skill.dialogue.care import consequences, danger
from skill.dialogue.questions import symptom_question
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.patient.state import State
from skill.domain.safety.red_flags import Care
from skill.domain.symptoms.checkup import Clarification
from skill.domain.symptoms.verdicts import Ends, Reason, Verdict


def sides(moment: Moment, *, both: bool | None) -> Reply:
    """One side, or both; None is not sure, and read as both: an emergency (docs/clinical.md §2.5, override 1)."""
    if moment.notes.clarify is not Clarification.SIDES:
        return not_understood(moment)
    if both is not False:
        ruling = moment.rules.symptoms.overrides[Reason.NEW_ON_BOTH_SIDES]
        return _hold(moment, ruling.care, ruling.cue)
    moment = moment.with_notes(clarify=None).with_session(state=State.HELD)
    return moment.close(cues.NotClearedYet())


def yes(moment: Moment) -> Reply:
    """Yes: the dizziness has gone; or, something came with it."""
    match moment.notes.clarify:
        case Clarification.SETTLED:
            moment = moment.with_notes(clarify=Clarification.ALONE)
            return moment.say(ask=symptom_question.clarifying_question(moment))
        case Clarification.ALONE:
            return _lasting(moment)
        case _:
            return not_understood(moment)


def no(moment: Moment) -> Reply:
    """No: the dizziness is still there; or, nothing came with it."""
    match moment.notes.clarify:
        case Clarification.SETTLED:
            return _lasting(moment)
        case Clarification.ALONE:
            return _settled(moment)
        case _:
            return not_understood(moment)


def unsure(moment: Moment) -> Reply:
    """Not sure: the more careful reading."""
    return sides(moment, both=None) if moment.notes.clarify is Clarification.SIDES else _lasting(moment)


def not_understood(moment: Moment) -> Reply:
    """Nothing that answers it: ask again."""
    return moment.say(cues.DidNotCatch(), ask=symptom_question.clarifying_question(moment))


def not_now(moment: Moment) -> Reply:
    """Nothing else comes before it."""
    return moment.say(ask=symptom_question.clarifying_question(moment))


def _lasting(moment: Moment) -> Reply:
    ruling = moment.rules.symptoms.overrides[Reason.DIZZY_LASTING]
    return _hold(moment, ruling.care, ruling.cue)


def _settled(moment: Moment) -> Reply:
    """Gone within a minute, and nothing else: no more today, and no neck exercises until it is cleared."""
    ruling = moment.rules.symptoms.overrides[Reason.DIZZY]
    consequence = moment.rules.symptoms.consequences[Verdict.SEEK_SOON]
    moment = moment.with_notes(clarify=None).with_patient(care=None).with_day(stopped=True)
    limits = tuple(dict.fromkeys((*consequence.limits, *ruling.limits)))
    moment = consequences.with_limits(moment, Care.SEEK_SOON, limits)
    return consequences.finish_for_today(moment, cues.Why(reason=Reason.DIZZY, ends=Ends.SESSION))


def _hold(moment: Moment, care: Care | None, cue: str | None) -> Reply:
    if care is None or cue is None:
        raise LookupError("the rule advises no care")
    return danger.suspend(moment.with_notes(clarify=None), care, cue)
