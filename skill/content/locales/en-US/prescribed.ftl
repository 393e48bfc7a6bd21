### A clinician's program.


program-taken-up = I have your therapist's program now, so we go by that.
program-unreadable =
    There's a program from your therapist that I can't read right now, so we'd better wait.
    Please tell them.
prescribed-leave-out = Your therapist wants { $exercise } left out.
dose-is-prescribed = Your therapist has set how much { $exercise } you do. Please ask them before you do more.
easier-today = Okay, less than your therapist set, just for today. Please tell them that it was too much.
phase-is-prescribed = Your therapist decides when you move on.
my-code = Your code is { $code }. Give it to your doctor or physical therapist. It says nothing about you by itself.
# source: docs/clinical.md §0 item 6, only if a clinician taught it
toward-as-taught =
    { $side ->
        [left] Slowly tilt your ear toward your left shoulder, the way your therapist taught you.
        [right] Slowly tilt your ear toward your right shoulder, the way your therapist taught you.
       *[none] Slowly tilt your ear to the side that your therapist showed you.
    }
