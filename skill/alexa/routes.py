"""The dialogue's map: which handler answers which intent in which state.

Two tables: what an intent means everywhere, and what it means in a state. Tests hold them against the interaction
model: every intent is routed, and every route's intent exists.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from skill.alexa.handlers import Handler, activities, exercising, ratings, reporting, screening, setting_up, step, topic
from skill.dialogue.care import (
    consequences,
    danger,
    policy_safe,
    retraction,
    safety_answers,
    safety_check,
    sign_answers,
    sign_follow_up,
    symptom_answers,
    unrecognized_sign,
)
from skill.dialogue.count import counting, side_question, tempo_talk, verbosity
from skill.dialogue.guides import playback
from skill.dialogue.information import (
    consent,
    corrections,
    door,
    logbook,
    persons,
    progress_talk,
    settings,
    side_answers,
    small_talk,
    source_talk,
    story_talk,
    topic_answers,
)
from skill.dialogue.review import goal_talk
from skill.dialogue.review import rating as rates
from skill.dialogue.routine import easier_harder, leaving, opening, phase_talk, prescription_talk, routine, skipping
from skill.dialogue.step import Moment
from skill.domain.patient.state import State

_Answers = Mapping[str | tuple[str, ...], Handler]
"""Handlers by the intent, or the several intents, that they answer."""

_NO_OR_UNSURE = ("AMAZON.NoIntent", "NotSureIntent")

_EVERYWHERE: _Answers = {
    # danger, in every state
    "RedFlagIntent": reporting.red_flag,
    "PainIntent": step(danger.pain),
    "SelfHarmIntent": step(safety_check.self_harm),
    "HelpMeIntent": reporting.help_me,
    "OutOfBreathIntent": step(safety_check.out_of_breath),
    "ClearedIntent": step(danger.cleared),
    "NotClearedIntent": step(counting.say_and_resume),
    "TellConditionIntent": screening.condition,
    # how it was
    ("ReportChangeIntent", "NewSymptomIntent"): reporting.report,
    "ReportAndAskIntent": reporting.report_and_ask,
    "ReportPlaceIntent": reporting.report_place,
    "DeniedSignIntent": reporting.denied,
    "SignGoneIntent": reporting.gone,
    "CheckAgainIntent": step(symptom_answers.check_again),
    ("MisheardIntent", "WrongIntent"): step(corrections.wrong),
    # the routine
    "TodaysRoutineIntent": step(opening.todays_routine),
    ("StartRoutineIntent", "ReadyIntent"): step(opening.start),
    "DoneIntent": step(routine.say_done),
    "SkipIntent": exercising.skip,
    "AMAZON.NextIntent": step(skipping.skip),
    "AMAZON.PreviousIntent": step(routine.previous),
    "AMAZON.StartOverIntent": step(opening.start_over),
    "RestartSetIntent": step(counting.restart_set),
    "DoExerciseIntent": exercising.do_exercise,
    "JustExerciseIntent": exercising.do_only,
    "StartWithoutIntent": exercising.start_without,
    "StartForMinutesIntent": exercising.start_for,
    "EasierIntent": step(policy_safe.easier),
    "HarderIntent": step(easier_harder.harder),
    # the count
    ("AMAZON.PauseIntent", "WaitIntent"): step(counting.pause),
    "AMAZON.ResumeIntent": step(policy_safe.go_on),
    "SlowerIntent": step(tempo_talk.slower),
    "FasterIntent": step(tempo_talk.faster),
    "LongerRestIntent": step(tempo_talk.longer_rest),
    "ShorterRestIntent": step(tempo_talk.shorter_rest),
    "CountQuietlyIntent": step(verbosity.quietly),
    "CountAloudIntent": step(verbosity.aloud),
    "SlowSpeechIntent": step(verbosity.speak_slowly),
    "UsualSpeechIntent": step(verbosity.speak_as_usual),
    "CountInSpeechIntent": step(verbosity.count_in_speech),
    "CountOnTheBeatIntent": step(verbosity.count_on_the_beat),
    "LouderIntent": step(verbosity.how_louder),
    "SwitchSidesIntent": exercising.switch_sides,
    "AtRepIntent": exercising.at_rep,
    "NumberIntent": step(side_answers.not_now),
    # how much is said before an exercise
    "QuickModeIntent": step(verbosity.quick),
    "FullModeIntent": step(verbosity.in_full),
    # audio guides
    "PlayGuideIntent": exercising.play_guide,
    "PlayShortGuideIntent": exercising.play_short,
    "PlayFullGuideIntent": exercising.play_full,
    "PlayRoutineIntent": step(playback.play_routine),
    # the patient
    "SetRegionIntent": setting_up.set_region,
    "SetFloorIntent": setting_up.set_floor,
    "TimeAvailableIntent": setting_up.set_minutes,
    "SetSideIntent": setting_up.set_side,
    "LackEquipmentIntent": setting_up.lack,
    "HaveEquipmentIntent": setting_up.have,
    "SetDaysIntent": setting_up.set_days,
    "SetNameIntent": setting_up.set_name,
    "SomeoneElseIntent": setting_up.someone_else,
    "ForgetNameIntent": step(settings.forget_name),
    "SettingsIntent": step(settings.tell),
    "SetUpAgainIntent": step(settings.ask_again),
    # yes, no, not sure
    ("AMAZON.YesIntent", "AMAZON.NoIntent", "NotSureIntent"): step(side_answers.not_understood),
    # small talk
    "ThanksIntent": step(small_talk.thanks),
    "ElsewhereIntent": step(small_talk.elsewhere),
    "AboutYouIntent": step(small_talk.about_the_coach),
    "FedUpIntent": step(small_talk.fed_up),
    "NotWorkingIntent": step(small_talk.not_working),
    # answers on the side
    "WhatsNextIntent": step(side_answers.whats_next),
    "HowManyLeftIntent": step(side_answers.how_many_left),
    "WhereAmIIntent": step(side_answers.where_am_i),
    "HowLongIntent": step(side_answers.how_long),
    "HowToIntent": exercising.how_to,
    "PurposeIntent": exercising.purpose,
    "StopRuleIntent": step(side_answers.stop_rule),
    "ListExercisesIntent": step(side_answers.list_exercises),
    "EquipmentIntent": exercising.equipment,
    "AskTopicIntent": topic.topic,
    "WhereFromIntent": step(source_talk.where_from),
    "PrivacyIntent": step(consent.what_is_known),
    "MyCodeIntent": step(prescription_talk.my_code),
    "KeepAnswersIntent": step(consent.give),
    "ForgetAnswersIntent": step(consent.withdraw),
    "DeleteMyDataIntent": step(leaving.ask_delete),
    "DeleteEveryoneIntent": step(leaving.ask_delete_everyone),
    "AMAZON.RepeatIntent": step(side_answers.repeat),
    "WhatIntent": step(side_answers.what),
    "AMAZON.HelpIntent": step(side_answers.help_me),
    "AMAZON.FallbackIntent": step(side_answers.not_understood),
    ("AMAZON.LoopOnIntent", "AMAZON.LoopOffIntent", "AMAZON.ShuffleOnIntent", "AMAZON.ShuffleOffIntent"): step(
        side_answers.not_supported
    ),
    # walking, swimming and strength training on one's own, and the week
    "LogActivityIntent": activities.tell,
    "TakeBackActivityIntent": activities.take_back,
    "WeekSoFarIntent": activities.week_so_far,
    "WeekTargetIntent": activities.week_target,
    # the phases
    "PhaseIntent": step(phase_talk.where_i_stand),
    # how it goes
    "ProgressIntent": step(progress_talk.tell),
    "HowItFeltIntent": step(story_talk.tell_how_it_felt),
    "DayDoneIntent": activities.tell_day,
    "LastTimeIntent": exercising.last_time,
    # walking together
    "WalkWithMeIntent": activities.walk_together,
    # rating the week, and the patient's own goals
    "SetGoalIntent": ratings.set_goal,
    "ListGoalsIntent": step(goal_talk.list_goals),
    "RateGoalsIntent": step(goal_talk.rate),
    "ChangeGoalIntent": ratings.change_goal,
    "DropGoalIntent": ratings.drop_goal,
    # leaving
    "AMAZON.StopIntent": step(policy_safe.stop),
    ("AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent"): step(leaving.stop),
}
"""What an intent means in every state that does not say otherwise."""

_IN_STATE: Mapping[State | tuple[State, ...], _Answers] = {
    State.HELD: {
        ("MisheardIntent", "WrongIntent"): step(retraction.begin),
        ("NotClearedIntent", "WaitIntent", "NotSureIntent"): step(danger.not_cleared),
        "AMAZON.NoIntent": step(unrecognized_sign.no),
        "TellConditionIntent": screening.condition_while_held,
        "AMAZON.YesIntent": step(unrecognized_sign.yes),
    },
    (State.ASKING_WHO, State.ASKING_NAME): {
        "AMAZON.YesIntent": step(door.yes),
        _NO_OR_UNSURE: step(door.no),
        ("SetNameIntent", "SomeoneElseIntent"): setting_up.called_at_door,
    },
    State.CONFIRMING_PERSON: {
        "AMAZON.YesIntent": step(persons.another),
        _NO_OR_UNSURE: step(persons.same),
    },
    State.CONFIRMING_DELETE_EVERYONE: {
        "AMAZON.YesIntent": step(leaving.delete_everyone),
        _NO_OR_UNSURE: step(leaving.keep_data),
    },
    State.RETRACTING: {
        ("AMAZON.YesIntent", "NotSureIntent"): step(retraction.yes),
        "AMAZON.NoIntent": step(retraction.no),
        "AMAZON.FallbackIntent": step(retraction.not_understood),
    },
    State.CHECKING_SAFETY: {
        "AMAZON.YesIntent": step(safety_check.yes),
        "AMAZON.NoIntent": step(safety_check.no),
        "NotSureIntent": step(safety_check.yes),
        ("AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.PauseIntent", "WaitIntent"): step(safety_check.stop),
        "AMAZON.FallbackIntent": step(safety_check.not_understood),
    },
    State.CLARIFYING: {
        ("MisheardIntent", "WrongIntent"): step(retraction.begin),
        ("DeniedSignIntent", "SignGoneIntent"): reporting.denied_after_a_sign,
        "AMAZON.YesIntent": step(sign_follow_up.yes),
        "AMAZON.NoIntent": step(sign_follow_up.no),
        "NotSureIntent": step(sign_follow_up.unsure),
        "ReportPlaceIntent": reporting.clarify_side,
        "SetRegionIntent": reporting.clarify_region,
        "NumberIntent": reporting.clarify_number,
        "AMAZON.FallbackIntent": step(sign_follow_up.not_understood),
    },
    (State.CHECKING, State.REPORTING, State.COUNTING): {
        "NotSureIntent": step(symptom_answers.unsure),
    },
    (State.CHECKING, State.REPORTING): {
        "NumberIntent": reporting.report_number,
        "SetRegionIntent": reporting.report_region,
        "AMAZON.YesIntent": step(symptom_answers.yes),
        "AMAZON.NoIntent": step(symptom_answers.no),
        "AMAZON.FallbackIntent": step(symptom_answers.not_understood),
    },
    State.COUNTING: {
        "AMAZON.NoIntent": step(symptom_answers.no),
        "NumberIntent": exercising.rep_or_strength,
        "AMAZON.YesIntent": step(counting.go_on),
    },
    State.OFFERING_GENTLER: {
        ("AMAZON.YesIntent", "ReadyIntent", "StartRoutineIntent"): step(consequences.accept_gentler),
        ("AMAZON.NoIntent", "NotSureIntent", "SkipIntent", "AMAZON.NextIntent"): step(consequences.decline_gentler),
    },
    State.GETTING_READY: {
        "AMAZON.NoIntent": step(counting.pause),
        "AMAZON.NextIntent": step(skipping.next_step),
        ("StartRoutineIntent", "ReadyIntent", "AMAZON.ResumeIntent", "AMAZON.YesIntent"): step(routine.ready),
    },
    State.OFFERING_GUIDE: {
        ("AMAZON.ResumeIntent", "AMAZON.YesIntent"): step(playback.accept),
        _NO_OR_UNSURE: step(playback.decline),
    },
    (State.PAUSED, State.OFFERING_ROUTINE, State.FINISHED): {
        "AMAZON.NoIntent": step(leaving.stop),
    },
    State.FINISHED: {
        "AMAZON.YesIntent": step(side_answers.hear_again),
    },
    (State.PAUSED, State.OFFERING_RESUME, State.CONFIRMING_COUNT): {
        "NumberIntent": exercising.at_rep,
    },
    (State.PAUSED, State.OFFERING_RESUME): {
        "AMAZON.YesIntent": step(opening.resume),
    },
    State.OFFERING_RESUME: {
        "AMAZON.NoIntent": step(opening.start_afresh),
    },
    State.CONFIRMING_COUNT: {
        "AMAZON.YesIntent": exercising.count_was_finished,
        _NO_OR_UNSURE: exercising.count_last_set_again,
    },
    State.CONFIRMING_SETUP: {
        "AMAZON.YesIntent": step(settings.again),
        _NO_OR_UNSURE: step(settings.keep),
    },
    State.SETTING_FLOOR: {
        "AMAZON.YesIntent": setting_up.floor_yes,
        _NO_OR_UNSURE: setting_up.floor_no,
    },
    State.OFFERING_ROUTINE: {
        "AMAZON.YesIntent": step(opening.start),
    },
    State.ON_ACTIVITY: {
        "AMAZON.YesIntent": step(routine.activity_done),
        _NO_OR_UNSURE: step(skipping.skip),
        "LogActivityIntent": activities.tell_when_back,
    },
    State.ASKING_LEFT_OPEN: {
        ("AMAZON.YesIntent", "DoneIntent"): step(opening.was_finished),
        _NO_OR_UNSURE: step(opening.was_not_finished),
        ("StartRoutineIntent", "ReadyIntent", "AMAZON.ResumeIntent", "AMAZON.NextIntent", "SkipIntent"): step(
            opening.was_not_finished
        ),
        "TodaysRoutineIntent": step(opening.was_not_finished),
    },
    State.ASKING_UP: {
        ("AMAZON.YesIntent", "StartRoutineIntent", "ReadyIntent", "AMAZON.ResumeIntent"): step(routine.been_up),
        _NO_OR_UNSURE: step(routine.just_got_up),
    },
    State.CONFIRMING_DELETE: {
        "AMAZON.YesIntent": step(leaving.delete),
        _NO_OR_UNSURE: step(leaving.keep_data),
    },
    State.SETTING_REGION: {
        "NotSureIntent": step(opening.region_unsure),
    },
    State.ASKING_CONSENT: {
        ("AMAZON.YesIntent", "KeepAnswersIntent"): step(consent.agree),
        ("AMAZON.NoIntent", "NotSureIntent", "ForgetAnswersIntent"): step(consent.refuse),
    },
    State.OFFERING_MORE: {
        ("AMAZON.YesIntent", "AMAZON.ResumeIntent", "HarderIntent", "FullModeIntent", "CountAloudIntent"): step(
            topic_answers.more
        ),
        _NO_OR_UNSURE: step(topic_answers.enough),
    },
    State.SCREENING: {
        "AMAZON.YesIntent": step(safety_answers.yes),
        "AMAZON.NoIntent": step(safety_answers.no),
        "NotSureIntent": step(safety_answers.unsure),
        "ClearedIntent": step(safety_answers.answer_checked),
        ("WaitIntent", "NotClearedIntent"): step(safety_answers.answer_not_checked),
        "RedFlagIntent": screening.red_flag,
        "ReportPlaceIntent": screening.side,
        "SetRegionIntent": screening.region,
        ("DeniedSignIntent", "SignGoneIntent"): step(safety_answers.answer_partly),
        "NewSymptomIntent": screening.new,
        ("NumberIntent", "AtRepIntent"): screening.age,
        (
            "ReportChangeIntent",
            "ReportAndAskIntent",
            "DoneIntent",
            "SkipIntent",
            "AMAZON.NextIntent",
            "AMAZON.PreviousIntent",
            "EasierIntent",
            "HarderIntent",
            "PhaseIntent",
        ): step(safety_answers.ask_again_first),
        "AMAZON.ResumeIntent": step(sign_answers.go_on),
        "AMAZON.StopIntent": step(sign_answers.stop),
        ("AMAZON.RepeatIntent", "WhatIntent"): step(counting.say_and_resume),
        "AMAZON.HelpIntent": step(safety_answers.help_me),
        "AMAZON.FallbackIntent": step(safety_answers.not_understood),
    },
    State.TELLING_ACTIVITY: {
        "LogActivityIntent": activities.tell_more,
        "DoExerciseIntent": activities.tell_activity,
        ("TimeAvailableIntent", "NumberIntent"): activities.tell_minutes,
        ("AMAZON.NoIntent", "NotSureIntent", "TakeBackActivityIntent"): step(logbook.nothing_told),
    },
    State.CONFIRMING_ACTIVITY: {
        "AMAZON.YesIntent": step(logbook.another),
        ("AMAZON.NoIntent", "NotSureIntent", "TakeBackActivityIntent"): step(logbook.not_another),
    },
    State.OFFERING_PHASE: {
        ("AMAZON.YesIntent", "StartRoutineIntent", "ReadyIntent", "AMAZON.ResumeIntent", "AMAZON.NextIntent"): step(
            phase_talk.move_on
        ),
        ("AMAZON.NoIntent", "NotSureIntent", "WaitIntent"): step(phase_talk.stay_here),
    },
    State.OFFERING_PROGRESS: {
        "AMAZON.YesIntent": step(progress_talk.more),
        _NO_OR_UNSURE: step(progress_talk.enough),
    },
    State.RATING_WEEK: {
        ("ReportChangeIntent", "ReportAndAskIntent"): ratings.rate_week,
        "AMAZON.YesIntent": step(rates.week_much),
        "AMAZON.NoIntent": step(rates.week_not_much),
        ("NotSureIntent", "SkipIntent", "AMAZON.NextIntent"): step(rates.skip_week),
    },
    State.RATING_GOAL: {
        "NumberIntent": ratings.rate_goal,
        ("AMAZON.NoIntent", "NotSureIntent", "SkipIntent", "AMAZON.NextIntent"): step(rates.skip_goal),
    },
    State.NAMING_GOAL: {
        "SetGoalIntent": ratings.set_goal,
        ("AMAZON.NoIntent", "NotSureIntent", "SkipIntent"): step(logbook.nothing_told),
    },
}
"""What it means in a state, or in each of several."""


def _routes() -> dict[tuple[str, State | None], Handler]:
    """Return both tables, a row for each intent in each state; None stands for every other state."""
    found: dict[tuple[str, State | None], Handler] = {(intent, None): handler for intent, handler in _each(_EVERYWHERE)}
    for states, answers in _IN_STATE.items():
        for state in states if isinstance(states, tuple) else (states,):
            found |= {(intent, state): handler for intent, handler in _each(answers)}
    return found


def _each(answers: _Answers) -> Iterator[tuple[str, Handler]]:
    for intents, handler in answers.items():
        for intent in intents if isinstance(intents, tuple) else (intents,):
            yield intent, handler


ROUTES: Mapping[tuple[str, State | None], Handler] = _routes()
"""The handler of each intent in each state."""


_KEEP_ASKING: Mapping[tuple[str, State | None], Handler] = {
    (intent, state): step(take)
    for state in side_question.STATES
    for intent, take in {
        "AMAZON.HelpIntent": side_answers.help_me,
        "AMAZON.RepeatIntent": side_answers.repeat,
        "WhatIntent": side_answers.what,
        "AMAZON.FallbackIntent": side_answers.not_understood,
        "ThanksIntent": small_talk.thanks,
        "ElsewhereIntent": small_talk.elsewhere,
        "AboutYouIntent": small_talk.about_the_coach,
        "FedUpIntent": small_talk.fed_up,
        "NotWorkingIntent": small_talk.not_working,
    }.items()
}
"""What leaves a question on the side open."""


ANSWERED_BEFORE_WELCOME = frozenset(
    {
        "RedFlagIntent",
        "PainIntent",
        "SelfHarmIntent",
        "MisheardIntent",
        "HelpMeIntent",
        "OutOfBreathIntent",
        "LogActivityIntent",
        "TakeBackActivityIntent",
        "AskTopicIntent",
        "PrivacyIntent",
        "DeleteMyDataIntent",
        "AMAZON.HelpIntent",
        "AMAZON.StopIntent",
        "AMAZON.CancelIntent",
        "AMAZON.NavigateHomeIntent",
    }
)
"""What is answered even when the patient has not been welcomed; everything else is welcomed first."""


WITHOUT_NOTES = frozenset(
    {
        "RedFlagIntent",
        "PainIntent",
        "DeleteMyDataIntent",
        "AMAZON.RepeatIntent",
        "WhatIntent",
        "AMAZON.StopIntent",
        "AMAZON.CancelIntent",
        "AMAZON.NavigateHomeIntent",
    }
)
"""What is answered even when nothing of the patient can be read; danger told in other words is, too."""


ASKS_AGAIN = frozenset({"AMAZON.RepeatIntent", "WhatIntent"})
"""What asks for the same once more."""


def route(intent: str, moment: Moment) -> tuple[Handler, Moment]:
    """Return the handler for *intent*, and the moment it is for; an intent nobody knows is not understood.

    What does not answer a question on the side leaves it: it means what it means where the dialogue was before.
    """
    if moment.session.repeats and intent not in ASKS_AGAIN:
        moment = moment.with_session(repeats=0)
    key = (intent, moment.state)
    answer = ROUTES.get(key) or _KEEP_ASKING.get(key)
    if answer is None:
        moment = side_question.without_side_question(moment)
        answer = ROUTES.get((intent, moment.state)) or ROUTES.get((intent, None))
    return answer or step(side_answers.not_understood), moment
