"""What was said, or understood, was wrong: it is taken back, and asked again."""

from __future__ import annotations

from skill.dialogue.count import counting
from skill.dialogue.information import logbook
from skill.dialogue.questions import current_question, symptom_question
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.symptoms.checkup import Checkup


def undo(moment: Moment) -> Reply:
    """Undo what was last: a question about the symptoms that is open begins anew; otherwise it is the last log."""
    is_open = moment.notes.checkup is not None and moment.state in symptom_question.OPEN_IN
    return wrong(moment) if is_open and not moment.suspended else logbook.take_back(moment)


def wrong(moment: Moment) -> Reply:
    """Take back what was understood last: a log, or what was told of a question that is open; then it is asked again.

    What was judged stays judged, for nobody is coached on by mistake; a report told anew is judged anew.
    """
    if any(isinstance(said, cues.ActivityLogged) for said in moment.said.cues):
        return logbook.take_back(moment)
    checkup = moment.notes.checkup
    if checkup is not None and moment.state in symptom_question.OPEN_IN and not moment.suspended:
        anew = moment.with_notes(checkup=_emptied(checkup))
        return anew.say(cues.SaidWrong(), ask=current_question.question_of(anew))
    if moment.session.under_way and any(isinstance(said, cues.WellTaken) for said in moment.said.cues):
        return counting.say_and_wait(moment, cues.TellItAnew())
    return counting.say_and_wait(moment, cues.SaidWrong())


def _emptied(checkup: Checkup) -> Checkup:
    """Return *checkup* with nothing answered; something new that was told is not undone by "the same"."""
    told_new = bool(checkup.report.new and checkup.report.new.kinds)
    return Checkup(
        occasion=checkup.occasion,
        region=checkup.region,
        midway=checkup.midway,
        hurt=checkup.hurt or told_new,
    )
