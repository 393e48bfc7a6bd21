### What Amazon's store says of the skill, and the pages a store asks for: what is kept, and on which terms.
### `$mode` is SPINE_COACH_SYMPTOMS: durable, session or policy-safe. Everything here is read, nothing is spoken.

## The store

store-name = Spine Coach
store-summary = Gentle neck and low back exercises, read step by step and counted aloud at your pace.
store-about =
    Spine Coach is a hands-free coach for adults recovering from a disc problem in the neck or low back whose clinician
    has said that exercise is fine.
store-how =
    Lie down, and talk. Spine Coach reads today's exercises step by step, counts repetitions and holds aloud at a steady
    pace, and tells you what comes next. { $mode ->
        [policy-safe] After each exercise you say whether to go on, make it easier or stop.
       *[other] It asks how each exercise felt, and it changes the routine with your answers and says why.
    } Stop at any time: it keeps your place.
store-say =
    You can say: "start today's routine", "ready", "how many left", "easier", "skip this one", "how do I do the bridge",
    "pause", "continue", "switch to neck".
store-keeps =
    { $mode ->
        [durable]
            Spine Coach keeps your settings and what you have done, so that it can go on where you stopped. It asks
            where your symptoms are and how strong, and keeps those answers only if you say yes to that. Without a yes
            they are gone when you close the skill. Say "stop keeping my answers" at any time.
        [session]
            Spine Coach keeps your settings and what you have done, so that it can go on where you stopped. It asks
            where your symptoms are and how strong, and it keeps none of those answers: they are gone when you close the
            skill.
       *[policy-safe]
            Spine Coach keeps your settings and what you have done, so that it can go on where you stopped. It reads
            out when not to exercise, and asks only whether to go on. It keeps nothing of what you say about your health.
    } Say "delete my data" to erase it all.
store-disclaimer =
    This skill gives general exercise information. It is not a substitute for professional medical advice, diagnosis or
    treatment. Always ask your doctor or physical therapist before you start, and stop if something makes you worse. It
    cannot judge an emergency and cannot call for help: if you think you have an emergency, call your local emergency
    number yourself.
store-phrase-open = Alexa, open spine coach
store-phrase-start = Start today's routine
store-phrase-how = How do I do the bridge
# Separated by commas; at most thirty.
store-keywords =
    back exercises, neck exercises, low back, physical therapy exercises, stretching, posture, core, spine, hands free

## What is kept

privacy-title = What Spine Coach keeps about you
privacy-who =
    { $publisher ->
        [none] This copy of Spine Coach is run by whoever gave you its address. Ask them about anything on this page.
       *[other] This copy of Spine Coach is run by { $publisher }.
    } { $contact ->
        [none] { "" }
       *[other] Write to { $contact } about anything on this page.
    }
privacy-always-title = Always kept
privacy-always =
    Which part of your spine you exercise, your settings, the name you asked to be called by, how far you are in the
    program, and what you have done on which day. Also that the safety questions were gone through, that coaching waits
    until a clinician has agreed, and that today is over. Safety and the plan need them. There is no account, no address
    and no recording of your voice: Amazon tells us an identifier, and only a scrambled form of it is kept.
privacy-symptoms-title = What you say about how you feel
privacy-symptoms =
    { $mode ->
        [durable]
            Your answers about where your symptoms are and how strong they are kept only after you said yes, in words,
            to keeping them. Without it they are gone when you close the skill. Say "stop keeping my answers" and what
            was kept is erased.
        [session]
            Spine Coach asks where your symptoms are and how strong, to choose the next exercise. None of these answers
            is kept. While you talk they are in the database sealed with a key that only your open conversation has.
       *[policy-safe]
            Spine Coach doesn't ask where your symptoms are or how strong. It reads out when not to exercise, and asks
            only whether to go on. It keeps nothing of what you say about your health.
    }
privacy-where-title = Where, and who sees it
privacy-where =
    In a database of whoever runs this server. It is given to nobody and used for nothing but your exercises: no
    advertising, no statistics about persons. Amazon hears what you say to Alexa and handles it under its own privacy
    notice.
privacy-erase-title = How to erase it
privacy-erase =
    Say "delete my data", and yes. Or disable the skill in the Alexa app. Either erases everything at once, from the
    file as well. Nothing has to be written to anybody.
privacy-children-title = Children
privacy-children = Spine Coach is for adults. It coaches nobody who says they are under eighteen.

## The terms

terms-title = Terms of use
terms-advice-title = General information, not medical advice
terms-advice =
    Spine Coach gives general exercise information. It is not a substitute for professional medical advice, diagnosis or
    treatment, it can't diagnose anything, and it doesn't replace your doctor or physical therapist. Ask them before you
    start, and whenever you are unsure.
terms-emergency-title = Emergencies
terms-emergency =
    It cannot judge an emergency and cannot call for help. If you think you have an emergency, call your local emergency
    number yourself.
terms-stop-title = When to stop
terms-stop =
    Stop if symptoms get stronger in an arm or leg or spread further down it. Stop for new numbness or weakness,
    dizziness or chest pain, and ask a doctor.
terms-who-title = Who it is for
terms-who = Adults whose clinician has said that exercise is fine. Exercise at your own pace and on your own judgment.
terms-warranty-title = No warranty
terms-warranty =
    It is offered as it is, free of charge, without warranty of any kind. The program is free software under the Apache
    License 2.0.
