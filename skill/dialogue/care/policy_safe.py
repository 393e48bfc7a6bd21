"""After an exercise, where no symptom may be asked for: the rule is said, and one chooses (docs/clinical.md §2.3)."""

from __future__ import annotations

from dataclasses import replace

from skill.dialogue.care import consequences, judging
from skill.dialogue.count import counting
from skill.dialogue.count.place import keep_place
from skill.dialogue.questions import known_symptoms, symptom_question
from skill.dialogue.reply import Reply
from skill.dialogue.routine import easier_harder, leaving, opening
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.history.privacy import SymptomsMode
from skill.domain.patient.state import State
from skill.domain.symptoms.checkup import Drift, SymptomUtterance
from skill.domain.symptoms.judgment import judge_choice
from skill.domain.symptoms.report import Change, Choice, Report


def go_on(moment: Moment) -> Reply:
    """Continue: the answer where that was asked; else go on with what is."""
    return _chosen(moment, Choice.CONTINUE) if _is_asked(moment) else opening.resume(moment)


def easier(moment: Moment) -> Reply:
    """Easier: the answer where that was asked; else the exercise that is up gets easier."""
    return _chosen(moment, Choice.EASIER) if _is_asked(moment) else easier_harder.easier(moment)


def stop(moment: Moment) -> Reply:
    """Stop: the answer where that was asked; else goodbye."""
    return _chosen(moment, Choice.STOP) if _is_asked(moment) else leaving.stop(moment)


def hear(moment: Moment, said: SymptomUtterance) -> Reply:
    """Something about symptoms is told unasked: none of it is taken down, but worse is a stop."""
    under_way = moment.session.under_way and not moment.suspended
    is_worse = said.change is Change.WORSE or said.drift is Drift.OUT or bool(said.new and said.new.kinds)
    if under_way and is_worse and moment.state is not State.SCREENING:
        return _chosen(moment, Choice.STOP)
    if _is_asked(moment) and said.change in (Change.SAME, Change.BETTER):
        return _chosen(moment, Choice.CONTINUE)
    return counting.say_and_resume(moment)


def _is_asked(moment: Moment) -> bool:
    return moment.mode is SymptomsMode.POLICY_SAFE and symptom_question.is_owed(moment)


def _chosen(moment: Moment, choice: Choice) -> Reply:
    """Do what the *choice* comes to. Nothing is asked again later; after a stop the warning signs are recalled."""
    moment = keep_place(moment).with_session(state=State.CHECKING)
    region = known_symptoms.regions_of(moment)[0]
    judged = judge_choice(choice, judging.context_of(moment, region), moment.rules.symptoms)
    consequence = replace(judged.consequence, recheck_after_minutes=None, offers_gentler=False)
    reply = consequences.follow(moment, replace(judged, consequence=consequence), region, Report())
    if choice is not Choice.STOP:
        return reply
    reminder = cues.StopRuleForAll(), cues.IfEmergency(emergency_number=moment.emergency_number)
    return replace(reply, cues=(*reply.cues, *reminder))
