### Everything the coach says. One message for each cue of skill/domain/cues, named after it; .reprompt is said
### when nobody answered. Whoever hears it may lie on the floor, in pain, without seeing anything: one idea a sentence,
### at most about 20 words, no blame, no alarm, no diagnosis. No markup: pauses belong to the count.
### What each variable holds: skill/speech/values.py. Clinical words name their source.


## The exercise's own words are in its folder. This one is the same for all.

setup = You won't need the floor. Have a sturdy chair or a wall beside you.


## The count. Each word has a fixed slot, and must be shorter (tests/speech/test_timing.py).

get-ready =
    { $side ->
        [right] Get into position, right side first.
        [left] Get into position, left side first.
       *[none] Get into position.
    } { $sets ->
        [1] { $reps ->
            [1] I'll keep the time.
           *[other] { $reps } in a row.
        }
       *[other] { $sets } sets of { $reps }.
    }
pick-up =
    { $side ->
        [right] Right side, set { $set_number }, rep { $rep_number }.
        [left] Left side, set { $set_number }, rep { $rep_number }.
       *[none] Picking up at set { $set_number }, rep { $rep_number }.
    }
pick-up-hold =
    { $minutes_left ->
        [0] { $seconds_left ->
            [one] Picking up, 1 second left.
           *[other] Picking up, { $seconds_left } seconds left.
        }
       *[other] Picking up, { $minutes_left } minutes left.
    }
rep-done = { $rep_number }
rep-again = And again.
countdown = { $seconds_left }
halfway = Halfway.
time-left =
    { $seconds ->
        [one] 1 second to go.
        [60] 1 minute to go.
        [120] 2 minutes to go.
        [150] 2 and a half minutes to go.
        [180] 3 minutes to go.
        [210] 3 and a half minutes to go.
        [240] 4 minutes to go.
        [270] 4 and a half minutes to go.
       *[other] { $seconds } seconds to go.
    }
calm =
    { $variant ->
        [1] Breathe easily.
        [2] Let your shoulders soften.
        [3] Nothing to force.
       *[other] A slow breath out.
    }
rest-starts =
    { $seconds ->
        [one] Rest for 1 second.
        [60] Rest for 1 minute.
        [120] Rest for 2 minutes.
        [180] Rest for 3 minutes.
       *[other] Rest for { $seconds } seconds.
    } Next is set { $set_number } of { $sets }{ $reps ->
        [1] { "" }
       *[other] , { $reps } again
    }{ $side ->
        [right] , right side first.
        [left] , left side first.
       *[none] .
    }
rest-ends =
    { $seconds ->
        [one] 1 second to go.
       *[other] { $seconds } seconds to go.
    } { $side ->
        [right] Back into position, right side first.
        [left] Back into position, left side first.
       *[none] Back into position.
    }
switch-sides =
    { $side ->
        [right] Switch sides. Now your right side.
       *[left] Switch sides. Now your left side.
    }
count-done = That was the last one. Relax.


## First launch, set-up, welcome

welcome =
    Welcome to Spine Coach. I guide gentle exercises for a herniated disc, and count for you.
# source: docs/clinical.md §8, must be in the product
disclaimer =
    This is general information, not medical advice, and doesn't replace your doctor or physical therapist.
    I can't diagnose. Stop if symptoms spread down an arm or leg. In an emergency, call { $emergency_number }.
english-only = Sorry, I only speak English so far.
in-a-car =
    I coach exercises on a mat or a chair, and that doesn't go with a car ride. Open me again when you're home.
welcome-back =
    { $visits ->
        [1] Welcome back to Spine Coach
        [2] Welcome back
        [3] Welcome back
        [4] Welcome back
       *[other] Hello
    }{ $name ->
        [none] .
       *[other] , { $name }.
    }
ask-region = Is it your neck, your low back, or both?
    .reprompt = You can say neck, low back, or both. Which is it?
