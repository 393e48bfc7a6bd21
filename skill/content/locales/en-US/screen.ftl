### What stands on a screen beside the words that are said: labels, never sentences. Buttons are what one would say.

screen-name = Spine Coach

## Buttons

screen-choice-yes = Yes
screen-choice-no = No
screen-choice-unsure = Not sure
screen-choice-start = Start
screen-choice-ready = Ready
screen-choice-back = Back
screen-choice-pause = Pause
screen-choice-go-on = Go on
screen-choice-skip = Skip
screen-choice-next = Next step
screen-choice-easier = Easier
screen-choice-hurts = It hurts
screen-choice-stop = Stop
screen-choice-progress = My progress
screen-choice-emergency = Emergency
screen-choice-how-it-goes = How it goes
screen-choice-region-low-back = Low back
screen-choice-region-neck = Neck
screen-choice-region-both = Both
screen-choice-change-better = Better
screen-choice-change-same = The same
screen-choice-change-worse = Worse
screen-choice-new-nothing = Nothing new
screen-choice-new-tingling = Tingling
screen-choice-numbness = Numbness
screen-choice-weakness = Weakness
screen-choice-sides-one-side = One side
screen-choice-sides-both-sides = Both sides
screen-choice-joint-above-joint = Above
screen-choice-joint-below-joint = Below
screen-choice-cleared = It's checked
screen-choice-not-cleared = Not yet
screen-choice-zone-nowhere = Nowhere
screen-choice-zone-spine = { $region ->
    [neck] Neck
   *[low-back] Low back
}
screen-choice-zone-buttock = Buttock
screen-choice-zone-thigh = Thigh
screen-choice-zone-below-knee = Below the knee
screen-choice-zone-foot = Foot
screen-choice-zone-shoulder = Shoulder
screen-choice-zone-upper-arm = Upper arm
screen-choice-zone-below-elbow = Below the elbow
screen-choice-zone-hand = Hand

## Headings

screen-look-plan = Today
screen-look-safety = Safety
screen-look-body-map = Where is it furthest?
screen-look-scale = 0 to 10
screen-look-progress = Your weeks
screen-look-done = Done for now
screen-look-held = On hold
screen-look-paused = Paused
screen-look-emergency = Call
screen-front = Front
screen-back = Back
screen-minutes = Minutes a week
screen-places = Furthest place

## The count

screen-exercise-of = Exercise { $number } of { $of }
screen-set-of = Set { $number } of { $of }
screen-reps-of = Rep { $number } of { $of }
screen-side-left = Left side
screen-side-right = Right side
screen-coming = Next: { $name }
screen-stage-get-ready = Get ready
screen-stage-up = Move
screen-stage-hold = Hold
screen-stage-down = Back
screen-stage-pause = Pause
screen-stage-rest = Rest
screen-stage-switch = Switch sides
screen-stage-minute = Minute
screen-stage-listening = Listening
