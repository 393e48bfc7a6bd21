### What only the recordings say, and how they are called. A recording cannot listen: every question comes with what each
### answer means (docs/clinical.md §2.3). One idea a sentence, at most about 20 words. Clinical words name their source.


## Titles. Spoken first, and shown by players.

guide-title-exercise =
    { $level ->
        [beginner] { $exercise }, beginner level
        [standard] { $exercise }, standard level
       *[progressed] { $exercise }, progressed level
    }
guide-title-daily = { $title }, daily
guide-routine-recovery-both = Recovery routine for low back and neck
guide-routine-recovery-low-back-floor = Recovery routine for the low back, on the floor
guide-routine-recovery-low-back-no-floor = Recovery routine for the low back, without the floor
guide-routine-recovery-neck = Recovery routine for the neck
guide-routine-rest-day-any =
    { $region ->
        [neck] Rest day routine for the neck
       *[low-back] Rest day routine for the low back
    }
guide-routine-strengthening-both = Strengthening routine for low back and neck
guide-routine-strengthening-low-back-floor = Strengthening routine for the low back, on the floor
guide-routine-strengthening-low-back-no-floor = Strengthening routine for the low back, without the floor
guide-routine-strengthening-neck = Strengthening routine for the neck
guide-routine-weight-loss-any =
    { $region ->
        [neck] Weight loss routine for the neck
       *[low-back] Weight loss routine for the low back
    }


## Chapters

guide-chapter-check = Check
guide-chapter-who-not = Who should not
guide-chapter-again = { $exercise }, again
guide-chapter-introduction = Who it is for
guide-chapter-stop-rule = When to stop
guide-chapter-setup = Setting up
guide-chapter-steps = Steps
guide-chapter-get-ready = Get ready
guide-chapter-set =
    { $side ->
        [right] Set { $set_number }, right side
        [left] Set { $set_number }, left side
       *[none] Set { $set_number }
    }
guide-chapter-activity = On your way
guide-chapter-questions = Three questions
guide-chapter-close = Close
guide-chapter-of = { $exercise }: { $chapter }


## Who it is for

guide-who =
    This is for people recovering from a herniated disc in the { $region ->
        [low-back] low back
        [neck] neck
       *[both] low back or neck
    }, { $phase ->
        [recovery] from the recovery phase on.
        [strengthening] from the strengthening phase on.
       *[weight-loss] in the weight loss phase.
    }
guide-who-routine =
    This is for people recovering from a herniated disc in the { $region ->
        [low-back] low back
        [neck] neck
       *[both] low back or neck
    }, { $phase ->
        [recovery] in the recovery phase.
        [strengthening] in the strengthening phase.
       *[weight-loss] in the weight loss phase.
    }
guide-pause-any-time = Pause the recording whenever you need longer.


## The daily edition: for who has heard the full one

# source: docs/clinical.md §2.5
guide-daily-safety = Stop if it spreads, or anything new comes.
# source: docs/clinical.md §2.6 and §2.7
guide-daily-check = The same or nearer is fine. If it moved out or is stronger, stop for today.
guide-hold-done = And let go.
guide-before-who-not = Before { $exercise }:


## Before the first exercise

# source: docs/clinical.md §3.3
guide-do-not-start =
    Don't start with new weakness, fever or chest pain, and get medical help today.
    Get emergency care for numbness around your bottom, or a change in bladder or bowel.
# source: docs/clinical.md §2.3, the baseline
guide-notice-before = Notice the furthest place where you feel your symptoms now. Notice how strong they are there, from zero to ten.
# source: docs/clinical.md §2.4
guide-gate = If it is eight or more, leave the exercises out today.
guide-gate-strengthening = If it is six or seven, do only recovery exercises at the beginner level today.


## Between the parts

guide-get-set = Get into place now. I'll wait a moment.
guide-exercise-number = Exercise { $number } of { $exercises }: { $exercise }.
guide-rest-then =
    { $seconds ->
        [60] Rest for 1 minute. Next is { $movement }.
       *[other] Rest for { $seconds } seconds. Next is { $movement }.
    }
guide-warm-up-pause = Pause the recording while you warm up.
guide-other-region =
    { $hours ->
        [one] That's the end of this part. Stop here, and leave at least 1 hour before the next part, for your { $region ->
            [neck] neck
           *[low-back] low back
        }.
       *[other] That's the end of this part. Stop here, and leave at least { $hours } hours before the next part, for your { $region ->
            [neck] neck
           *[low-back] low back
        }.
    }
guide-some-days =
    The next part is for { $days } days a week, and never two days in a row.
    On other days, skip ahead to the chapter { $next }.


## A walk, minute by minute

walk-off-you-go = Off you go, at an easy pace.
walk-minutes =
    { $minutes ->
        [one] 1 minute.
       *[other] { $minutes } minutes.
    }