region-hint = If it runs down a leg, say low back. If it runs down an arm, say neck. If you have both, say both.
region-is =
    { $region ->
        [neck] Okay, your neck.
        [low-back] Okay, your low back.
       *[both] Okay, your neck and your low back.
    }
ask-floor = Can you get down to the floor and back up on your own, safely?
    .reprompt = Say yes or no. If you're not sure, say no. Can you use the floor?
floor-is =
    { $floor ->
        [true] Good, we can use the floor.
       *[false] That's fine. We'll stay off the floor.
    }
ask-minutes = How many minutes do you have?
    .reprompt = Say a number, such as 10 minutes. How long do you have?


## The routine

todays-routine =
    { $phase ->
        [recovery] Today's recovery routine
        [strengthening] Today's strengthening routine
       *[weight-loss] Today's weight loss routine
    } is { $exercises ->
        [1] { $first }
       *[other] { $exercises } exercises
    }, about { $minutes ->
        [0] 1 minute
        [one] 1 minute
       *[other] { $minutes } minutes
    }{ $exercises ->
        [1] .
       *[other] , starting with { $first }.
    }
plan-in-short =
    { $exercises ->
        [one] Today: 1 exercise
       *[other] Today: { $exercises } exercises
    }, { $minutes ->
        [0] about 1 minute.
        [one] about 1 minute.
       *[other] about { $minutes } minutes.
    }
routine-lists = The plan is { $exercises }.
rest-day = Your muscles rest between strengthening days, so today's routine is a light one.
another-block =
    { $blocks_done ->
        [1] You've exercised once today. Here is another short round.
        [2] You've exercised twice today. Here is another short round.
       *[other] You've exercised { $blocks_done } times today. Here is another short round.
    }
# source: docs/clinical.md §4.4, hours between the regions
block-too-soon =
    Neck and low back exercises need some hours between them. Please come back in about { $hours ->
        [0] { $minutes ->
            [one] 1 minute
           *[other] { $minutes } minutes
        }
       *[other] { $hours } hours
    }.
nothing-fits =
    { $minutes ->
        [one] Nothing in today's plan fits into 1 minute.
       *[other] Nothing in today's plan fits into { $minutes } minutes.
    } You can tell me a longer time.
ask-start = Shall we start?
    .reprompt = You can say start, or tell me how many minutes you have. Shall we start?
exercise-intro =
    { $exercises ->
        [1] We'll do { $exercise }
       *[other] Exercise { $exercise_number } of { $exercises } is { $exercise }
    }{ $form ->
        [easier] , the gentler way.
        [without-floor] , without the floor.
       *[usual] .
    }
dose-is =
    { $sets ->
        [1] { $reps ->
            [1] { $per_side ->
                [true] Once on each side.
               *[false] Just once.
            }
           *[other] { $per_side ->
                [true] { $reps } on each side.
               *[false] { $reps } in a row.
            }
        }
       *[other] { $per_side ->
            [true] { $sets } sets of { $reps } on each side.
           *[false] { $sets } sets of { $reps }.
        }
    } { $hold_seconds ->
        [0] { "" }
        [1] Hold for 1 second.
        [60] Hold for 1 minute.
        [120] Hold for 2 minutes.
        [180] Hold for 3 minutes.
        [240] Hold for 4 minutes.
        [300] Hold for 5 minutes.
       *[other] Hold for { $hold_seconds } seconds.
    }
extra-walks-count = Extra walks count too.
activity-is =
    { $minutes ->
        [one] It's { $exercise } for 1 minute, at your own pace.
       *[other] It's { $exercise } for { $minutes } minutes, at your own pace.
    }
movement-intro =
    { $movements ->
        [1] We'll do { $movement }.
       *[other] Movement { $movement_number } of { $movements } is { $movement }.
    }
ask-ready =
    { $steps ->
        [all] Say next for the steps. Or are you ready?
        [rest] Say next. Or are you ready?
       *[none] Are you in position, and ready?
    }
    .reprompt = Say ready when you are, next for a step, or all at once. Are you ready?
