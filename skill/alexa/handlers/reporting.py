"""Intents about how the patient feels, danger above all."""

from __future__ import annotations

from skill.alexa.turn import Turn
from skill.dialogue.care import danger, denials, safety_check, sign_follow_up, symptom_answers
from skill.dialogue.count import counting
from skill.dialogue.information import side_answers
from skill.dialogue.information.side_answers import Aside
from skill.dialogue.questions import symptom_question
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.movement.exercise import Region
from skill.domain.patient.state import State
from skill.domain.safety.red_flags import RedFlag
from skill.domain.symptoms.checkup import Drift, Inquiry, SymptomUtterance
from skill.domain.symptoms.report import HIGHEST_STRENGTH, NOTHING_NEW, BodySide, Change, New, NewSymptom

BOTH_SIDES, ONE_SIDE = "both-sides", "one-side"
_IN_EXERCISE = (State.COUNTING, State.PAUSED, State.GETTING_READY, State.CHECKING, State.CONFIRMING_COUNT)
SPINE, NOTHING = "spine", "nothing"
SIDES = {"left": BodySide.LEFT, "right": BodySide.RIGHT, BOTH_SIDES: BodySide.BOTH}
_SPINE = (Region.LOW_BACK, Region.NECK)
NEW_SYMPTOMS = {
    "tingling": New(kinds=(NewSymptom.TINGLING,)),
    "unclear": New(kinds=(NewSymptom.UNCLEAR,)),
    NOTHING: NOTHING_NEW,
}


def red_flag(turn: Turn, moment: Moment) -> Reply:
    """RedFlagIntent: "my leg is numb". Slots: `red_flag`, `side`; without a warning sign an emergency ("help")."""
    if not turn.heard("red_flag"):
        return danger.emergency(moment)
    found = turn.id_of("red_flag")
    if found not in set(RedFlag):
        return danger.unclear_danger(moment)
    side = turn.id_of("side")
    return symptom_answers.warning(moment, RedFlag(found), both=None if side is None else side == BOTH_SIDES)


def report_place(turn: Turn, moment: Moment) -> Reply:
    """ReportPlaceIntent: "it's in my calf, about a four". Slots: `place`, `region`, `side`, `number`, `change`.

    More slots: `also_place`, `from_place`, `other_number`, `new_symptom`.
    Both sides are a warning sign, but of the spine itself, and where it was asked on which sides something new is.
    """
    if turn.id_of("region") == Region.BOTH and symptom_question.asks(moment, Inquiry.SIDES):
        return symptom_answers.hear(moment, SymptomUtterance(side=BodySide.BOTH))
    if are_both_sides(turn) and not symptom_question.asks(moment, Inquiry.SIDES):
        if _is_side_alone(turn) and not symptom_question.is_about_a_symptom(moment):
            return counting.say_and_resume(moment)
        return danger.red_flag(moment, RedFlag.BOTH_SIDES)
    return _tell(turn, moment)


def are_both_sides(turn: Turn) -> bool:
    """Return whether both sides were named, of anything but the spine: "both sides of my back" is one place."""
    of_the_spine = turn.id_of("place") == SPINE or (not turn.heard("place") and turn.id_of("region") in _SPINE)
    return turn.id_of("side") == BOTH_SIDES and not of_the_spine


def _is_side_alone(turn: Turn) -> bool:
    """Return whether "both sides" was all that was said: no sign, but an answer where a symptom was just named."""
    return not any(turn.heard(name) for name in ("place", "region", "number", "change", "new_symptom", "also_place"))


def help_me(turn: Turn, moment: Moment) -> Reply:
    """HelpMeIntent: "help me". In an exercise it may be an emergency."""
    in_exercise = moment.session.under_way and moment.state in _IN_EXERCISE
    return safety_check.ask_help(moment) if in_exercise else side_answers.help_me(moment)


def denied(turn: Turn, moment: Moment) -> Reply:
    """DeniedSignIntent: "no numbness". Slot: `red_flag`."""
    return denials.denied(moment, _flag(turn))


def denied_after_a_sign(turn: Turn, moment: Moment) -> Reply:
    """DeniedSignIntent, SignGoneIntent after a warning sign: "I'm not dizzy anymore". Slot: `red_flag`."""
    return denials.denied_after_a_sign(moment, _flag(turn))


def gone(turn: Turn, moment: Moment) -> Reply:
    """SignGoneIntent: "the numbness is gone". Slot: `red_flag`."""
    return denials.gone(moment, _flag(turn))


def report(turn: Turn, moment: Moment) -> Reply:
    """ReportChangeIntent: "a bit worse". NewSymptomIntent: "it's tingling now". Their slots, and those of a place."""
    return _tell(turn, moment)


