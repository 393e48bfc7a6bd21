"""The dialogue's map: which handler answers which intent in which state.

A state of None stands for every state that has no row of its own. Tests hold it against the interaction model: every
intent is routed, and every route's intent exists.
"""

from __future__ import annotations

from collections.abc import Mapping

from skill.alexa.handlers import Handler, activities, exercising, ratings, reporting, screening, setting_up, step, topic
from skill.dialogue.care import (
    consequences,
    danger,
    policy_safe,
    safety_answers,
    sign_answers,
    sign_follow_up,
    symptom_answers,
)
from skill.dialogue.count import counting, side_question, tempo_talk, verbosity
from skill.dialogue.guides import listening, player_reports
from skill.dialogue.information import consent, logbook, progress_talk, settings, side_answers, topic_answers
from skill.dialogue.review import goal_talk
from skill.dialogue.review import rating as rates
from skill.dialogue.routine import easier_harder, leaving, opening, phase_talk, prescription_talk, routine, skipping
from skill.dialogue.step import Moment
from skill.domain.patient.state import State

_ANY = None

ROUTES: Mapping[tuple[str, State | None], Handler] = {
    # danger, in every state
    ("RedFlagIntent", _ANY): reporting.red_flag,
    ("PainIntent", _ANY): step(danger.pain),
    ("ClearedIntent", _ANY): step(danger.cleared),
    ("NotClearedIntent", _ANY): step(counting.say_and_resume),
    ("NotClearedIntent", State.HELD): step(danger.not_cleared),
    ("TellConditionIntent", _ANY): screening.condition,
    ("TellConditionIntent", State.HELD): screening.condition_while_held,
    # how it was
    ("ReportChangeIntent", _ANY): reporting.report,
    ("ReportPlaceIntent", _ANY): reporting.report_place,
    ("NewSymptomIntent", _ANY): reporting.report,
    ("DeniedSignIntent", _ANY): reporting.denied,
    ("DeniedSignIntent", State.CLARIFYING): reporting.denied_after_a_sign,
    ("SignGoneIntent", _ANY): reporting.gone,
    ("SignGoneIntent", State.CLARIFYING): reporting.denied_after_a_sign,
    ("CheckAgainIntent", _ANY): step(symptom_answers.check_again),
    ("NumberIntent", State.CHECKING): reporting.report_number,
    ("NumberIntent", State.REPORTING): reporting.report_number,
    ("SetRegionIntent", State.CHECKING): reporting.report_region,
    ("SetRegionIntent", State.REPORTING): reporting.report_region,
    ("AMAZON.YesIntent", State.CHECKING): step(symptom_answers.yes),
    ("AMAZON.YesIntent", State.REPORTING): step(symptom_answers.yes),
    ("AMAZON.NoIntent", State.CHECKING): step(symptom_answers.no),
    ("AMAZON.NoIntent", State.REPORTING): step(symptom_answers.no),
    ("NotSureIntent", State.CHECKING): step(symptom_answers.unsure),
    ("NotSureIntent", State.REPORTING): step(symptom_answers.unsure),
    ("NotSureIntent", State.COUNTING): step(symptom_answers.unsure),
    ("AMAZON.FallbackIntent", State.CHECKING): step(symptom_answers.not_understood),
    ("AMAZON.FallbackIntent", State.REPORTING): step(symptom_answers.not_understood),
    # after the words for a warning sign
    ("AMAZON.YesIntent", State.CLARIFYING): step(sign_follow_up.yes),
    ("AMAZON.NoIntent", State.CLARIFYING): step(sign_follow_up.no),
    ("NotSureIntent", State.CLARIFYING): step(sign_follow_up.unsure),
    ("ReportPlaceIntent", State.CLARIFYING): reporting.clarify_side,
    ("SetRegionIntent", State.CLARIFYING): reporting.clarify_region,
    ("NumberIntent", State.CLARIFYING): reporting.clarify_number,
    ("AMAZON.FallbackIntent", State.CLARIFYING): step(sign_follow_up.not_understood),
    # the gentler option
    ("AMAZON.YesIntent", State.OFFERING_GENTLER): step(consequences.accept_gentler),
    ("ReadyIntent", State.OFFERING_GENTLER): step(consequences.accept_gentler),
    ("StartRoutineIntent", State.OFFERING_GENTLER): step(consequences.accept_gentler),
    ("AMAZON.NoIntent", State.OFFERING_GENTLER): step(consequences.decline_gentler),
    ("NotSureIntent", State.OFFERING_GENTLER): step(consequences.decline_gentler),
    ("SkipIntent", State.OFFERING_GENTLER): step(consequences.decline_gentler),
    ("AMAZON.NextIntent", State.OFFERING_GENTLER): step(consequences.decline_gentler),
    # the routine
    ("TodaysRoutineIntent", _ANY): step(opening.todays_routine),
    ("StartRoutineIntent", _ANY): step(opening.start),
    ("StartRoutineIntent", State.GETTING_READY): step(routine.ready),
    ("ReadyIntent", _ANY): step(opening.start),
    ("ReadyIntent", State.GETTING_READY): step(routine.ready),
    ("DoneIntent", _ANY): step(routine.say_done),
    ("SkipIntent", _ANY): exercising.skip,
    ("AMAZON.NextIntent", _ANY): step(skipping.skip),
    ("AMAZON.PreviousIntent", _ANY): step(routine.previous),
    ("AMAZON.StartOverIntent", _ANY): step(opening.start_over),
    ("RestartSetIntent", _ANY): step(counting.restart_set),
    ("DoExerciseIntent", _ANY): exercising.do_exercise,
    ("EasierIntent", _ANY): step(policy_safe.easier),
    ("HarderIntent", _ANY): step(easier_harder.harder),
    # the count
    ("AMAZON.PauseIntent", _ANY): step(counting.pause),
    ("WaitIntent", _ANY): step(counting.pause),
    ("WaitIntent", State.HELD): step(danger.not_cleared),
    ("AMAZON.ResumeIntent", _ANY): step(policy_safe.go_on),
    ("AMAZON.ResumeIntent", State.GETTING_READY): step(routine.ready),
    ("AMAZON.ResumeIntent", State.OFFERING_GUIDE): step(listening.accept),
    ("SlowerIntent", _ANY): step(tempo_talk.slower),
    ("FasterIntent", _ANY): step(tempo_talk.faster),
    ("LongerRestIntent", _ANY): step(tempo_talk.longer_rest),
    ("ShorterRestIntent", _ANY): step(tempo_talk.shorter_rest),
    ("CountQuietlyIntent", _ANY): step(verbosity.quietly),
    ("CountAloudIntent", _ANY): step(verbosity.aloud),
    ("SwitchSidesIntent", _ANY): exercising.switch_sides,
    ("AtRepIntent", _ANY): exercising.at_rep,
    ("NumberIntent", _ANY): step(side_answers.not_now),
    ("NumberIntent", State.COUNTING): exercising.rep_or_strength,
    ("NumberIntent", State.PAUSED): exercising.at_rep,
    ("NumberIntent", State.OFFERING_RESUME): exercising.at_rep,
    ("NumberIntent", State.CONFIRMING_COUNT): exercising.at_rep,
    # how much is said before an exercise
    ("QuickModeIntent", _ANY): step(verbosity.quick),
    ("FullModeIntent", _ANY): step(verbosity.in_full),
    # audio guides
    ("PlayGuideIntent", _ANY): exercising.play_guide,
    ("PlayRoutineIntent", _ANY): step(listening.play_routine),
    # the patient
    ("SetRegionIntent", _ANY): setting_up.set_region,
    ("SetFloorIntent", _ANY): setting_up.set_floor,
    ("TimeAvailableIntent", _ANY): setting_up.set_minutes,
    ("SetSideIntent", _ANY): setting_up.set_side,
    ("LackEquipmentIntent", _ANY): setting_up.lack,
    ("HaveEquipmentIntent", _ANY): setting_up.have,
    ("SetDaysIntent", _ANY): setting_up.set_days,
    ("SetNameIntent", _ANY): setting_up.set_name,
    ("ForgetNameIntent", _ANY): step(settings.forget_name),
    ("SettingsIntent", _ANY): step(settings.tell),
    ("SetUpAgainIntent", _ANY): step(settings.ask_again),
    ("AMAZON.YesIntent", State.CONFIRMING_SETUP): step(settings.again),
    ("AMAZON.NoIntent", State.CONFIRMING_SETUP): step(settings.keep),
    ("NotSureIntent", State.CONFIRMING_SETUP): step(settings.keep),
    # yes, no, not sure
    ("AMAZON.YesIntent", _ANY): step(side_answers.not_understood),
    ("AMAZON.YesIntent", State.SETTING_FLOOR): setting_up.floor_yes,
    ("AMAZON.YesIntent", State.OFFERING_ROUTINE): step(opening.start),
    ("AMAZON.YesIntent", State.OFFERING_RESUME): step(opening.resume),
    ("AMAZON.YesIntent", State.GETTING_READY): step(routine.ready),
    ("AMAZON.YesIntent", State.COUNTING): step(counting.go_on),
    ("AMAZON.YesIntent", State.CONFIRMING_COUNT): exercising.count_was_finished,
    ("AMAZON.YesIntent", State.OFFERING_GUIDE): step(listening.accept),
    ("AMAZON.YesIntent", State.PAUSED): step(opening.resume),
    ("AMAZON.YesIntent", State.ON_ACTIVITY): step(routine.activity_done),
    ("AMAZON.YesIntent", State.CONFIRMING_DELETE): step(leaving.delete),
    ("AMAZON.YesIntent", State.HELD): step(danger.cleared),
    ("AMAZON.NoIntent", _ANY): step(side_answers.not_understood),
    ("AMAZON.NoIntent", State.SETTING_FLOOR): setting_up.floor_no,
    ("AMAZON.NoIntent", State.OFFERING_ROUTINE): step(leaving.stop),
    ("AMAZON.NoIntent", State.OFFERING_RESUME): step(opening.start_afresh),
    ("AMAZON.NoIntent", State.GETTING_READY): step(counting.pause),
    ("AMAZON.NoIntent", State.COUNTING): step(counting.pause),
    ("AMAZON.NoIntent", State.CONFIRMING_COUNT): exercising.count_last_set_again,
    ("AMAZON.NoIntent", State.OFFERING_GUIDE): step(listening.decline),
    ("AMAZON.NoIntent", State.PAUSED): step(leaving.stop),
    ("AMAZON.NoIntent", State.ON_ACTIVITY): step(leaving.stop),
    ("AMAZON.NoIntent", State.FINISHED): step(leaving.stop),
    ("AMAZON.NoIntent", State.CONFIRMING_DELETE): step(leaving.keep_data),
    ("AMAZON.NoIntent", State.HELD): step(danger.not_cleared),
    ("NotSureIntent", _ANY): step(side_answers.not_understood),
    ("NotSureIntent", State.SETTING_REGION): step(opening.region_unsure),
    ("NotSureIntent", State.SETTING_FLOOR): setting_up.floor_no,
    ("NotSureIntent", State.CONFIRMING_COUNT): exercising.count_last_set_again,
    ("NotSureIntent", State.OFFERING_GUIDE): step(listening.decline),
    ("NotSureIntent", State.CONFIRMING_DELETE): step(leaving.keep_data),
    ("NotSureIntent", State.HELD): step(danger.not_cleared),
    # answers on the side
    ("WhatsNextIntent", _ANY): step(side_answers.whats_next),
    ("HowManyLeftIntent", _ANY): step(side_answers.how_many_left),
    ("WhereAmIIntent", _ANY): step(side_answers.where_am_i),
    ("HowLongIntent", _ANY): step(side_answers.how_long),
    ("HowToIntent", _ANY): exercising.how_to,
    ("PurposeIntent", _ANY): exercising.purpose,
    ("StopRuleIntent", _ANY): step(side_answers.stop_rule),
    ("ListExercisesIntent", _ANY): step(side_answers.list_exercises),
    ("EquipmentIntent", _ANY): exercising.equipment,
    ("AskTopicIntent", _ANY): topic.topic,
    ("PrivacyIntent", _ANY): step(consent.what_is_known),
    ("MyCodeIntent", _ANY): step(prescription_talk.my_code),
    ("KeepAnswersIntent", _ANY): step(consent.give),
    ("ForgetAnswersIntent", _ANY): step(consent.withdraw),
    ("AMAZON.YesIntent", State.ASKING_CONSENT): step(consent.agree),
    ("KeepAnswersIntent", State.ASKING_CONSENT): step(consent.agree),
    ("AMAZON.NoIntent", State.ASKING_CONSENT): step(consent.refuse),
    ("NotSureIntent", State.ASKING_CONSENT): step(consent.refuse),
    ("ForgetAnswersIntent", State.ASKING_CONSENT): step(consent.refuse),
    ("DeleteMyDataIntent", _ANY): step(leaving.ask_delete),
    ("AMAZON.RepeatIntent", _ANY): step(side_answers.repeat),
    ("AMAZON.HelpIntent", _ANY): step(side_answers.help_me),
    ("AMAZON.FallbackIntent", _ANY): step(side_answers.not_understood),
    ("AMAZON.LoopOnIntent", _ANY): step(side_answers.not_supported),
    ("AMAZON.LoopOffIntent", _ANY): step(side_answers.not_supported),
    ("AMAZON.ShuffleOnIntent", _ANY): step(side_answers.not_supported),
    ("AMAZON.ShuffleOffIntent", _ANY): step(side_answers.not_supported),
    # what is said to the offer of more about a topic; all else is taken where the question came from
    ("AMAZON.YesIntent", State.OFFERING_MORE): step(topic_answers.more),
    ("AMAZON.ResumeIntent", State.OFFERING_MORE): step(topic_answers.more),
    ("HarderIntent", State.OFFERING_MORE): step(topic_answers.more),
    ("FullModeIntent", State.OFFERING_MORE): step(topic_answers.more),
    ("CountAloudIntent", State.OFFERING_MORE): step(topic_answers.more),
    ("AMAZON.NoIntent", State.OFFERING_MORE): step(topic_answers.enough),
    ("NotSureIntent", State.OFFERING_MORE): step(topic_answers.enough),
    # the safety questions
    ("AMAZON.YesIntent", State.SCREENING): step(safety_answers.yes),
    ("AMAZON.NoIntent", State.SCREENING): step(safety_answers.no),
    ("NotSureIntent", State.SCREENING): step(safety_answers.unsure),
    ("ClearedIntent", State.SCREENING): step(safety_answers.answer_checked),
    ("WaitIntent", State.SCREENING): step(safety_answers.answer_not_checked),
    ("RedFlagIntent", State.SCREENING): screening.red_flag,
    ("ReportPlaceIntent", State.SCREENING): screening.side,
    ("SetRegionIntent", State.SCREENING): screening.region,
    ("NotClearedIntent", State.SCREENING): step(safety_answers.answer_not_checked),
    ("DeniedSignIntent", State.SCREENING): step(safety_answers.answer_partly),
    ("SignGoneIntent", State.SCREENING): step(safety_answers.answer_partly),
    ("NewSymptomIntent", State.SCREENING): screening.new,
    ("NumberIntent", State.SCREENING): screening.age,
    ("AtRepIntent", State.SCREENING): screening.age,
    ("ReportChangeIntent", State.SCREENING): step(safety_answers.ask_again_first),
    ("DoneIntent", State.SCREENING): step(safety_answers.ask_again_first),
    ("SkipIntent", State.SCREENING): step(safety_answers.ask_again_first),
    ("AMAZON.NextIntent", State.SCREENING): step(safety_answers.ask_again_first),
    ("AMAZON.PreviousIntent", State.SCREENING): step(safety_answers.ask_again_first),
    ("EasierIntent", State.SCREENING): step(safety_answers.ask_again_first),
    ("HarderIntent", State.SCREENING): step(safety_answers.ask_again_first),
    ("AMAZON.ResumeIntent", State.SCREENING): step(sign_answers.go_on),
    ("AMAZON.StopIntent", State.SCREENING): step(sign_answers.stop),
    ("AMAZON.RepeatIntent", State.SCREENING): step(counting.say_and_resume),
    ("AMAZON.HelpIntent", State.SCREENING): step(safety_answers.help_me),
    ("AMAZON.FallbackIntent", State.SCREENING): step(safety_answers.not_understood),
    # walking, swimming and strength training on one's own, and the week
    ("LogActivityIntent", _ANY): activities.tell,
    ("LogActivityIntent", State.ON_ACTIVITY): activities.tell_when_back,
    ("LogActivityIntent", State.TELLING_ACTIVITY): activities.tell_more,
    ("DoExerciseIntent", State.TELLING_ACTIVITY): activities.tell_activity,
    ("TimeAvailableIntent", State.TELLING_ACTIVITY): activities.tell_minutes,
    ("NumberIntent", State.TELLING_ACTIVITY): activities.tell_minutes,
    ("AMAZON.NoIntent", State.TELLING_ACTIVITY): step(logbook.nothing_told),
    ("NotSureIntent", State.TELLING_ACTIVITY): step(logbook.nothing_told),
    ("TakeBackActivityIntent", State.TELLING_ACTIVITY): step(logbook.nothing_told),
    ("AMAZON.YesIntent", State.CONFIRMING_ACTIVITY): step(logbook.another),
    ("AMAZON.NoIntent", State.CONFIRMING_ACTIVITY): step(logbook.not_another),
    ("NotSureIntent", State.CONFIRMING_ACTIVITY): step(logbook.not_another),
    ("TakeBackActivityIntent", State.CONFIRMING_ACTIVITY): step(logbook.not_another),
    ("TakeBackActivityIntent", _ANY): activities.take_back,
    ("WeekSoFarIntent", _ANY): activities.week_so_far,
    ("WeekTargetIntent", _ANY): activities.week_target,
    # the phases
    ("PhaseIntent", _ANY): step(phase_talk.where_i_stand),
    ("PhaseIntent", State.SCREENING): step(safety_answers.ask_again_first),
    ("AMAZON.YesIntent", State.OFFERING_PHASE): step(phase_talk.move_on),
    ("StartRoutineIntent", State.OFFERING_PHASE): step(phase_talk.move_on),
    ("ReadyIntent", State.OFFERING_PHASE): step(phase_talk.move_on),
    ("AMAZON.NoIntent", State.OFFERING_PHASE): step(phase_talk.stay_here),
    ("NotSureIntent", State.OFFERING_PHASE): step(phase_talk.stay_here),
    ("WaitIntent", State.OFFERING_PHASE): step(phase_talk.stay_here),
    ("AMAZON.ResumeIntent", State.OFFERING_PHASE): step(phase_talk.move_on),
    ("AMAZON.NextIntent", State.OFFERING_PHASE): step(phase_talk.move_on),
    # how it goes
    ("ProgressIntent", _ANY): step(progress_talk.tell),
    ("AMAZON.YesIntent", State.OFFERING_PROGRESS): step(progress_talk.more),
    ("AMAZON.NoIntent", State.OFFERING_PROGRESS): step(progress_talk.enough),
    ("NotSureIntent", State.OFFERING_PROGRESS): step(progress_talk.enough),
    # walking together
    ("WalkWithMeIntent", _ANY): activities.walk_together,
    # rating the week, and the patient's own goals
    ("ReportChangeIntent", State.RATING_WEEK): ratings.rate_week,
    ("AMAZON.YesIntent", State.RATING_WEEK): step(rates.week_much),
    ("AMAZON.NoIntent", State.RATING_WEEK): step(rates.week_not_much),
    ("NotSureIntent", State.RATING_WEEK): step(rates.skip_week),
    ("SkipIntent", State.RATING_WEEK): step(rates.skip_week),
    ("AMAZON.NextIntent", State.RATING_WEEK): step(rates.skip_week),
    ("NumberIntent", State.RATING_GOAL): ratings.rate_goal,
    ("AMAZON.NoIntent", State.RATING_GOAL): step(rates.skip_goal),
    ("NotSureIntent", State.RATING_GOAL): step(rates.skip_goal),
    ("SkipIntent", State.RATING_GOAL): step(rates.skip_goal),
    ("AMAZON.NextIntent", State.RATING_GOAL): step(rates.skip_goal),
    ("SetGoalIntent", _ANY): ratings.set_goal,
    ("SetGoalIntent", State.NAMING_GOAL): ratings.set_goal,
    ("AMAZON.NoIntent", State.NAMING_GOAL): step(logbook.nothing_told),
    ("NotSureIntent", State.NAMING_GOAL): step(logbook.nothing_told),
    ("SkipIntent", State.NAMING_GOAL): step(logbook.nothing_told),
    ("ListGoalsIntent", _ANY): step(goal_talk.list_goals),
    ("RateGoalsIntent", _ANY): step(goal_talk.rate),
    ("ChangeGoalIntent", _ANY): ratings.change_goal,
    ("DropGoalIntent", _ANY): ratings.drop_goal,
    # leaving
    ("AMAZON.StopIntent", _ANY): step(policy_safe.stop),
    ("AMAZON.CancelIntent", _ANY): step(leaving.stop),
    ("AMAZON.NavigateHomeIntent", _ANY): step(leaving.stop),
}


