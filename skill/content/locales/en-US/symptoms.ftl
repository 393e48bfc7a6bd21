### Asking about the symptoms, and what comes of the answers. One message for each cue of skill/domain/cues/symptoms.py.
### A place is the id of a zone in rules/zones.yaml, `spine` to `foot` or `hand`.


## The questions

# source: docs/clinical.md §2.3, after every exercise; asked in a position in which one can answer
ask-how-it-was =
    { $lying ->
        [true] Roll onto your side first. Same as before, or different?
       *[false] Same as before, or different?
    }
    .reprompt =
        Say same if nothing changed and nothing is new. Or say { $region ->
            [neck] the place and the number, such as: my forearm, 4.
           *[low-back] the place and the number, such as: my calf, 4.
        } How is it now?
# source: docs/clinical.md §2.3; where nothing is known to compare a place with
ask-change =
    { $region ->
        [neck] Are your neck and arm better than before, the same, worse, or further down the arm?
       *[low-back] Are your back and leg better than before, the same, worse, or further down the leg?
    }
    .reprompt = Say better, the same, or worse. Further down counts as worse. Which is it?
# source: docs/clinical.md §2.3, the baseline
ask-baseline = Where is it furthest, and how strong, zero to ten?
    .reprompt =
        Say { $region ->
            [neck] neck, shoulder, upper arm, below the elbow, hand, or nowhere,
           *[low-back] back, buttock, thigh, below the knee, foot, or nowhere,
        } and a number. Where is it, and how strong?
ask-baseline-again =
    Last time, { $zone ->
        [nowhere] nowhere.
        [spine] { $region ->
            [neck] your neck, { $strength }.
           *[low-back] your back, { $strength }.
        }
        [buttock] your buttock, { $strength }.
        [thigh] your thigh, { $strength }.
        [below-knee] below the knee, { $strength }.
        [foot] your foot, { $strength }.
        [shoulder] your shoulder, { $strength }.
        [upper-arm] your upper arm, { $strength }.
        [below-elbow] below the elbow, { $strength }.
       *[hand] your hand, { $strength }.
    } Still the same, and nothing new?
    .reprompt = Say same. Or say the furthest place, and how strong from zero to ten. How is it now?
# source: docs/clinical.md §2.3
ask-furthest =
    Where is the furthest place you feel it now: { $region ->
        [neck] neck, shoulder, upper arm, below the elbow, hand, or nowhere?
       *[low-back] back, buttock, thigh, below the knee, foot, or nowhere?
    }
    .reprompt = Say one of those places, or nowhere. Where is it now?
# source: docs/clinical.md §2.2
ask-joint =
    { $region ->
        [neck] Is that above or below the elbow?
       *[low-back] Is that above or below the knee?
    }
    .reprompt =
        { $region ->
            [neck] Say above, below, or hand. How far down is it?
           *[low-back] Say above, below, or foot. How far down is it?
        }
# source: docs/clinical.md §2.3
ask-strength = From zero to ten, how strong is it there now?
    .reprompt = Zero is nothing, ten is the worst you can imagine. Which number is it?
# source: docs/clinical.md §2.3
ask-new = Any new numbness, tingling or weakness?
    .reprompt = Say no, or say what is new. Anything new?
ask-new-kind = Is it weakness, numbness or tingling?
    .reprompt = Say weakness, numbness or tingling. Which is it?
ask-sides = Is it on one side, or on both?
    .reprompt = Say one side, or both sides. Which is it?
# source: docs/clinical.md §2.3, the next day
ask-next-day =
    { $days_ago ->
        [1] Compared with before yesterday's exercises, are you better, the same, or worse?
       *[other] Compared with before your last exercises, are you better, the same, or worse?
    }
    .reprompt = Say better, the same, or worse. Which is it?
# source: docs/clinical.md §2.3, ten minutes after a stop
ask-recheck =
    Let's check again. Where is the furthest place now, and how strong, from zero to ten?
    .reprompt =
        Say { $region ->
            [neck] the place and the number, such as: my forearm, 4.
           *[low-back] the place and the number, such as: my calf, 4.
        } How is it now?
