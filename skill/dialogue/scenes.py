"""What is seen after a step: the scene of the state the dialogue came to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Question
from skill.domain.history.privacy import SymptomsMode
from skill.domain.history.record import days_before
from skill.domain.movement.exercise import Region
from skill.domain.patient.session import PlannedExercise
from skill.domain.patient.state import State
from skill.domain.progress.week_growth import first_day_of
from skill.domain.scenes.choices import COUNTING, HOME, SAFETY, WITH_ZONES, Act, Choice, choices_for
from skill.domain.scenes.scene import Figure, Look, PlanLine, Plot, Scene, WeekMinutes, ZoneDay
from skill.domain.symptoms.zones import Zone

WEEKS_SHOWN = 6
DAYS_OF_A_WEEK = 7

_BY_STATE: Mapping[State, Look] = {
    State.SETTING_REGION: Look.WELCOME,
    State.SETTING_FLOOR: Look.WELCOME,
    State.SCREENING: Look.SAFETY,
    State.RETRACTING: Look.SAFETY,
    State.CLARIFYING: Look.SAFETY,
    State.CHECKING_SAFETY: Look.SAFETY,
    State.OFFERING_ROUTINE: Look.PLAN,
    State.GETTING_READY: Look.EXPLAINING,
    State.PAUSED: Look.PAUSED,
    State.OFFERING_RESUME: Look.PAUSED,
    State.CONFIRMING_COUNT: Look.PAUSED,
    State.ON_ACTIVITY: Look.ACTIVITY,
    State.OFFERING_PROGRESS: Look.PROGRESS,
    State.HELD: Look.HELD,
}
_BY_QUESTION: Mapping[tuple[type[Question], ...], Look] = {
    WITH_ZONES: Look.BODY_MAP,
    (cues.AskStrength, cues.AskGoalRating): Look.SCALE,
    SAFETY: Look.SAFETY,
}
_OF_PROGRESS = (cues.ActiveDays, cues.ActiveDaysLonger, cues.FurthestMoved, cues.FurthestStayed, cues.NoTrendYet)
_OF_THE_END = (cues.RoutineDone, cues.FinishForToday, cues.StoppedToday)
_OF_AN_EXERCISE = (cues.Setup, cues.Step, cues.LevelStep, cues.FormHow)


def scene_of(before: Moment, reply: Reply) -> Scene:
    """Return what is seen when *reply* is what the step from *before* came to."""
    moment = replace(before, patient=reply.patient, session=reply.session, facts=reply.facts)
    if reply.urgent:
        return _emergency(moment, reply)
    if reply.question is None:
        return _farewell(moment, reply)
    asked = _asked(moment, reply, reply.question)
    if reply.script is None:
        return asked
    return replace(
        _exercising(moment, asked),
        look=Look.COUNT,
        script=reply.script,
        minutes_are_reps=moment.walks_together,
        choices=COUNTING,
        afterwards=replace(asked, said=()),
    )


def _emergency(moment: Moment, reply: Reply) -> Scene:
    """Return the number to call and nothing else; where more than one number was said, the words themselves."""
    if any(isinstance(cue, cues.SelfHarm) for cue in reply.cues):
        return Scene(look=Look.EMERGENCY, state=moment.state, said=reply.cues)
    return Scene(look=Look.EMERGENCY, state=moment.state, emergency_number=moment.emergency_number)


def _asked(moment: Moment, reply: Reply, question: Question) -> Scene:
    """Return the scene of the question that is open."""
    look = _look(moment, reply, question)
    scene = Scene(
        look=look,
        state=moment.state,
        said=reply.cues,
        question=question,
        choices=_allowed(moment, choices_for(question, moment.rules.zones.__getitem__)),
    )
    return _ADDED.get(look, _with_figure_said)(moment, scene)


def _look(moment: Moment, reply: Reply, question: Question) -> Look:
    for kinds, look in _BY_QUESTION.items():
        if isinstance(question, kinds) and moment.mode is not SymptomsMode.POLICY_SAFE:
            return look
    if any(isinstance(cue, _OF_PROGRESS) for cue in reply.cues):
        return Look.PROGRESS
    if any(isinstance(cue, _OF_THE_END) for cue in reply.cues):
        return Look.DONE
    if moment.state in _BY_STATE:
        return _BY_STATE[moment.state]
    if any(isinstance(cue, cues.Why) for cue in reply.cues):
        return Look.RESULT
    if isinstance(question, cues.AskWhatNext):
        return Look.DONE if moment.session.outcomes else Look.WELCOME
    return Look.QUESTION


def _allowed(moment: Moment, choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Return *choices*; where no symptom may be asked for, those that tell of none."""
    if moment.mode is not SymptomsMode.POLICY_SAFE:
        return choices
    return tuple(choice for choice in choices if not choice.about_health)