_KEEP_ASKING: Mapping[tuple[str, State | None], Handler] = {
    (intent, state): step(take)
    for state in side_question.STATES
    for intent, take in {
        "AMAZON.HelpIntent": side_answers.help_me,
        "AMAZON.RepeatIntent": side_answers.repeat,
        "AMAZON.FallbackIntent": side_answers.not_understood,
    }.items()
}
"""What leaves a question on the side open."""


PLAYER_INTENTS: Mapping[str, Handler] = {
    "AMAZON.PauseIntent": step(listening.pause),
    "AMAZON.ResumeIntent": step(listening.go_on),
    "AMAZON.NextIntent": step(listening.next_guide),
    "AMAZON.PreviousIntent": step(listening.previous_guide),
    "AMAZON.RepeatIntent": step(listening.from_the_start),
    "AMAZON.StartOverIntent": step(listening.from_the_start),
    "AMAZON.LoopOnIntent": step(listening.keeps_its_order),
    "AMAZON.LoopOffIntent": step(listening.keeps_its_order),
    "AMAZON.ShuffleOnIntent": step(listening.keeps_its_order),
    "AMAZON.ShuffleOffIntent": step(listening.keeps_its_order),
    "AMAZON.StopIntent": step(listening.stop),
    "AMAZON.CancelIntent": step(listening.stop),
    "AMAZON.NavigateHomeIntent": step(listening.stop),
}
"""What these mean when they open a session while an audio guide is up: Alexa sends them without the skill's name to the
skill that played last (docs/alexa-platform.md §2.2)."""