# source: docs/clinical.md §2.5, override 4
ask-settled = Sit or lie still for a minute. Then tell me: has the dizziness gone completely?
    .reprompt = Say yes, no, or not sure. Has it gone completely?
ask-alone = Did you have trouble seeing, speaking, swallowing or balancing, or a numb face?
    .reprompt = Say yes, no, or not sure. Was there any of that?
# source: docs/clinical.md §2.8 SWAP
ask-gentler =
    { $other ->
        [true] Would you like to try { $exercise } instead, just once?
       *[false] Would you like to try { $exercise } the gentler way, just once?
    }
    .reprompt = If it moves further from your spine again, we finish for today. Would you like to try it?


## Taking the answers

noted =
    { $zone ->
        [nowhere] Okay, nowhere.
        [spine] { $region ->
            [neck] Okay, your neck
           *[low-back] Okay, your back
        }
        [buttock] Okay, your buttock
        [thigh] Okay, your thigh
        [below-knee] Okay, below the knee
        [foot] Okay, your foot
        [shoulder] Okay, your shoulder
        [upper-arm] Okay, your upper arm
        [below-elbow] Okay, below the elbow
       *[hand] Okay, your hand
    }{ $zone ->
        [nowhere] { "" }
       *[other] { $strength ->
            [none] .
           *[other] , { $strength } out of 10.
        }
    }
zero-to-ten = I need a whole number from zero to ten.
other-region =
    { $region ->
        [neck] I'm asking about your neck and arm just now.
       *[low-back] I'm asking about your back and leg just now.
    }
does-not-fit =
    { $conflict ->
        [nowhere-but-felt] You said nowhere, but also how strong it is. Let me ask again.
        [somewhere-but-nothing] You said a place, but no pain there. Let me ask again.
       *[word-and-number] I heard two different things. Let me ask again.
    }
thanks-for-telling = Thank you for telling me. I ask about that before and after each exercise.
first-tell = First tell me how that was.


## What comes of it, and why

# source: docs/clinical.md §2.8, the words of each key; §2.6 the table
why =
    { $reason ->
        [red-flag] What you told me should be looked at first
        [new-on-both-sides] Something new on both sides must be looked at first
        [new-weakness] New weakness should be looked at first
        [new-numbness] New numbness should be looked at first
        [dizzy-lasting] Dizziness that lasts should be looked at first
        [dizzy] Dizziness in an exercise should be looked at first
        [very-strong] It's very strong now
        [moved-far-out] It moved a long way from your spine
        [first-time-this-far] It has come further down than ever before
        [strong-under-load] It's too strong for this kind of exercise
        [unanswered] Without your answer I can't tell if this suits you
        [unchanged-for-weeks] This has made no difference for a long time
        [unchanged-for-days] This has made no lasting difference so far
        [new-tingling] New tingling counts as moving further from your spine
        [other-side] It has come to your other side
        [moved-out-and-stronger] It moved further from your spine, and got stronger
        [moved-out] Your symptoms moved further from your spine
        [stronger-in-limb] It got stronger away from your spine
        [stronger-at-spine] That stirred things up a little
        [unchanged] No change is fine
        [eased] It's easing. That's a helpful response
        [moved-in-but-stronger] It has moved in, but it feels stronger
        [moved-in] Moving in toward your spine is usually a good sign
        [moved-in-and-eased] Moving in and easing is usually a good sign
        [stronger-again] It got stronger again
        [second-stop] That's the second stop in one sitting
        [said-easier] That was a little too much
        [said-stop] That didn't suit you
        [said-worse] Your symptoms got worse
        [said-better] That's a helpful response
        [moved-back] It's back where it was
        [not-back] It isn't back where it was
        [strong-today] It's quite strong today
        [too-strong-today] It's very strong today
        [still-too-strong] It's still very strong
        [worse-next-day] You were worse after last time
        [still-worse] You were worse after exercise, and you still are
        [stopped-yesterday] We stopped early last time
       *[other] That's fine
    }{ $ends ->
        [exercise] { $reason ->
            [moved-out] , so we stop this one, even if it hurts less.
           *[other] , so we stop this one.
        }
        [session] { $reason ->
            [moved-out] , so we finish for today, even if it hurts less.
            [moved-far-out] , so we finish for today, even if it hurts less.
           *[other] , so we finish for today.
        }
       *[nothing] .
    }