ask-ready-to-go =
    { $steps ->
        [all] Say next for the steps. Or are you ready to set off?
        [rest] Say next. Or are you ready to set off?
       *[none] Are you ready to set off?
    }
    .reprompt = Say ready to set off, or skip to leave it out. Are you ready?
ready-again =
    { $movement_id ->
        [none] You know { $exercise }.
       *[other] You know { $movement }.
    } To hear the steps again, ask me how to do it.
if-new = If that's new to you, ask me how to do it.
off-you-go =
    { $minutes ->
        [one] Off you go, for 1 minute.
       *[other] Off you go, for { $minutes } minutes.
    } When you're back, say: Alexa, open Spine Coach.
ask-activity-done =
    { $minutes ->
        [0] Did you finish { $exercise }?
        [one] Did you finish your 1 minute of { $exercise }?
       *[other] Did you finish your { $minutes } minutes of { $exercise }?
    }
    .reprompt = Say yes if it's done, or no to go on with it. Did you finish?
# source: docs/clinical.md §4.5, the walk nobody reported
ask-left-open =
    { $days_ago ->
        [1] Yesterday
       *[other] Last time
    } { $minutes ->
        [0] we left off at { $exercise }. Did you finish it?
        [one] I sent you off for 1 minute of { $exercise }. Did you do it?
       *[other] I sent you off for { $minutes } minutes of { $exercise }. Did you do them?
    }
    .reprompt = Say yes if it's done, or no. Either way, today's routine comes next. Did you?
logged-for-then = Good, that's in your log.
thats-fine = That's fine.
ask-finished = Did you finish { $exercise }?
    .reprompt = Say yes if it's done, or no to do the last set again. Did you finish?
ask-go-on = Next is { $exercise }. Shall we go on?
    .reprompt = Say yes to go on, skip to leave it out, or stop. Shall we go on?
routine-done =
    { $wording ->
        [0] That's your routine done
        [1] That's all for now
        [2] You've done it
       *[3] There, that was the last one
    }: { $exercises ->
        [one] 1 exercise
       *[other] { $exercises } exercises
    }, { $minutes ->
        [0] about 1 minute.
        [one] about 1 minute.
       *[other] about { $minutes } minutes.
    }
days-done =
    { $days ->
        [one] { $wording ->
            [0] That's 1 day this week. See you next time.
            [1] 1 day in the last seven. Until next time.
            [2] You've exercised on 1 day this week. Take care.
           *[3] 1 day out of the last seven. Bye for now.
        }
       *[other] { $wording ->
            [0] That's { $days } days this week. See you next time.
            [1] { $days } days in the last seven. Until next time.
            [2] You've exercised on { $days } days this week. Take care.
           *[3] { $days } days out of the last seven. Bye for now.
        }
    }
routine-over =
    That's the end of the routine. { $exercises ->
        [0] We left everything out this time, and that's fine.
        [one] You did 1 exercise, and we left out { $skipped }.
       *[other] You did { $exercises } exercises, and we left out { $skipped }.
    }
skipped =
    { $movement_id ->
        [none] Okay, no { $exercise } today.
       *[other] Okay, no { $movement } today.
    }
not-in-routine = { $exercise } isn't in what is left of today's routine.
already-first = This is the first exercise.


## Interruptions

paused = Paused.
paused-at =
    { $side ->
        [right] Paused on the right side, at set { $set_number }, rep { $rep_number }.
        [left] Paused on the left side, at set { $set_number }, rep { $rep_number }.
       *[none] Paused at set { $set_number }, rep { $rep_number }.
    }
ask-resume = Ready to go on?
    .reprompt = Say resume to go on, or stop and I'll keep your place. Ready to go on?
shall-i-go-on = Shall I go on?
    .reprompt = Say yes to go on, or pause for a rest. Shall I go on?
offer-resume =
    { $days_ago ->
        [0] Earlier today
        [1] Yesterday
       *[other] { $days_ago } days ago
    } you stopped at { $exercise }{ $exercises ->
        [1] .
       *[other] , exercise { $exercise_number } of { $exercises }.
    }