PLAYER_BUTTONS: Mapping[str, Handler] = {
    "PlaybackController.PlayCommandIssued": step(listening.go_on),
    "PlaybackController.PauseCommandIssued": step(listening.pause),
    "PlaybackController.NextCommandIssued": step(listening.next_guide),
    "PlaybackController.PreviousCommandIssued": step(listening.previous_guide),
}
"""Buttons of the device, a remote or a screen."""

PLAYER_REPORTS: Mapping[str, Handler] = {
    "AudioPlayer.PlaybackStarted": step(player_reports.started),
    "AudioPlayer.PlaybackStopped": step(player_reports.stopped),
    "AudioPlayer.PlaybackNearlyFinished": step(player_reports.nearly_finished),
    "AudioPlayer.PlaybackFinished": step(player_reports.finished),
    "AudioPlayer.PlaybackFailed": step(player_reports.failed),
}
"""What the player reports."""

ANSWERED_BEFORE_WELCOME = frozenset(
    {
        "RedFlagIntent",
        "PainIntent",
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


def route(intent: str, moment: Moment) -> tuple[Handler, Moment]:
    """Return the handler for *intent*, and the moment it is for; an intent nobody knows is not understood.

    What does not answer a question on the side leaves it: it means what it means where the dialogue was before.
    """
    key = (intent, moment.state)
    answer = ROUTES.get(key) or _KEEP_ASKING.get(key)
    if answer is None:
        moment = side_question.without_side_question(moment)
        answer = ROUTES.get((intent, moment.state)) or ROUTES.get((intent, None))
    return answer or step(side_answers.not_understood), moment
