### How much of each exercise, and how the phases follow each other. source: docs/clinical.md §4


## Doses. source: docs/clinical.md §4.2, one thing at a time

raised-today =
    { $exercise } has been comfortable, so today it's { $raised ->
        [reps] a few more repetitions.
        [sets] one more set.
        [hold] a longer hold.
       *[version] the next level.
    } Say easier at any time.
made-harder =
    { $raised ->
        [reps] Okay, a few more repetitions of { $exercise }.
        [sets] Okay, one more set of { $exercise }.
        [hold] Okay, a longer hold in { $exercise }.
       *[version] Okay, the next level of { $exercise }.
    }
# source: docs/clinical.md §4.2, worse the next day
dropped-back = You were worse the day after, so { $exercise } goes one step back.
harder-later =
    { $sessions_left ->
        [one] After 1 more comfortable session, { $exercise } can get harder.
       *[other] After { $sessions_left } more comfortable sessions, { $exercise } can get harder.
    }
harder-after-days =
    { $days_left ->
        [one] After 1 more comfortable day, { $exercise } can get harder.
       *[other] After { $days_left } more comfortable days in a row, { $exercise } can get harder.
    }
harder-in-later-phase = The next level of { $exercise } comes in a later phase.
# source: docs/clinical.md §2.6a
harder-once-changed = It stays as it is until something changes, or a physical therapist has had a look.
one-raised-today = One exercise got harder today, and one a day is enough. We can raise this one tomorrow.
already-hardest = This is the highest level of { $exercise } that we have.
walk-grows = Your walks get longer week by week, by themselves. You can walk more on your own, as long as it's comfortable.
shorter-walk = Okay, a shorter walk today.


## Phases. source: docs/clinical.md §4.1

phase-is =
    { $phase ->
        [recovery] You're in the recovery phase.
        [strengthening] You're in the strengthening phase.
       *[weight-loss] You're in the weight loss phase.
    }
next-phase-waits =
    { $to ->
        [strengthening] Before strengthening,
       *[weight-loss] Before the weight loss phase,
    } { $condition ->
        [cleared] your doctor or physical therapist has to say that it's fine.
        [stay] { $left ->
            [one] we wait 1 more day, because your symptoms flared.
           *[other] we wait { $left } more days, because your symptoms flared.
        }
        [limb-strength] { $region ->
            [neck] the pain in your arm should be { $need } or less. Last time it was { $have }.
           *[low-back] the pain in your leg should be { $need } or less. Last time it was { $have }.
        }
        [new-symptoms] { $have ->
            [one] there should be no new numbness or weakness for a few days. There was, on 1 day.
           *[other] there should be no new numbness or weakness for a few days. There was, on { $have } days.
        }
        [next-day] { $have ->
            [one] you should be no worse on the day after. Lately you were, once.
           *[other] you should be no worse on the day after. Lately you were, { $have } times.
        }
        [calm-days] { $region ->
            [neck] your neck needs { $need ->
                [one] 1 calm day.
               *[other] { $need } calm days in a row.
            } { $have } of { $need } so far.
           *[low-back] your low back needs { $need ->
                [one] 1 calm day.
               *[other] { $need } calm days in a row.
            } { $have } of { $need } so far.
        }
        [days-in-phase] { $need ->
            [one] there is 1 day of recovery.
           *[other] there are { $need } days of recovery.
        } { $have } of { $need } so far.
        [walk] it takes a comfortable walk of { $need ->
            [one] 1 minute.
           *[other] { $need } minutes.
        } { $have ->
            [0] There was none lately.
            [one] Your longest lately is 1 minute.
           *[other] Your longest lately is { $have } minutes.
        }
        [effort] pain after strengthening should be { $need } or less. Lately it went up to { $have }.
        [outward-move] { $have ->
            [one] there should be a week in which nothing moves further out. Lately it did, once.
           *[other] there should be a week in which nothing moves further out. Lately it did, { $have } times.
        }
        [standard-share] { $need ->
            [one] 1 strengthening exercise reaches its standard level. None has yet.
           *[other] { $need } strengthening exercises reach their standard level. { $have ->
                [0] None has yet.
                [one] 1 has so far.
               *[other] { $have } have so far.
            }
        }
       *[sessions] { $need ->
            [one] it takes 1 full session a week, 2 weeks running.
           *[other] it takes { $need } full sessions a week, 2 weeks running.
        } { $have ->
            [0] One of these weeks had none.
            [one] One of these weeks had only 1.
           *[other] One of these weeks had only { $have }.
        }
    }