ask-resume-or-new = Shall we go on there, or start afresh?
    .reprompt = Say go on, or start over. Which would you like?
starting-over = Okay, { $exercise } again, from the beginning.
place-taken = Okay, on from rep { $rep_number }.
no-such-rep =
    { $reps ->
        [one] There is only 1 rep in this set.
       *[other] There are only { $reps } reps in this set.
    }
first-side-is =
    { $side ->
        [right] Okay, your right side first.
       *[left] Okay, your left side first.
    }
no-such-set =
    { $sets ->
        [one] There is only 1 set.
       *[other] There are only { $sets } sets.
    }
kept-your-place = I've kept your place. Take care.
goodbye = Goodbye, and take care.
take-your-time = Take all the time you need.


## Audio guides. A stop rule comes between the first sentence and `while-playing`.

playing-guide = Here is the audio guide for { $exercise }.
playing-guides =
    { $guides ->
        [1] Here is today's audio guide.
       *[other] Here are today's { $guides } audio guides.
    }
# While it plays, Alexa passes on only a player's words: everything else needs the skill's name.
while-playing =
    To stop it, say: Alexa, pause.
    If something feels wrong, stop, and say: Alexa, open Spine Coach. Then tell me.
last-guide = That was the last audio guide.
no-guides-here = I can't play audio guides here.
guide-failed = The audio guide couldn't be played.
guide-other-form = The audio guide for { $exercise } shows it another way than you do it.
guides-differ = The audio guides aren't what we planned for you today.
ask-go-on-listening = You stopped in the middle of an audio guide. Shall we go on with it?
    .reprompt = Say yes to go on with the audio guide, or no. Shall we go on?
ask-read-exercise = Shall I take you through { $exercise } myself?
    .reprompt = Say yes, and I tell you how it goes and count, or say no. Shall I?
ask-read-routine = Shall I take you through the routine myself?
    .reprompt = Say yes, and I tell you how it goes and count, or say no. Shall I?


## Answers

reps-left =
    { $reps_left ->
        [one] 1 rep left in this set.
       *[other] { $reps_left } reps left in this set.
    } { $sets_left ->
        [0] { $exercises_left ->
            [0] Then you're done.
            [one] Then 1 more exercise.
           *[other] Then { $exercises_left } more exercises.
        }
        [one] { $exercises_left ->
            [0] Then 1 more set.
            [one] Then 1 more set, and 1 more exercise.
           *[other] Then 1 more set, and { $exercises_left } more exercises.
        }
       *[other] { $exercises_left ->
            [0] Then { $sets_left } more sets.
            [one] Then { $sets_left } more sets, and 1 more exercise.
           *[other] Then { $sets_left } more sets, and { $exercises_left } more exercises.
        }
    }
exercises-left =
    { $exercises_left ->
        [0] No exercise is left.
        [one] 1 exercise is left{ $minutes_left ->
            [0] .
            [one] , about 1 minute.
           *[other] , about { $minutes_left } minutes.
        }
       *[other] { $exercises_left } exercises are left{ $minutes_left ->
            [0] .
            [one] , about 1 minute.
           *[other] , about { $minutes_left } minutes.
        }
    }
you-are-at =
    You're on { $exercise }{ $side ->
        [right] , right side
        [left] , left side
       *[none] { "" }
    }{ $sets ->
        [1] { "" }
       *[other] , set { $set_number } of { $sets }
    }, rep { $rep_number } of { $reps }.
you-are-on =
    { $exercises ->
        [1] You're on { $exercise }.
       *[other] You're on { $exercise }, exercise { $exercise_number } of { $exercises }.
    }
next-is = Next is { $exercise }.
this-is-last = Nothing comes after this one.
routine-takes =
    { $minutes ->
        [0] It takes less than a minute.
        [one] It takes about 1 minute.
       *[other] It takes about { $minutes } minutes.
    }
