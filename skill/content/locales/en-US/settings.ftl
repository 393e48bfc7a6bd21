### The patient's circumstances: what was taken down, and what follows from it.

equipment-kind-mat = mat
equipment-kind-band = band
equipment-kind-chair = chair
equipment-kind-weights = weights
equipment-kind-pool = pool
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday

# source: docs/clinical.md §1.5 and §0 item 6: tilting is away from the painful side
side-is =
    { $side ->
        [left] Okay, your left side. Neck tilts go to the right first.
       *[right] Okay, your right side. Neck tilts go to the left first.
    }
ask-side = Which side hurts, left or right?
    .reprompt = Say left or right. Which side is it?
# source: docs/clinical.md §1.9, the easier form; §1.12, walking in place of swimming
lacking =
    { $equipment ->
        [mat] Okay, no mat. A carpet, a folded blanket or a firm bed will do.
        [band] Okay, no band. We'll do the rows without it, and leave out band rows in the circuit.
        [chair] Okay, no chair. The edge of a firm bed or a bench will do. It mustn't slide.
        [weights] Okay, no weights. Nothing in my plans needs them.
       *[pool] Okay, no pool. We'll walk instead of swimming.
    }
at-hand =
    { $equipment ->
        [mat] Good, you have a mat.
        [band] Good, you have a band. I'll plan with it.
        [chair] Good, you have a chair.
        [weights] Good, you have weights.
       *[pool] Good, you have a pool. Later on, we'll swim on some days instead of walking.
    }
ask-equipment = What is it: a mat, a band, a chair, weights, or a pool?
    .reprompt = Say mat, band, chair, weights or pool. Which is it?
needs-equipment = { $exercise } needs something you don't have, so we'll do { $instead } instead.
days-are =
    { $days ->
        [none] Okay, any day is a training day.
       *[other] Okay, you train on { $days }. On other days I keep it light.
    }
# source: docs/clinical.md §4.3, strengthening days are not in a row
days-in-a-row = Strengthening needs a day between, so the second of two days in a row stays light.
ask-days = On which days would you like to train?
    .reprompt = Say the days, such as Mondays, Wednesdays and Fridays. Which days?
name-is = Okay, { $name }. To change that, say: forget my name.
ask-name = What shall I call you?
    .reprompt = Say, call me, and your first name. What shall I call you?
name-forgotten = Okay, I've forgotten your name.

settings-of-body =
    { $region ->
        [neck] We look after your neck
        [low-back] We look after your low back
        [both] We look after your neck and your low back
       *[none] You haven't told me yet which part we look after
    }{ $floor ->
        [true] , and use the floor.
        [false] , without the floor.
       *[none] .
    } { $side ->
        [left] Your painful side is the left.
        [right] Your painful side is the right.
       *[none] { "" }
    }
settings-of-routine =
    { $days ->
        [none] Any day is a training day.
       *[other] You train on { $days }.
    } { $lacking ->
        [none] { "" }
       *[other] We do without: { $lacking }.
    }
settings-of-talk =
    { $instructions ->
        [full] I explain every exercise in full
        [quick] I skip the instructions
       *[as-needed] I explain an exercise until you know it
    }{ $quiet ->
        [true] , and count with few words.
       *[false] .
    } { $name ->
        [none] { "" }
       *[other] I call you { $name }.
    }
how-to-change = To change any of it, just tell me.
ask-set-up-again = What you've done is kept. Shall I ask all the set-up and safety questions again?
    .reprompt = Say yes to go through the set-up again, or no to leave everything as it is. Shall I?
set-up-again = Okay, from the beginning.
set-up-kept = Okay, everything stays as it is.
