"""Telling how it goes: short at first, and more when it is wanted. It tells what was, and never interprets it."""

from __future__ import annotations

from collections.abc import Iterator

from skill.dialogue.count import counting, side_question
from skill.dialogue.information import story_talk
from skill.dialogue.reply import Reply
from skill.dialogue.review import goal_talk, week
from skill.dialogue.routine import phase_talk
from skill.dialogue.step import Moment
from skill.domain import cues
from skill.domain.cues import Cue
from skill.domain.history.record import days_before
from skill.domain.patient.state import State
from skill.domain.progress.trends import Progress, Trend, active_days, progress_of, trends_of
from skill.domain.progress.week import minutes_since


def tell(moment: Moment) -> Reply:
    """Tell where it began and the last seven days in short, and offer more; with little to go by, say so."""
    moment = counting.interrupted(side_question.without_side_question(moment))
    if not moment.record.whole:
        return counting.say_and_wait(moment, cues.NotesOutOfReach())
    progress = progress_of(moment.progress_inputs)
    if not progress.days_known:
        return counting.say_and_wait(moment, cues.NothingToTell())
    if progress.days_known < moment.rules.days_before_progress:
        return counting.say_and_wait(moment, cues.TooEarlyToTell(days=progress.days_known), *_lately(moment, progress))
    way = tuple(story_talk.way(moment))
    walked = story_talk.longest_walk(moment)
    lately = tuple(_lately(moment, progress))
    said = (*way, *lately[:1], *walked) if way else (*lately, *walked)
    return side_question.ask(moment, State.OFFERING_PROGRESS, *said, week.in_short(moment))


def more(moment: Moment) -> Reply:
    """Tell the last weeks, how the symptoms moved, and what comes next."""
    moment = counting.interrupted(side_question.without_side_question(moment))
    if not moment.record.whole:
        return counting.say_and_wait(moment, cues.NotesOutOfReach())
    return counting.say_and_wait(
        moment, *_longer(moment), *_trends(moment), *goal_talk.in_short(moment), *phase_talk.what_comes_next(moment)
    )


def enough(moment: Moment) -> Reply:
    """No: go back."""
    return counting.say_and_wait(side_question.without_side_question(moment))


def _lately(moment: Moment, progress: Progress) -> Iterator[Cue]:
    if not progress.active_days:
        yield cues.NotActiveLately()
        return
    yield cues.ActiveDays(days=progress.active_days, of_days=moment.rules.days_of_progress)
    if progress.sessions:
        yield cues.SessionsDone(sessions=progress.sessions)
    if progress.streak_days > 1:
        yield cues.StreakIs(days=progress.streak_days)


def _longer(moment: Moment) -> Iterator[Cue]:
    weeks = moment.rules.weeks_of_longer_progress
    since = days_before(moment.today, 7 * weeks)
    days = sum(since <= day <= moment.today for day in active_days(moment.record))
    yield cues.ActiveDaysLonger(days=days, weeks=weeks, minutes=minutes_since(moment.progress_inputs, since))


def _trends(moment: Moment) -> Iterator[Cue]:
    trends = trends_of(moment.progress_inputs)
    if not trends and moment.keeps_reports:
        yield cues.NoTrendYet()
    for region in moment.progress_inputs.regions:
        of_region = [trend for trend in trends if trend.region is region][-1:]
        if of_region and len(moment.progress_inputs.regions) > 1:
            yield cues.AboutRegion(region=region)
        for trend in of_region:
            yield from _trend(moment, trend)


def _trend(moment: Moment, trend: Trend) -> Iterator[Cue]:
    zones = moment.rules.zones[trend.region]
    before, now = zones.id_of(trend.zone_before), zones.id_of(trend.zone_now)
    if before == now:
        yield cues.FurthestStayed(weeks=trend.weeks, zone_now=now)
    else:
        yield cues.FurthestMoved(weeks=trend.weeks, zone_before=before, zone_now=now)
    if trend.strength_before is None or trend.strength_now is None:
        return
    if trend.strength_before == trend.strength_now:
        yield cues.StrengthStayed(strength_now=trend.strength_now)
    else:
        yield cues.StrengthMoved(strength_before=trend.strength_before, strength_now=trend.strength_now)