how-to = Here is how to do { $exercise }.
exercises-known = For now, you can do { $exercises }.
ask-which-exercise = Which exercise would you like?
    .reprompt = Say the name of an exercise, or say list the exercises. Which one?
unknown-exercise = I don't know that exercise. You can say: list the exercises.
not-in-this-phase =
    { $phase ->
        [recovery] { $exercise } belongs to the recovery phase.
        [strengthening] { $exercise } comes later, in the strengthening phase.
       *[weight-loss] { $exercise } comes later, in the weight loss phase.
    }
left-out-today = We're leaving { $exercise } out today, because it or a similar one made things worse.
ask-up-an-hour = { $exercise } is kinder to your back later in the morning. Have you been up for an hour?
    .reprompt = Say yes or no. Has it been an hour since you got up?
step-by-step = Let's take it step by step.
comes-from = That comes from { $source }.
comes-from-background = That's general knowledge of the profession, which a physical therapist has still to sign off.
no-source-needed = That was no fact from a source.
source-on-card =
    From { $source }, { $year ->
        [none] without a year.
       *[other] { $year }.
    } See { $address }.
sources-title = Where it comes from.
later-today = Then { $exercise } waits until you've been up for an hour.
needs-floor = { $exercise } needs the floor, so we'll do { $instead } instead.
made-easier =
    { $level ->
        [beginner] Okay, { $exercise } at the beginner level.
        [standard] Okay, { $exercise } at the standard level, one step easier.
       *[progressed] Okay, { $exercise }, one step easier.
    }
gentler-form = Okay, { $exercise } the gentler way.
already-gentlest = This is the gentlest way already. You can rest, or say skip.
back-to-usual = Okay, { $exercise } the usual way again.
slower = Okay, a little slower.
faster = Okay, a little faster.
slowest-already = The count is as slow as it goes.
fastest-already = The count is as fast as is safe.
rest-is =
    { $seconds ->
        [one] Okay, rests of 1 second.
        [60] Okay, rests of 1 minute.
        [120] Okay, rests of 2 minutes.
        [180] Okay, rests of 3 minutes.
       *[other] Okay, rests of { $seconds } seconds.
    }
rest-already =
    { $longest ->
        [true] The rests are as long as they can be here.
       *[false] The rests are as short as they can be here.
    }