# Several wordings: each comes in turn, whatever stops or lightens an exercise has one only.
# source: docs/clinical.md §2.8, the words of CONTINUE
well-taken =
    { $reason ->
        [moved-in] { well-moved-in }
        [moved-in-and-eased] { well-moved-in }
        [eased] { well-eased }
        [said-better] { well-eased }
       *[unchanged] { $wording ->
            [0] No change is fine.
            [1] Good, it stays calm.
            [2] The same is a good answer.
            [3] Fine, nothing stirred up.
            [4] Steady. That will do.
           *[5] Good, it took that well.
        }
    }
well-moved-in =
    { $wording ->
        [0] Moving in toward your spine is usually a good sign.
        [1] Closer to your spine: that's the way we like it to go.
        [2] It's drawing in. That's usually a good sign.
       *[3] Nearer to the middle is usually a good sign.
    }
well-eased =
    { $wording ->
        [0] That's a helpful response.
        [1] Good, it's easing.
        [2] Easing is what we hope for.
       *[3] Good, less than before.
    }
on-the-way =
    { $left ->
        [1] { $wording ->
            [0] One more to go.
            [1] Just one left.
            [2] The last one comes now.
           *[3] One more, and that's it.
        }
        [2] { $wording ->
            [0] Two more to go.
            [1] Just two left.
            [2] The last two come now.
           *[3] Two more, and that's it.
        }
       *[other] { $wording ->
            [0] That's half of it.
            [1] Halfway through.
            [2] Half of it is behind you.
           *[3] The first half is done.
        }
    }
carry-on = Carry on at the same level.
# source: docs/clinical.md §2.8 REDUCE
do-half =
    { $reps ->
        [one] Let's do 1 more, with half the movement. Then we'll check again.
       *[other] Let's do only { $reps }, with half the movement. Then we'll check again.
    }
# source: docs/clinical.md §2.8 CONTINUE_GENTLY
half-movement = Let's do one more set with half the movement, and check again.
half-as-long = Let's do it once more for half as long, and check again.
leave-it-there = We'll leave { $exercise } there for today.
# source: docs/clinical.md §2.8 STOP_EXERCISE
rest-a-while = Rest in your easiest position for a few minutes.
# source: docs/clinical.md §2.7 STOP_EXERCISE
skipping-related =
    { $exercises ->
        [one] I'm leaving out 1 more exercise, because it moves you the same way.
       *[other] I'm leaving out { $exercises } more exercises, because they move you the same way.
    }
# source: docs/clinical.md §2.3, ten minutes later
check-again-in =
    { $minutes ->
        [one] In 1 minute you can say: check again.
       *[other] In { $minutes } minutes you can say: check again.
    }
too-soon-to-check =
    { $minutes ->
        [one] Give it 1 more minute. Then say: check again.
       *[other] Give it { $minutes } more minutes. Then say: check again.
    }
nothing-to-check = There is nothing to check again just now.
# source: docs/clinical.md §2.8 STOP_SESSION
finish-for-today = Keep moving gently if you can, and avoid what brought this on. Tomorrow we'll look again.
# source: docs/clinical.md §2.7 STOP_SESSION
stopped-today = We finished for today because of how you felt. Tomorrow we'll look again, gently.
# source: docs/clinical.md §2.4
only-recovery = Today we keep to gentle recovery exercises and short walks.
# source: docs/clinical.md §2.4
no-exercise-now = Leave the exercises for now. Rest in your easiest position, and take short walks if you can.
# source: docs/clinical.md §2.5, override 10
tell-me-later = I need to know that before I choose exercises. Come back when you can tell me.
# source: docs/clinical.md §2.7 STOP_SESSION
at-the-easiest = So today we begin again at the easiest level.
# source: docs/clinical.md §2.8 NEXT_DAY_WORSE
leave-all-out = Please leave all the exercises out, and contact your doctor or physical therapist.
too-strong-for = { $exercise } has to wait. Today we keep to gentle recovery exercises and short walks.
no-gentler = Okay, we leave it.
