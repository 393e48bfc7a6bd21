"""The question that stands in each state: what any answer on the side comes back to."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from skill.dialogue.questions import safety_question, symptom_question, who_question
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.catalog.recordings import ExerciseRecording, recording_of
from skill.domain.cues import Question
from skill.domain.movement.dose import ActivityDose
from skill.domain.movement.exercise import Phase
from skill.domain.movement.weekdays import weekday_of
from skill.domain.patient.state import SafetyCheck, State
from skill.domain.plan.eligibility import gentler_of
from skill.domain.safety.screen_items import Asking
from skill.domain.symptoms.report import Change


def week_question(moment: Moment) -> Question:
    """Return the question how the week was; then, whether it was much better or worse."""
    change = moment.session.week_change
    return cues.AskHowWeekWas() if change is None else cues.AskWhetherMuch(better=change is Change.BETTER)


def goal_question(moment: Moment) -> Question:
    """Return the question how well the patient can do what the goal says."""
    words = next((goal.words for goal in moment.patient.goals if goal.id in moment.session.goal_ids[:1]), None)
    return cues.AskWhatNext() if words is None else cues.AskGoalRating(goal=words)


def told_question(moment: Moment) -> Question:
    """Return the question for what is missing of the activity that is told."""
    told = moment.session.told
    if told is None or told.exercise_id is None:
        return cues.AskWhichActivity()
    return cues.AskHowManyMinutes(exercise_id=told.exercise_id)


def another_question(moment: Moment) -> Question:
    """Return the question whether the activity that was told before was done again."""
    told = moment.session.told
    if told is None or told.exercise_id is None:
        return cues.AskWhatNext()
    return cues.AskAnotherActivity(
        exercise_id=told.exercise_id,
        minutes=told.minutes or 0,
        days_ago=(moment.today - told.on).days,
        weekday=weekday_of(told.on),
    )


def phase_question(moment: Moment) -> Question:
    """Return the question about the next phase; it may have closed since, or the last one be reached."""
    phases = tuple(Phase)
    index = phases.index(moment.patient.phase) + 1
    return cues.AskNextPhase(to=phases[index]) if index < len(phases) else cues.AskWhatNext()


def guide_question(moment: Moment) -> Question:
    """Return the question about the guide: go on with it, or have it read because it cannot be played."""
    listening = moment.patient.listening
    if listening is None:
        return cues.AskWhatNext()
    if not listening.failed:
        return cues.AskGoOnListening()
    recording = recording_of(moment.catalog, listening.track.guide_id)
    if isinstance(recording, ExerciseRecording) and len(listening.track.guide_ids) == 1:
        return cues.AskReadExercise(exercise_id=recording.exercise_id)
    return cues.AskReadRoutine()


def gentler_question(moment: Moment) -> Question:
    """Return the offer of the gentler option: another exercise, or the easier form of the one that was stopped."""
    stopped = moment.notes.gentler_for
    if stopped is None:
        return cues.AskWhatNext()
    gentler = gentler_of(moment.catalog, moment.patient, stopped)
    other = gentler is not None and gentler.exercise_id != stopped
    return cues.AskGentler(exercise_id=gentler.exercise_id if gentler else stopped, other=other)


def ready_question(moment: Moment) -> Question:
    """Return the question before an exercise."""
    steps = _steps_to_say(moment)
    if isinstance(moment.dose, ActivityDose):
        return cues.AskReadyToGo(steps=steps)
    return cues.AskReady(steps=steps)


def _steps_to_say(moment: Moment) -> cues.Steps:
    """Return what of the steps of the exercise that is up is still to be said."""
    said, breaths = moment.session.breath, moment.session.breaths
    if said is None or said >= breaths:
        return cues.Steps.NONE
    return cues.Steps.REST if said else cues.Steps.ALL


def finished_question(moment: Moment) -> Question:
    """Return the question whether the exercise that ran out unheard was finished."""
    return cues.AskFinished(exercise_id=moment.planned.exercise_id)


def activity_question(moment: Moment) -> Question:
    """Return the question after an activity on one's own."""
    dose = moment.dose
    minutes = dose.minutes if isinstance(dose, ActivityDose) else 0
    return cues.AskActivityDone(exercise_id=moment.planned.exercise_id, minutes=minutes)