def report_and_ask(turn: Turn, moment: Moment) -> Reply:
    """ReportAndAskIntent: "same, how many are left". Slots: `change`, `aside`. Danger answers nothing else."""
    told = _tell(turn, moment)
    asked = turn.id_of("aside")
    return side_answers.with_aside(moment, told, Aside(asked)) if asked in set(Aside) else told


def report_number(turn: Turn, moment: Moment) -> Reply:
    """NumberIntent where a strength was asked for: "six". Slot: `number`."""
    number = turn.number_or_none("number")
    if symptom_question.asks(moment, Inquiry.SIDES) and number in (1, 2):
        return symptom_answers.hear(
            moment, SymptomUtterance(one_side=number == 1, side=BodySide.BOTH if number == 2 else None)
        )
    return symptom_answers.no_such_number(moment) if _strength(turn) is None else _tell(turn, moment)


def report_region(turn: Turn, moment: Moment) -> Reply:
    """SetRegionIntent where it was asked where it is: "my back"; or "both" sides. Slot: `region`."""
    found = turn.id_of("region")
    if found == Region.BOTH and symptom_question.asks(moment, Inquiry.SIDES):
        return symptom_answers.hear(moment, SymptomUtterance(side=BodySide.BOTH))
    if found not in (Region.LOW_BACK, Region.NECK):
        return symptom_answers.not_understood(moment)
    return symptom_answers.hear(moment, SymptomUtterance(region=Region(found)))


def clarify_side(turn: Turn, moment: Moment) -> Reply:
    """ReportPlaceIntent after a warning sign: "on the left". Slot: `side`."""
    found = BOTH_SIDES if turn.id_of("region") == Region.BOTH else turn.id_of("side")
    return (
        sign_follow_up.not_understood(moment)
        if found is None
        else sign_follow_up.sides(moment, both=found == BOTH_SIDES)
    )


def clarify_region(turn: Turn, moment: Moment) -> Reply:
    """SetRegionIntent after a warning sign: "both". Slot: `region`."""
    is_both = turn.id_of("region") == Region.BOTH
    return sign_follow_up.sides(moment, both=True) if is_both else sign_follow_up.not_understood(moment)


def clarify_number(turn: Turn, moment: Moment) -> Reply:
    """NumberIntent after a warning sign: "one", of two sides. Slot: `number`."""
    number = turn.number_or_none("number")
    return sign_follow_up.sides(moment, both=number == 2) if number in (1, 2) else sign_follow_up.not_understood(moment)


def _tell(turn: Turn, moment: Moment) -> Reply:
    told = _told(turn)
    if told != SymptomUtterance():
        wrong_number = turn.heard("number") and told.strength is None
        return symptom_answers.hear(moment, told, *((cues.ZeroToTen(),) if wrong_number else ()))
    if symptom_question.is_open(moment):
        return symptom_answers.not_understood(moment)
    return side_answers.not_understood(moment)


def _flag(turn: Turn) -> RedFlag | None:
    found = turn.id_of("red_flag")
    return RedFlag(found) if found in set(RedFlag) else None


def _told(turn: Turn) -> SymptomUtterance:
    change, side, region = turn.id_of("change"), turn.id_of("side"), turn.id_of("region")
    return SymptomUtterance(
        place=(turn.id_of("place") or "") if turn.heard("place") else None,
        region=Region(region) if region in (Region.LOW_BACK, Region.NECK) else None,
        from_place=turn.id_of("from_place") if turn.heard("place") or turn.heard("region") else None,
        also_place=turn.id_of("also_place"),
        side=SIDES.get(side or "") if side != BOTH_SIDES or are_both_sides(turn) else None,
        one_side=side == ONE_SIDE,
        strength=_strength(turn),
        change=Change(change) if change in set(Change) else None,
        drift=_drift(turn),
        new=NEW_SYMPTOMS.get(turn.id_of("new_symptom") or ""),
    )


def _drift(turn: Turn) -> Drift | None:
    """Return where it moved: in, too, when only the place was named in which it is no more."""
    change = turn.id_of("change")
    left = turn.heard("from_place") and not (turn.heard("place") or turn.heard("region"))
    return Drift(change) if change in set(Drift) else Drift.IN if left else None


def _strength(turn: Turn) -> int | None:
    """Return the strength from 0 to 10, the higher of two numbers; None when it is none."""
    heard = [turn.number_or_none(name) for name in ("number", "other_number") if turn.heard(name)]
    known = [number for number in heard if number is not None and number <= HIGHEST_STRENGTH]
    return max(known) if known and len(known) == len(heard) else None
