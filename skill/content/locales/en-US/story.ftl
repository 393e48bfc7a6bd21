# The patient's own story, as the record has it: what was and what is, never what it means. source: docs/clinical.md §7

came-from =
    On the first day, the furthest place was { $zone_before ->
        [nowhere] nowhere
        [spine] the middle
        [buttock] your buttock
        [thigh] your thigh
        [below-knee] below your knee
        [foot] your foot
        [shoulder] your shoulder
        [upper-arm] your upper arm
        [below-elbow] below your elbow
       *[hand] your hand
    }{ $strength_before ->
        [none] .
       *[other] , { $strength_before } out of 10.
    } Now it's { $zone_now ->
        [nowhere] nowhere
        [spine] the middle
        [buttock] your buttock
        [thigh] your thigh
        [below-knee] below your knee
        [foot] your foot
        [shoulder] your shoulder
        [upper-arm] your upper arm
        [below-elbow] below your elbow
       *[hand] your hand
    }{ $strength_now ->
        [none] .
        [0] .
       *[other] , { $strength_now } out of 10.
    }
milestone-reached =
    { $milestone ->
        [first-strengthening] That was your first strengthening day.
        [zone-nearer] The furthest place is nearer to your spine than on the first day.
        [eight-weeks] It's eight weeks since your first day, and you're still at it.
        [first-week] That's your first week, and you kept coming back.
       *[hundred-minutes] You've come to a hundred minutes of walking and swimming in all.
    }
longest-walk =
    Your longest walk so far is { $minutes ->
        [one] 1 minute.
       *[other] { $minutes } minutes.
    }
day-held =
    { $days_ago ->
        [0] Today
        [1] Yesterday
       *[other] On { $weekday ->
             [monday] Monday
             [tuesday] Tuesday
             [wednesday] Wednesday
             [thursday] Thursday
             [friday] Friday
             [saturday] Saturday
            *[sunday] Sunday
        }
    } you did { $exercises }.
day-held-activity =
    { $also ->
        [true] Also, there were
       *[false] { $days_ago ->
            [0] Today
            [1] Yesterday
           *[other] On { $weekday ->
                 [monday] Monday
                 [tuesday] Tuesday
                 [wednesday] Wednesday
                 [thursday] Thursday
                 [friday] Friday
                 [saturday] Saturday
                *[sunday] Sunday
            }
        } there were
    } { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    } of { $exercise }.
day-held-nothing =
    Nothing is in my notes for { $days_ago ->
        [0] today.
        [1] yesterday.
       *[other] { $weekday ->
             [monday] Monday.
             [tuesday] Tuesday.
             [wednesday] Wednesday.
             [thursday] Thursday.
             [friday] Friday.
             [saturday] Saturday.
            *[sunday] Sunday.
        }
    } That's fine.
last-time-was =
    The last time was { $days_ago ->
        [0] today:
        [1] yesterday:
       *[other] { $days_ago } days ago:
    } { $is_hold ->
        [true] { $exercise }, held to the end.
       *[false] { $reps ->
            [one] 1 repetition
           *[other] { $reps } repetitions
        } of { $exercise }{ $sets ->
            [one] .
           *[other] , in { $sets } sets.
        }
    }
last-time-stopped = Last time you stopped at { $reps } of { $planned_reps }.
last-time-too-much = Last time this one was too much, so go gently.
never-done = I haven't counted { $exercise } for you yet.
answers-not-kept = I don't keep your answers about how it feels, so I can't look back at them.