def retraction_question(moment: Moment) -> Question:
    """Return the safety question that is open before a misheard sign is taken back."""
    left = moment.session.retraction
    return cues.AskScreening(item_id=left[0], asking=Asking.ITEM) if left else cues.AskCleared()


def safety_check_question(moment: Moment) -> Question:
    """Return the question that tells danger from anything else."""
    match moment.session.safety_check:
        case SafetyCheck.HELP:
            return cues.AskEmergencyOrHow()
        case SafetyCheck.BREATH:
            return cues.AskBreathAtRest()
        case check:
            return cues.AskIfWrong(again=check is SafetyCheck.STILL_UNCLEAR)


def consent_question(moment: Moment) -> Question:
    """Return the question whether answers may be kept, in the words of this sitting."""
    return cues.AskConsent(asked_before=moment.patient.consent_asked)


def left_open_question(moment: Moment) -> Question:
    """Return the question about what an earlier day left open."""
    if moment.session.current is None:
        return cues.AskWhatNext()
    dose, on = moment.dose, moment.session.planned_on or moment.today
    minutes = dose.minutes if isinstance(dose, ActivityDose) else 0
    days_ago = (moment.today - on).days
    return cues.AskLeftOpen(exercise_id=moment.planned.exercise_id, minutes=minutes, days_ago=days_ago)


def up_question(moment: Moment) -> Question:
    """Return the question whether the patient has been up for an hour."""
    wish = moment.session.wish
    return cues.AskWhatNext() if wish is None else cues.AskUpAnHour(exercise_id=wish.exercise_id)


_FIXED: Mapping[State, Question] = {
    State.SETTING_REGION: cues.AskRegion(),
    State.SETTING_FLOOR: cues.AskFloor(),
    State.OFFERING_ROUTINE: cues.AskStart(),
    State.OFFERING_RESUME: cues.AskResumeOrNew(),
    State.PAUSED: cues.AskResume(),
    State.FINISHED: cues.AskWhatNext(),
    State.OFFERING_MORE: cues.AskMore(),
    State.CONFIRMING_SETUP: cues.AskSetUpAgain(),
    State.NAMING_GOAL: cues.AskGoal(),
    State.OFFERING_PROGRESS: cues.AskMoreProgress(),
    State.CONFIRMING_DELETE: cues.AskDelete(),
    State.CONFIRMING_DELETE_EVERYONE: cues.AskDeleteEveryone(),
    State.ASKING_NAME: cues.AskFirstName(),
}

_BY_MOMENT: Mapping[State, Callable[[Moment], Question]] = {
    State.HELD: who_question.held_question,
    State.ASKING_WHO: who_question.who_question,
    State.CONFIRMING_PERSON: who_question.other_person_question,
    State.SCREENING: safety_question.question_of,
    State.ASKING_CONSENT: consent_question,
    State.OFFERING_PHASE: phase_question,
    State.GETTING_READY: ready_question,
    State.COUNTING: symptom_question.question_of,
    State.CHECKING: symptom_question.question_of,
    State.REPORTING: symptom_question.question_of,
    State.CLARIFYING: symptom_question.clarifying_question,
    State.CHECKING_SAFETY: safety_check_question,
    State.RETRACTING: retraction_question,
    State.OFFERING_GENTLER: gentler_question,
    State.CONFIRMING_COUNT: finished_question,
    State.OFFERING_GUIDE: guide_question,
    State.ON_ACTIVITY: activity_question,
    State.ASKING_LEFT_OPEN: left_open_question,
    State.ASKING_UP: up_question,
    State.TELLING_ACTIVITY: told_question,
    State.CONFIRMING_ACTIVITY: another_question,
    State.RATING_WEEK: week_question,
    State.RATING_GOAL: goal_question,
}


def question_of(moment: Moment) -> Question:
    """Return the question of the state the dialogue is in."""
    fixed = _FIXED.get(moment.state)
    return _BY_MOMENT[moment.state](moment) if fixed is None else fixed