quick-mode = Okay, from now on I'll skip the instructions.
full-mode = Okay, from now on I'll explain every exercise in full.
counting-quietly = Okay, I'll count with fewer words.
counting-aloud = Okay, I'll say every word of the count.
nothing-to-change = We're not on an exercise that I could change.
all-done-today = You've done everything for today. Rest now, and come back tomorrow.
help-about = I tell you how each exercise goes, count for you, and ask how you feel after it.
you-can-say =
    { $state ->
        [setting-region] Say neck, low back, or both.
        [setting-floor] Say yes or no. If you're not sure, say no.
        [screening] Say yes, no, or not sure. Say stop, and we go on with the questions next time.
        [asking-consent] Say yes or no. Either way, the exercises are the same.
        [offering-routine] Say start. Say how many minutes you have, to make it fit. Or name an exercise.
        [offering-phase] Say yes to go on to the next phase. Say no to stay where you are. Or ask what phase you're in.
        [offering-resume] Say go on, and we pick up where you stopped. Say start over for a new routine.
        [getting-ready] Say ready when you're in position. Say next or how for the steps, or skip to leave it out. Say easier if it's too much.
        [counting] Say pause to stop the count. Ask how many are left. If it hurts, tell me.
        [confirming-count] Say yes if you finished it. Say no to do the last set again.
        [paused] Say resume to go on. If I have the wrong rep, say, I'm at 6. Say skip to leave it out.
        [offering-guide] Say yes or no. Or name an exercise.
        [offering-more] Say yes for more, or no to go back. Or ask something else.
        [checking] Say same if nothing changed. Say different if anything did. Or say the furthest place and a number from zero to ten. Say not sure if you can't tell.
        [reporting] Say the furthest place, and how strong from zero to ten. Say not sure if you can't tell.
        [clarifying] Say yes, no, one side, or both. Say not sure if you can't tell. In an emergency, call for help now.
        [checking-safety] Say stop if something feels wrong. Say emergency if you need help now. Otherwise say go on.
        [offering-gentler] Say yes to try it once. Say no to leave it.
        [asking-left-open] Say yes if you finished it. Say no to go on with today.
        [asking-up] Say yes if you've been up for an hour. Say no, and it waits for later.
        [on-activity] Say yes if you finished. Say skip to leave it out.
        [telling-activity] Say what it was and how long, such as walking for 20 minutes. Say no to leave it.
        [confirming-activity] Say yes if you did it once more. Say no if I have it already.
        [rating-week] Say better, the same, or worse. Say skip to leave it.
        [naming-goal] Say, my goal is to, and then what it is. Say no to leave it.
        [rating-goal] Say a number from 0, not at all, to 10, as before. Say skip to leave it.
        [offering-progress] Say yes to hear about the last weeks. Say no to go back.
        [finished] Say start for today's routine. Or name an exercise. Say stop to finish.
        [confirming-setup] Say yes to go through the set-up again. Say no to leave everything as it is.
        [confirming-delete] Say yes to delete everything. Say no to keep it.
        [confirming-person] Say yes if another person exercises now, or no if it's still you.
        [asking-who] Say yes or no. Or say your first name, such as, my name is Ann.
        [asking-name] Say my name is, and your first name. Say no to go without one.
        [confirming-delete-everyone] Say yes to delete everything about everyone. Say no to keep it.
        [retracting] Say yes, no, or not sure. In an emergency, call for help now.
        [held] Say yes if they said exercise is fine. Say no if it hasn't been checked yet.
       *[other] Say start for today's routine. Say stop to finish.
    }
speaking-slowly = Okay, I'll speak more slowly.
speaking-as-usual = Okay, I'll speak as before.
counting-in-speech = Okay, from now on I speak the count.
counting-on-the-beat = Okay, I'll count on the beat again.
how-louder = Say: Alexa, volume eight.
you-are-welcome = You're welcome.
not-here = I can't do that here, only your exercises.
only-a-voice = I'm only a voice that counts and listens, but I'm here for your exercises.
it-is-hard = I'm sorry. This is hard, and it takes patience. Say easier for less, or stop to leave it for today.
takes-weeks =
    I hear you. Relief can take eight weeks or more, and some days nothing seems to change.
    If nothing has changed for two weeks, a physical therapist can see what I can't.
said-wrong = Okay, let's take that again.
tell-it-anew = Okay. Tell me how it really is: the place, and a number.
did-not-catch = Sorry, I didn't catch that.
did-not-catch-paused = Sorry, I didn't catch that, so I've paused.
not-now = I can't do that just now.
not-supported-here = That works for music, but exercises keep their order.
ask-what-next = What would you like to do?
    .reprompt = You can say start, name an exercise, or say stop. What would you like?
ask-number-again = Which number was it?
    .reprompt = Say the number of your last rep, such as 6. Which one was it?
ask-delete = Shall I delete everything I know about you, for good?
    .reprompt = Say yes to delete everything, or no to keep it. Shall I delete it?
deleted = Everything is deleted. Take care.
not-deleted = Okay, nothing is deleted.


## Danger. The words for an emergency come first, and are said whole.

# source: docs/clinical.md §2.1 and §2.8 STOP_OUT; §3.1
stop-rule-for-all =
    Stop any exercise if symptoms get stronger in an arm or leg, or spread further down it.
    Also stop for new numbness or weakness, dizziness, or chest pain.
# source: docs/clinical.md §2.8 STOP_EXERCISE
pain-stop = Stop there. Ease into your most comfortable position, and let it settle.
# source: docs/clinical.md §8, must be in the product; said when a warning sign was reported in words nobody knows
if-emergency = If this may be an emergency, call { $emergency_number } now. I can't call for you.
# source: docs/clinical.md §3.4a, own wording
ask-if-wrong =
    { $again ->
        [true] If anything is wrong, say stop. If you're fine, say go on. Which one?
       *[false] If something feels wrong, say stop. Otherwise say go on. Which one?
    }
    .reprompt = Say stop, and we end here. Say go on, and I count on. In an emergency, call for help. Which one?
