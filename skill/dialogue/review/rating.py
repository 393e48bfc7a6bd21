"""What the patient is asked to rate at the end of a routine: the week, and then their goals. Nobody has to."""

from __future__ import annotations

from datetime import date

from skill.dialogue.count import side_question
from skill.dialogue.reply import Reply
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.history.facts import GoalRated, WeekRated, WeekRating
from skill.domain.history.goals import HIGHEST_RATING, LOWEST_RATING
from skill.domain.history.privacy import SymptomsMode
from skill.domain.patient.state import State
from skill.domain.progress.trends import progress_of
from skill.domain.symptoms.report import Change


def close(moment: Moment, *said: Cue) -> Reply:
    """End the sitting; before that ask what is due: whether answers may be kept, once a sitting until it is answered.

    A week is rated at most once a week, goals every two weeks.
    """
    if moment.consent_due and moment.session.unkept:
        asked = moment.patient.consent_asked
        moment = moment.with_patient(consent_asked=True).with_session(state=State.ASKING_CONSENT)
        return moment.say(*said, ask=cues.AskConsent(asked_before=asked))
    if _week_is_due(moment):
        return side_question.ask(moment.with_patient(week_asked_on=moment.today), State.RATING_WEEK, *said)
    if _goals_are_due(moment):
        return rate_goals(moment, *said)
    return moment.close(*said)


def is_asked(moment: Moment) -> bool:
    """Return whether something is asked at the end of the sitting."""
    asks_consent = moment.consent_due and bool(moment.session.unkept)
    return asks_consent or _week_is_due(moment) or _goals_are_due(moment)


def rate_week(moment: Moment, change: Change) -> Reply:
    """Take how the week was; when it was not the same, ask whether it was much better or worse."""
    if change is Change.SAME:
        return _note_week(moment, WeekRating.SAME)
    return side_question.again(moment.with_session(week_change=change))


def week_change_size(moment: Moment, is_much: bool) -> Reply:
    """Take whether it was much better or worse; before that was asked, it is no answer."""
    match moment.session.week_change:
        case Change.BETTER:
            return _note_week(moment, WeekRating.MUCH_BETTER if is_much else WeekRating.BETTER)
        case Change.WORSE:
            return _note_week(moment, WeekRating.MUCH_WORSE if is_much else WeekRating.WORSE)
        case _:
            return side_question.again(moment) if is_much else skip_week(moment)


def week_much(moment: Moment) -> Reply:
    """The week was much better, or much worse."""
    return week_change_size(moment, True)


def week_not_much(moment: Moment) -> Reply:
    """The week was a little better or worse; or nothing is to be said about it."""
    return week_change_size(moment, False)


def skip_week(moment: Moment) -> Reply:
    """Leave the week unrated."""
    return close(side_question.without_side_question(moment), cues.Goodbye())


def rate_goals(moment: Moment, *said: Cue) -> Reply:
    """Ask about each of the goals in turn."""
    ids = tuple(goal.id for goal in moment.patient.goals)
    return side_question.ask(moment.with_patient(goals_asked_on=moment.today), State.RATING_GOAL, *said, goal_ids=ids)


def rate_goal(moment: Moment, rating: int | None) -> Reply:
    """Take the rating of the goal that was asked about, and ask about the next one."""
    if rating is None or not LOWEST_RATING <= rating <= HIGHEST_RATING or not moment.session.goal_ids:
        return side_question.again(moment, cues.GoalRatingUnclear())
    noted = GoalRated(goal_id=moment.session.goal_ids[0], rating=rating, on=moment.today)
    return _next_goal(moment.noting(noted), cues.GoalRatingTaken(rating=rating))


def skip_goal(moment: Moment) -> Reply:
    """Leave this goal unrated."""
    return _next_goal(moment)


def _note_week(moment: Moment, rating: WeekRating) -> Reply:
    moment = side_question.without_side_question(moment).noting(WeekRated(rating=rating, on=moment.today))
    return close(moment, cues.WeekRatingTaken())


def _next_goal(moment: Moment, *said: Cue) -> Reply:
    left = moment.session.goal_ids[1:]
    if left:
        return side_question.again(moment.with_session(goal_ids=left), *said)
    return side_question.go_back(moment, *said)


def _week_is_due(moment: Moment) -> bool:
    if not moment.keeps_reports or not _is_past(moment, moment.patient.week_asked_on, _week_days(moment)):
        return False
    return moment.record.whole and progress_of(moment.progress_inputs).days_known > _week_days(moment)


def _goals_are_due(moment: Moment) -> bool:
    if not moment.patient.goals or moment.mode is SymptomsMode.POLICY_SAFE:
        return False
    return _is_past(moment, moment.patient.goals_asked_on, moment.rules.days_between_goal_ratings)


def _is_past(moment: Moment, asked_on: date | None, days: int) -> bool:
    return asked_on is None or (moment.today - asked_on).days >= days


def _week_days(moment: Moment) -> int:
    return moment.rules.days_between_week_ratings