def _farewell(moment: Moment, reply: Reply) -> Scene:
    """Return what stays when the session is over: nothing about how anybody is."""
    if moment.state is State.ON_ACTIVITY:
        return _exercising(moment, Scene(look=Look.ACTIVITY, state=moment.state, said=reply.cues))
    ended = [cue for cue in reply.cues if isinstance(cue, cues.RoutineDone | cues.DaysDone)]
    return Scene(look=Look.FAREWELL, state=moment.state, said=tuple(ended))


def _exercising(moment: Moment, scene: Scene) -> Scene:
    """Return *scene* with the exercise that is up, and what comes after it."""
    session = moment.session
    if session.current is None:
        return scene
    after = session.exercises[session.index + 1 :]
    return replace(
        scene,
        figure=_figure(session.current),
        coming=_figure(after[0]) if after else None,
        number=session.exercise_number,
        of=session.exercise_count,
    )


def _with_plan(moment: Moment, scene: Scene) -> Scene:
    session = moment.session
    lines = (
        PlanLine(
            figure=_figure(one),
            outcome=session.outcomes[index] if index < len(session.outcomes) else None,
            current=index == session.index and session.started,
        )
        for index, one in enumerate(session.exercises)
    )
    return replace(scene, plan=tuple(lines))


def _with_zones(_moment: Moment, scene: Scene) -> Scene:
    region: Region | None = getattr(scene.question, "region", None)
    return replace(scene, region=region)


def _with_plot(moment: Moment, scene: Scene) -> Scene:
    return replace(scene, plot=_plot(moment))


def _with_home(moment: Moment, scene: Scene) -> Scene:
    """Return *scene* with what one may do next where nothing is under way."""
    choices = tuple(one for one in scene.choices or HOME if one.act is not Act.START or not moment.suspended)
    return _with_plan(moment, replace(scene, choices=choices))


def _with_figure_said(moment: Moment, scene: Scene) -> Scene:
    """Return *scene* with the figure of the exercise that is told about, or else of the one that is up."""
    told = next((cue for cue in scene.said if isinstance(cue, _OF_AN_EXERCISE)), None)
    if isinstance(told, cues.Setup | cues.FormHow):
        return replace(scene, figure=Figure(exercise_id=told.exercise_id, form=told.form))
    if isinstance(told, cues.Step | cues.LevelStep):
        return replace(scene, figure=Figure(exercise_id=told.exercise_id))
    return _exercising(moment, scene) if moment.session.under_way else scene


_ADDED: Mapping[Look, Callable[[Moment, Scene], Scene]] = {
    Look.PLAN: _with_plan,
    Look.DONE: _with_home,
    Look.BODY_MAP: _with_zones,
    Look.PROGRESS: _with_plot,
    Look.EXPLAINING: _exercising,
    Look.PAUSED: _exercising,
    Look.ACTIVITY: _exercising,
    Look.RESULT: _exercising,
    Look.WELCOME: lambda _moment, scene: scene,
    Look.SAFETY: lambda _moment, scene: scene,
    Look.SCALE: lambda _moment, scene: scene,
    Look.HELD: lambda _moment, scene: scene,
}
"""What a look needs beside the words; every other one shows a figure where there is one."""


def _figure(planned: PlannedExercise) -> Figure:
    return Figure(exercise_id=planned.exercise_id, movement_id=planned.movement_id, form=planned.form)


def _plot(moment: Moment) -> Plot:
    """Return the last weeks of what is kept."""
    since = days_before(moment.today, DAYS_OF_A_WEEK * WEEKS_SHOWN)
    return Plot(
        begins_on=since,
        ends_on=moment.today,
        zones=tuple(_zone_days(moment)) if moment.mode is not SymptomsMode.POLICY_SAFE else (),
        weeks=tuple(_weeks(moment)),
    )


def _zone_days(moment: Moment) -> Iterator[ZoneDay]:
    """Yield the furthest place of each day with a report, for each part of the spine."""
    since = days_before(moment.today, DAYS_OF_A_WEEK * WEEKS_SHOWN)
    for region in moment.progress_inputs.regions:
        furthest: dict[date, Zone] = {}
        for report in moment.record.reports(region, since=since):
            furthest[report.on] = max(report.zone, furthest.get(report.on, report.zone))
        yield from (ZoneDay(on=on, region=region, zone=zone) for on, zone in furthest.items())


def _weeks(moment: Moment) -> Iterator[WeekMinutes]:
    begins_on = first_day_of(moment.progress_inputs, moment.today) - timedelta(weeks=WEEKS_SHOWN - 1)
    for _ in range(WEEKS_SHOWN):
        ends_on = begins_on + timedelta(days=DAYS_OF_A_WEEK)
        done = (one for one in moment.record.activities(since=begins_on) if one.on < ends_on)
        yield WeekMinutes(begins_on=begins_on, minutes=sum(one.minutes for one in done))
        begins_on = ends_on
