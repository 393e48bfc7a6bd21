# Walking, swimming and strength training on one's own: the log, and the week.

activity-logged =
    { $minutes ->
        [one] Logged: 1 minute
       *[other] Logged: { $minutes } minutes
    } of { $exercise }{ $days_ago ->
        [0] { "" }
        [1] , for yesterday
       *[other] , for { $weekday ->
             [monday] Monday
             [tuesday] Tuesday
             [wednesday] Wednesday
             [thursday] Thursday
             [friday] Friday
             [saturday] Saturday
            *[sunday] Sunday
        }
    }.
activity-comes-later =
    { $phase ->
        [strengthening] { $exercise } comes into your plan with the strengthening phase, so go gently for now.
        [weight-loss] { $exercise } comes into your plan with the weight loss phase, so go gently for now.
       *[recovery] { $exercise } is in your plan from the start.
    }
ask-which-activity = Was it walking, swimming, or strength training?
    .reprompt = Say walking, swimming, or strength training. Which was it?
activity-not-logged = Good for you. I log walking, swimming and strength training only.
one-activity-at-a-time = Let's take one at a time.
ask-how-many-minutes = How many minutes of { $exercise } was it?
    .reprompt = Say how long it took, such as 20 minutes. How long was it?
minutes-unlikely =
    { $minutes ->
        [one] I heard 1 minute, and that can't be right.
       *[other] I heard { $minutes } minutes, and that can't be right.
    }
ask-another-activity =
    You already told me about { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    } of { $exercise } { $days_ago ->
        [0] today
        [1] yesterday
       *[other] on { $weekday ->
             [monday] Monday
             [tuesday] Tuesday
             [wednesday] Wednesday
             [thursday] Thursday
             [friday] Friday
             [saturday] Saturday
            *[sunday] Sunday
        }
    }. Is this another one?
    .reprompt = Say yes if you did it once more, or no if I have it already. Is it another one?
not-logged-again = Okay, I have it once.
activity-to-come = That day is still to come. Tell me once you've done it.
activity-day-unclear = I can log today, yesterday, or a day of the last week by its name.
activity-taken =
    Okay, I've taken back { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    } of { $exercise }{ $days_ago ->
        [0] { " today" }
        [1] { " yesterday" }
       *[other] { " " }on { $weekday ->
             [monday] Monday
             [tuesday] Tuesday
             [wednesday] Wednesday
             [thursday] Thursday
             [friday] Friday
             [saturday] Saturday
            *[sunday] Sunday
        }
    }.
nothing-to-take-back = There's nothing in your log of the last two weeks to take back.
notes-out-of-reach = I can't reach my notes right now. Please ask me again later.


## The week

week-minutes =
    { $minutes ->
        [0] No walking or swimming is in your log this week yet.
        [one] That's 1 minute this week.
       *[other] That's { $minutes } minutes this week.
    }
week-of-target =
    { $minutes ->
        [0] This week's target is { $target_minutes ->
            [one] 1 minute
           *[other] { $target_minutes } minutes
        } of walking or swimming, and nothing is in your log yet.
       *[other] That's { $minutes } of { $target_minutes ->
            [one] 1 minute
           *[other] { $target_minutes } minutes
        } this week, with { $minutes_left } to go.
    }
week-target-reached =
    { $minutes ->
        [one] That's 1 minute this week.
       *[other] That's { $minutes } minutes this week.
    } You've reached your target of { $target_minutes ->
        [one] 1 minute.
       *[other] { $target_minutes } minutes.
    }
last-week-minutes =
    { $minutes ->
        [0] That leaves nothing for last week.
        [one] That makes 1 minute for last week.
       *[other] That makes { $minutes } minutes for last week.
    }
week-shares = { $walking_minutes } of it walking, and { $swimming_minutes } swimming.
week-days =
    { $days ->
        [one] You were out on 1 day.
       *[other] You were out on { $days } days.
    }
week-strength =
    { $target_days ->
        [0] { $days ->
            [0] No strength work is in your log this week yet.
            [one] You did strength work on 1 day this week.
           *[other] You did strength work on { $days } days this week.
        }
       *[other] { $days ->
            [0] No strength work yet this week, of { $target_days } { $target_days ->
                [one] day
               *[other] days
            } to aim for.
           *[other] Strength work: { $days } of { $target_days } { $target_days ->
                [one] day
               *[other] days
            } this week.
        }
    }
# source: docs/clinical.md §4.3, recovery
target-in-recovery =
    For now, walk { $most_minutes ->
        [one] 1 minute
       *[other] { $least_minutes } to { $most_minutes } minutes
    } at a time, { $most_times ->
        [one] once a day.
       *[other] { $least_times } to { $most_times } times a day.
    }
    Any amount counts.
# source: docs/clinical.md §4.3
target-of-week =
    This week's target is { $target_minutes ->
        [one] 1 minute
       *[other] { $target_minutes } minutes
    } of walking or swimming. { $days ->
        [one] That's about { $day_minutes ->
            [one] 1 minute on 1 day.
           *[other] { $day_minutes } minutes on 1 day.
        }
       *[other] That's about { $day_minutes ->
            [one] 1 minute on { $days } days.
           *[other] { $day_minutes } minutes on { $days } days.
        }
    }
# source: docs/clinical.md §4.3, the growth rule
target-grows =
    { $most_minutes ->
        [one] It grows slowly, week by week, to 1 minute.
       *[other] It grows slowly, week by week, to { $most_minutes } minutes.
    }
# source: docs/clinical.md §4.3
target-of-swimming =
    Swimming counts toward it. { $day_minutes ->
        [one] In the end, 1 minute on most days is plenty.
       *[other] In the end, { $day_minutes } minutes on most days is plenty.
    }
# source: docs/clinical.md §4.3
target-of-strength =
    { $days ->
        [one] Strength work: 1 day a week.
       *[other] Strength work: { $days } days a week, never two in a row.
    }
# source: docs/clinical.md §4.3
target-of-strength-between =
    { $most_days ->
        [one] Strength work: 1 day a week at most.
       *[other] Strength work: { $least_days } to { $most_days } days a week, never two in a row.
    }
# source: docs/clinical.md §1.13 and §4.3
target-of-training =
    { $minutes ->
        [one] About 1 minute each time is enough for now.
       *[other] About { $minutes } minutes each time is enough for now.
    } { $end_minutes ->
        [one] In the end it may be 1 minute
       *[other] In the end it may be { $end_minutes } minutes
    }, { $most_days ->
        [one] once a week.
       *[other] { $least_days } to { $most_days } times a week.
    }