# source: docs/clinical.md §3.4a
if-misheard = If I misheard you, say: you misheard.
asking-to-be-sure = Then let me ask some questions, to be sure.
misheard-after-all = Thank you. Then I misheard you, and we can go on.
say-emergency = If something is wrong, say emergency.
ask-emergency-or-how = Is it an emergency, or how the exercise goes?
    .reprompt = Say emergency, or say how does it go. Which one?
ask-breath-at-rest = Is it hard to breathe even at rest?
    .reprompt = Say yes if it's hard to breathe while you rest. Say no if it's only from moving. Is it hard at rest?
catch-your-breath = Get your breath back first. If it's hard to breathe even at rest, tell me.
# source: docs/clinical.md §3.4b, to be checked before each locale
self-harm =
    I'm sorry you feel like this, and I'm glad you said it. Please talk to someone now.
    { $country ->
        [US] Call or text 9 8 8.
        [CA] Call or text 9 8 8.
        [GB] Call 1 1 6 1 2 3.
        [IE] Call 1 1 6 1 2 3.
        [AU] Call 13 11 14.
        [IN] Call 1 4 4 1 6.
       *[other] Call { $emergency_number }.
    }
    If you may act on it, call { $emergency_number }.
# source: docs/clinical.md §2.8 EMERGENCY_BACK
emergency-back =
    Stop now. What you describe needs emergency care, because nerves can be harmed if it waits.
    Call { $emergency_number } or have someone take you to the emergency department. Don't drive yourself.
    I can't call for you. I'm ending the exercises.
# source: docs/clinical.md §2.8 EMERGENCY_NECK
emergency-neck =
    Stop now and keep your head still. What you describe needs emergency care. Call { $emergency_number } now.
    I can't call for you. I'm ending the exercises.
# source: docs/clinical.md §2.8 EMERGENCY_CHEST
emergency-chest =
    Stop now. Chest pain, trouble breathing or fainting needs emergency care. Call { $emergency_number } now.
    I can't call for you. I'm ending the exercises.
# source: docs/clinical.md §2.8 EMERGENCY_TRAUMA
emergency-trauma =
    Stop now and keep still. After a serious injury your spine needs an emergency check. Call { $emergency_number } now.
    I can't call for you. I'm ending the exercises.
# source: docs/clinical.md §2.8 EMERGENCY_GENERAL
emergency-general =
    Stop now. What you describe needs emergency care.
    Call { $emergency_number }, or have someone take you to the emergency department.
    I can't call for you. I'm ending the exercises.
# source: docs/clinical.md §2.8 SEEK_TODAY
seek-today =
    Please stop exercising and get medical advice today. Call your doctor's office or an urgent care line.
    If it spreads or gets worse quickly, get emergency care.
# source: docs/clinical.md §2.8 SEEK_SOON
seek-soon =
    Please contact your doctor or physical therapist in the next day or two, before you do more of these exercises.
# source: docs/clinical.md §3.4, held until a clinician has checked it
care-needed = Before we exercise again, what you told me needs to be checked.
# source: docs/clinical.md §3.2, the question after tiers 2 to 4
ask-cleared = Has a doctor or physical therapist checked it, and said exercise is fine?
    .reprompt = Say yes only if they said exercise is fine. If you're not sure, say no. Did they?
# source: docs/clinical.md §2.6a, a clinician's word
clinician-looked = Good to know, thank you.
cleared = Thank you. We'll start again gently, at the easiest level.
# source: docs/clinical.md §2.8 SEEK_TODAY, its last sentence
not-cleared-yet =
    Then we'll wait. Please have it checked, and come back afterwards.
    If it spreads or gets worse quickly, get emergency care.
