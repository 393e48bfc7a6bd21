"""What is told at the end of a sitting: what was reached, once; else one thing worth knowing a day."""

from __future__ import annotations

from skill.dialogue.review import rating
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.catalog.lessons import lesson_of_the_day
from skill.domain.cues import Cue
from skill.domain.movement.exercise import Region
from skill.domain.patient.instructions import Instructions
from skill.domain.progress.milestones import Milestone, milestone_reached


def at_the_end(moment: Moment) -> tuple[Moment, tuple[Cue, ...]]:
    """Return the moment in which what is worth telling was told, and its words; none where something is asked."""
    if rating.is_asked(moment):
        return moment, ()
    moment, told = with_milestone(moment)
    return (moment, told) if told else with_lesson(moment)


def with_milestone(moment: Moment) -> tuple[Moment, tuple[Cue, ...]]:
    """Return the moment in which a milestone that is reached was told, and its words; none when none is."""
    if not moment.record.whole or moment.patient.region is None:
        return moment, ()
    told = moment.patient.milestones
    reached = milestone_reached(moment.progress_inputs, {Milestone(one) for one in told})
    if reached is None:
        return moment, ()
    return moment.with_patient(milestones=(*told, reached.value)), (cues.MilestoneReached(milestone=reached),)


def with_lesson(moment: Moment) -> tuple[Moment, tuple[Cue, ...]]:
    """Return the moment in which today's lesson was told, and its words; none in quick mode, nor a second one a day."""
    patient = moment.patient
    if patient.instructions is Instructions.QUICK:
        return moment, ()
    lesson = lesson_of_the_day(
        moment.catalog.lessons.values(),
        patient.lessons,
        phase=patient.phase,
        region=patient.region or Region.BOTH,
        today=moment.today,
        days_between=moment.rules.days_between_lessons,
    )
    if lesson is None:
        return moment, ()
    told = {**patient.lessons, lesson.id: moment.today}
    return moment.with_patient(lessons=told), (cues.LessonOfTheDay(lesson_id=lesson.id),)
