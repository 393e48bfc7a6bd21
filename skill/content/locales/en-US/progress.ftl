# How the patient is doing. It tells what was and what is, never what it means. source: docs/clinical.md §7

nothing-to-tell = There's nothing in my notes yet. After your first exercises or your first walk, ask me again.
too-early-to-tell =
    { $days ->
        [one] We've only just begun, so it's too early to say how it's going.
       *[other] { $days } days is too early to say how it's going.
    }
active-days =
    In the last { $of_days ->
        [one] day
       *[other] { $of_days } days
    }, you were active on { $days ->
        [0] none.
        [one] 1.
       *[other] { $days }.
    }
sessions-done =
    { $sessions ->
        [one] You finished 1 routine.
       *[other] You finished { $sessions } routines.
    }
not-active-lately = Nothing is in my notes for the last seven days. That's fine: any day is a good day to go on.
streak-is =
    { $days ->
        [one] That's 1 day in a row.
       *[other] That's { $days } days in a row.
    }
ask-more-progress = Do you want to hear more?
    .reprompt = Say yes to hear about the last weeks, or no. Would you like to hear more?
active-days-longer =
    { $weeks ->
        [one] In the last week,
       *[other] In the last { $weeks } weeks,
    } you were active on { $days ->
        [one] 1 day,
       *[other] { $days } days,
    } with { $minutes ->
        [0] no walking or swimming yet.
        [one] 1 minute of walking or swimming.
       *[other] { $minutes } minutes of walking or swimming.
    }
furthest-moved =
    { $weeks ->
        [one] Over the last week,
       *[other] Over the last { $weeks } weeks,
    } the furthest place went from { $zone_before ->
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
    } to { $zone_now ->
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
    }.
furthest-stayed =
    { $weeks ->
        [one] Over the last week,
       *[other] Over the last { $weeks } weeks,
    } the furthest place stayed the same: { $zone_now ->
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
    }.
strength-moved = Its strength went from { $strength_before } to { $strength_now } out of 10.
strength-stayed = Its strength stayed at { $strength_now } out of 10.
about-region =
    { $region ->
        [neck] About your neck and arms.
        [low-back] About your low back and legs.
       *[both] About your neck, and your low back.
    }
no-trend-yet = I have no earlier answers to compare how it feels with.
