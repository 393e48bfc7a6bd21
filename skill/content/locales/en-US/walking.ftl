# Walking together with the coach. source: docs/clinical.md §1.11

walk-together-is =
    { $minutes ->
        [one] We'll walk for 1 minute together. I'll call the time.
       *[other] We'll walk for { $minutes } minutes together. I'll call the minutes.
    } Say pause at any time.
walk-is-shorter =
    { $minutes ->
        [one] For now, 1 minute at a time is enough.
       *[other] For now, { $minutes } minutes at a time is enough.
    }
walk-begins = Off we go, at an easy pace.
walk-goes-on = On we go, with minute { $minute_number }.
walk-picks-up =
    { $minutes_done ->
        [one] 1 minute done.
       *[other] { $minutes_done } minutes done.
    } Now a pace where you can talk, but not sing.
minutes-walked =
    { $minutes_done ->
        [one] 1 minute done,
       *[other] { $minutes_done } minutes done,
    } { $minutes_left } to go.
walk-eases-off =
    { $minutes_left ->
        [one] Ease off for the last minute.
       *[other] Ease off for the last { $minutes_left } minutes.
    }
walk-posture =
    { $variant ->
        [1] Stand tall, and look ahead.
        [2] Let your arms swing.
        [3] Keep your steps short and easy.
       *[other] Breathe easily. You should be able to speak a full sentence.
    }
walk-check-in = If symptoms build, take shorter steps, slow down, or say stop.
walk-at = You're in minute { $minute_number } of { $minutes }.
walk-paused-at =
    { $minutes_done ->
        [0] Paused.
        [one] Paused after 1 minute.
       *[other] Paused after { $minutes_done } minutes.
    }
walk-left =
    { $minutes_left ->
        [one] 1 minute of the walk is left.
       *[other] { $minutes_left } minutes of the walk are left.
    }
walk-minute-taken = Okay, on from minute { $minute_number }.
no-such-minute =
    { $minutes ->
        [one] There is only 1 minute in this walk.
       *[other] There are only { $minutes } minutes in this walk.
    }
