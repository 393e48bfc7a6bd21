### What is kept about the patient, and what they let us keep. source: docs/clinical.md §8, consent before storing


ask-consent =
    { $asked_before ->
        [true] May I keep your answers about symptoms from now on?
       *[false] One thing before you go. May I keep your answers about symptoms, so that I notice changes from day to day?
    }
    .reprompt = Say yes to let me keep them, or no. You can take it back at any time. May I?
consent-given = Thank you, I'll keep them. To take that back, say: stop keeping my answers.
consent-refused = Okay. I'll use your answers while we exercise, and then forget them.
consent-withdrawn =
    Okay, what I kept about your symptoms is deleted. From now on I'll use your answers while we exercise,
    and then forget them.
nothing-to-keep = I keep no answers about symptoms here, so there's nothing to change.
privacy =
    I keep your plan and the exercises you did, but no name and no recording. { $keeping ->
        [kept] With your consent, I also keep your answers about symptoms. To end that, say: stop keeping my answers.
        [while-we-exercise] I use your answers about symptoms while we exercise, and then forget them.
        [never-kept] I use your answers about symptoms while we exercise, and then forget them.
       *[never-asked] I don't ask about your symptoms, and I keep nothing about them.
    } Say delete my data to erase everything.
what-is-known =
    { $days ->
        [0] So far there are no days with exercise
        [one] So far that's 1 day with exercise
       *[other] So far that's { $days } days with exercise
    }{ $reports ->
        [0] .
        [one] { " " }and 1 report about symptoms.
       *[other] { " " }and { $reports } reports about symptoms.
    }
cannot-delete = I can't reach my notes right now, so nothing is deleted yet. Please ask me again later.
# source: docs/clinical.md §2.3, policy-safe mode
ask-choice =
    { $in_short ->
        [true] Continue, easier, or stop?
       *[false] { choice-rule } Which is it: continue, easier, or stop?
    }
    .reprompt = Say continue, easier, or stop. If you're not sure, say stop. Which is it?
choice-rule =
    { $region ->
        [neck] If your symptoms moved further from your spine, or got stronger in your arm, say stop. Say stop too for new numbness or weakness. If only your neck is a little sorer, say easier.
        [low-back] If your symptoms moved further from your spine, or got stronger in your leg, say stop. Say stop too for new numbness or weakness. If only your back is a little sorer, say easier.
       *[both] If your symptoms moved further from your spine, or got stronger in an arm or leg, say stop. Say stop too for new numbness or weakness. If only your spine is a little sorer, say easier.
    }