walk-steady = You're warm now. Walk so that you can talk, but not sing.
walk-halfway = You're halfway. Turn back now, while you still feel comfortable.
walk-ease-off = Ease off now, for the last 2 minutes.
walk-last-minute = 1 minute to go. Slow down a little more.
walk-done = That was { $minutes } minutes. Come to a stop, and stand tall for a moment.
walk-calm =
    { $variant ->
        [1] Stand tall, and look ahead.
        [2] Let your arms swing.
        [3] Take short, easy steps.
        [4] Drop your shoulders away from your ears.
        [5] Breathe easily.
       *[other] If symptoms build, shorten your stride or slow down.
    }


## A swim: heard beforehand, and again afterwards

swim-beforehand = Listen to this before you get in. Leave the recording on dry land.
swim-pause = Pause the recording here, and go for your swim. Come back to it afterwards.


## The three questions after it, and what each answer means

guide-questions-intro = Now three questions. First settle into a comfortable position.
guide-questions-again = Now the three questions again.
# source: docs/clinical.md §2.3
guide-ask-where =
    { $region ->
        [low-back] One. Where is the furthest place you feel it now: back, buttock, thigh, below the knee, foot, or nowhere?
        [neck] One. Where is the furthest place you feel it now: neck, shoulder, upper arm, below the elbow, hand, or nowhere?
       *[both] One. Where is the furthest place from your spine where you feel it now, or is it nowhere?
    }
# source: docs/clinical.md §2.6 and §2.7
guide-if-moved-in = If it moved in toward your spine, or stayed in the same place, that's fine so far.
guide-if-moved-out =
    { $region ->
        [low-back] If it moved further out, toward your foot, stop this recording. Stop even if it hurts less.
        [neck] If it moved further out, toward your hand, stop this recording. Stop even if it hurts less.
       *[both] If it moved further out, toward a hand or foot, stop this recording. Stop even if it hurts less.
    }
guide-after-moved-out = Leave this exercise, and others that move you the same way, out for today. Tomorrow, look again before you start.
guide-far-out =
    { $region ->
        [low-back] If it moved out by two places, or is below your knee for the first time, finish for today.
        [neck] If it moved out by two places, or is below your elbow for the first time, finish for today.
       *[both] If it moved out by two places, or is below a knee or elbow for the first time, finish for today.
    } Then contact your doctor or physical therapist in the next day or two.
# source: docs/clinical.md §2.3
guide-ask-how-strong = Two. From zero to ten, how strong is it there now?
# source: docs/clinical.md §2.5 overrides 5 and 7, §2.6 same/worse, §2.7 REDUCE
guide-if-stronger =
    { $region ->
        [low-back] If it is two points stronger in your buttock, leg or foot, stop this recording.
        [neck] If it is two points stronger in your shoulder, arm or hand, stop this recording.
       *[both] If it is two points stronger in an arm or leg, stop this recording.
    }
guide-if-sorer =
    { $region ->
        [low-back] If it hurts two points more, and only in your back, do half as many next time, with half the movement.
        [neck] If it hurts two points more, and only in your neck, do half as many next time, with half the movement.
       *[both] If it hurts two points more, and only at your spine, do half as many next time, with half the movement.
    }
guide-if-strong =
    { $limit ->
        [six] If it is six or more, stop this recording. If it is eight or more, rest for today.
       *[eight] If it is eight or more, stop this recording, and rest for today.
    }
# source: docs/clinical.md §2.3
guide-ask-new = Three. Do you have any new numbness, tingling or weakness?
# source: docs/clinical.md §2.5 overrides 1, 2, 3 and 8
guide-if-new = If you have new weakness or numbness, stop this recording, and get medical advice today.
guide-if-tingling = If tingling is new, or reaches further, stop this recording.
guide-if-emergency =
    If it is on both sides, or around your bottom, or your bladder or bowel changed, get emergency care.
    In an emergency, call { $emergency_number }.
guide-if-none = If none of these is so, you may carry on.


## Close

guide-dose-again =
    { $times_per_day ->
        [one] Do this once a day, { $days_per_week ->
            [7] every day.
           *[other] { $days_per_week } days a week.
        }
       *[other] Do this { $times_per_day } times a day, { $days_per_week ->
            [7] every day.
           *[other] { $days_per_week } days a week.
        }
    }
guide-routine-days =
    { $days_per_week ->
        [7] Do this routine every day.
       *[other] Do this routine { $days_per_week } days a week.
    }
guide-not-in-a-row = Leave a day between.
guide-routine-again = Later in the day, you can repeat only { $names }.
# source: docs/clinical.md §0 item 5
guide-worse-tomorrow = If you're worse tomorrow than today, leave these exercises out, and ask your doctor or physical therapist.
guide-goodbye = That's all. Get up slowly, and take care.


## The feed and the files

guide-show = Spine Coach
guide-album = Spine Coach exercise guides
guide-genre = Speech
guide-show-summary =
    Spoken exercise guides for people recovering from a herniated disc in the neck or low back. Every repetition, hold and
    rest is counted aloud. General exercise information, not medical advice: it doesn't replace your doctor or physical
    therapist.
guide-voice = Voice: { $voice }.