# source: docs/clinical.md §2.8 NOT_DIAGNOSE
not-diagnose = I can't diagnose or tell you what a symptom means. A doctor can. I can pause the exercises.


## The safety questions. Their own words are in screening.ftl.

# source: docs/clinical.md §3.2, explained before the first question, and private reading of G1
screen-intro =
    { $kind ->
        [first-use] First some safety questions, in short lists. The private ones are in the Alexa app too.
       *[daily] First, the safety question of the day.
    }
# source: docs/clinical.md §3.2a, progress is told
screen-lists-left =
    { $lists ->
        [1] Last one.
        [2] Two more.
       *[other] { $lists } more.
    }
# source: docs/clinical.md §3.2a, the question after a list
ask-which-ones = Which ones?
    .reprompt = Say which ones they are. If you're not sure, say not sure. Which ones?
ask-others = Any other of these?
    .reprompt = Say no if that was all, or say which. Any other?
# source: docs/clinical.md §3.2a, not understood is not no answer
screen-again =
    { $misses ->
        [1] Sorry, I didn't catch that. Say none, yes, no, or not sure. Or name the one that's true.
       *[other] I still didn't catch that. If any of this is true, say yes. If nothing is, say none.
    }
screen-given-up =
    I couldn't understand, so I won't coach now. If any of these is true, get emergency care, or call { $emergency_number }.
screen-goes-on = First, let's finish the safety questions.
# source: docs/clinical.md §3.2 and §3.2a, the question after tiers 2 to 4
ask-screening =
    { $asking ->
        [approved] Has a clinician said exercise is fine with it?
       *[other] Has a clinician checked this since it began, and said exercise is fine?
    }
    .reprompt = Say yes only if they said exercise is fine. If you're not sure, say not sure. Did they?
screen-why =
    I ask because some symptoms need a doctor before any exercise. I keep only what follows from your answers.
screen-any-part = Say yes if any part of this is true. Say no if none of it is.
screen-told-before = First, about what you told me before.
screen-noted = Thank you for telling me.
# source: docs/clinical.md §2.8 UNSURE
screen-unsure = If you're not sure, let's be careful.
# source: docs/clinical.md §2.8 CLEARANCE
clearance =
    Before I coach these, please ask your doctor or physical therapist whether they suit you.
    I can still share general information.
# source: docs/clinical.md §3.2, S16: adults only
adults-only =
    These exercises are for adults only, so I can't coach you. Please ask a doctor or physical therapist.
    If I misheard you, say delete my data, and we begin again.
# source: docs/clinical.md §3.2, S6b and S17; §2.7 SEEK_SOON
limited-to =
    { $limit ->
        [walking-and-rest-only] Until a doctor says that a disc is the likely cause, we keep to walking and rest positions.
        [no-neck] Until they say it's fine, we leave out the neck exercises.
       *[no-load] Until they say it's fine, nothing gets harder.
    }
limited-exercise =
    I can't coach { $exercise } yet. Your doctor or physical therapist must say first that it suits you.
    Once they have, say: my doctor cleared me.
nothing-allowed =
    Everything in today's plan waits for your doctor or physical therapist. Once they agree, say: my doctor cleared me.
# source: docs/clinical.md §2.7 SEEK_SOON
harder-once-cleared = It can get harder once your doctor or physical therapist says that's fine.


## Trouble

cannot-save = I can't save anything right now, but we can go on.
cannot-keep = I can't save anything right now, so I won't remember this. Please try again in a few minutes.
# source: docs/clinical.md §2.7 SEEK_TODAY and EMERGENCY: coaching is blocked until cleared
cannot-remember =
    I can't reach my notes right now, so we can't exercise yet. Please open me again in a few minutes.
    If I told you to see a doctor or get emergency care, please do that first.
ask-hear-again = Shall I say that again?
    .reprompt = Say yes to hear it again, or no to finish. Shall I say it again?
safe-stop = Something went wrong on my side. Please stop, and rest. You can open Spine Coach again in a minute.