next-phase-waits-for-place =
    { $to ->
        [strengthening] Before strengthening,
       *[weight-loss] Before the weight loss phase,
    } what you feel should reach no further than your { $need_zone ->
        [spine] spine
        [buttock] buttock
        [thigh] thigh
        [shoulder] shoulder
        [upper-arm] upper arm
       *[other] back
    }. Last time it reached { $have_zone ->
        [buttock] your buttock.
        [thigh] your thigh.
        [below-knee] below your knee.
        [foot] your foot.
        [shoulder] your shoulder.
        [upper-arm] your upper arm.
        [below-elbow] below your elbow.
        [hand] your hand.
       *[other] further.
    }
next-phase-waits-for-dose =
    { $to ->
        [strengthening] Before strengthening,
       *[weight-loss] Before the weight loss phase,
    } you do { $exercise } once at its standard level. It gets there step by step, on comfortable days.
further-conditions =
    { $count ->
        [one] Then there is 1 more thing.
       *[other] Then there are { $count } more things.
    }
phase-goes-by-time = I keep no answers about your symptoms, so I go by the days and by what you've done.
last-phase = That's the last phase. From here it's about keeping going.
next-phase-is-open =
    { $to ->
        [strengthening] You've met everything for strengthening. I'll offer it with your next routine.
       *[weight-loss] You've met everything for the weight loss phase. I'll offer it with your next routine.
    }
ask-next-phase =
    { $to ->
        [strengthening] You've met everything for the strengthening phase. Shall we go on to it?
       *[weight-loss] You've met everything for the weight loss phase. Shall we go on to it?
    }
    .reprompt = Say yes to go on, or no to stay where you are. You can go on later too. Shall we?
phase-begins =
    { $phase ->
        [strengthening] Well done. Strengthening begins, gently: 3 days a week, with lighter days between.
       *[weight-loss] Well done. The weight loss phase begins, with what you know already.
    }
phase-stays =
    { $phase ->
        [recovery] That's fine, we stay in recovery. Say next phase whenever you like.
       *[strengthening] That's fine, we stay with strengthening. Say next phase whenever you like.
    }
set-back =
    { $reason ->
        [outward-moves] { $count ->
            [one] Your symptoms moved further out lately,
            [2] Your symptoms moved further out twice lately,
           *[other] Your symptoms moved further out { $count } times lately,
        }
       *[worse-next-days] { $count ->
            [one] You were worse the day after,
            [2] You were worse the day after twice lately,
           *[other] You were worse the day after { $count } times lately,
        }
    } so { $phase ->
        [recovery] we begin recovery again, at the easiest level.
       *[other] { $to ->
            [recovery] we go back to recovery, at the easiest level.
           *[strengthening] we go back to strengthening, at the easiest level.
        }
    } We stay there for at least { $days ->
        [one] 1 day.
       *[other] { $days } days.
    } That happens, and it's nobody's fault.
care-is-due =
    { $reason ->
        [flares] { $count ->
            [one] Your symptoms flared in the last { $weeks ->
                [one] week,
               *[other] { $weeks } weeks,
            }
           *[other] Your symptoms flared { $count } times in { $weeks ->
                [one] 1 week,
               *[other] { $weeks } weeks,
            }
        }
       *[worsening] Over the last days your symptoms have crept further out, or got stronger,
    } and that should be looked at.
# source: docs/clinical.md §2.7 SEEK_SOON; what is gentle goes on, so its words do not forbid it
seek-soon-meanwhile = Please contact your doctor or physical therapist in the next day or two. Until they've had a look, we stay with the gentle exercises.
# source: docs/clinical.md §2.6a
therapist-can-see =
    { $reason ->
        [unchanged] { $weeks ->
            [one] A week,
            [2] Two weeks,
           *[other] { $weeks } weeks,
        } and no lasting change yet.
       *[not-better] { $weeks ->
            [one] After a week
            [8] After eight weeks
           *[other] After { $weeks } weeks
        } it isn't clearly better yet.
    } A physical therapist can see what I can't. Meanwhile we carry on.
# source: docs/clinical.md §4.5, away for three weeks
lower-after-away =
    { $weeks ->
        [2] You've been away for two weeks, so everything begins one step lower.
        [3] You've been away for three weeks, so everything begins one step lower.
       *[other] You've been away for a while, so everything begins one step lower.
    }
