# What the patient rates: the week, and goals in their own words. source: docs/clinical.md §7

ask-how-week-was = All in all, are you better than a week ago, the same, or worse?
    .reprompt = Say better, the same, or worse. Say skip to leave it. Which is it?
ask-whether-much =
    { $better ->
        [true] Would you say much better?
       *[false] Would you say much worse?
    }
    .reprompt =
    { $better ->
        [true] Say yes for much better, or no for better. Is it much better?
       *[false] Say yes for much worse, or no for worse. Is it much worse?
    }
week-rating-taken = Thank you, I've noted that.
ask-goal = What would you like to be able to do again?
    .reprompt = Say, my goal is to, and then what it is. What would you like to do?
goal-kept = I'll remember your goal: { $goal }.
goal-is = Goal { $goal_number }: { $goal }.
goal-rated-at = Goal { $goal_number }: { $goal }. You rated it { $rating } out of 10.
goal-moved = Goal { $goal_number }: { $goal }. It went from { $rating_before } to { $rating_now } out of 10.
no-goals = You have no goals yet. Say, for example: my goal is to sit through a film.
goals-are-full =
    { $goals ->
        [one] You have 1 goal, and I can keep no more.
       *[other] You have { $goals } goals, and I can keep no more.
    } Say change goal 1, or delete goal 1.
which-goal =
    { $goals ->
        [one] You have 1 goal. Say its number, such as goal 1.
       *[other] You have { $goals } goals. Say which one, such as goal 1.
    }
goal-dropped = Okay, I've forgotten your goal: { $goal }.
goals-not-kept = I can't keep goals here. A notebook is a good place for them.
# source: docs/clinical.md §7, from 0 unable to 10 as before
ask-goal-rating = Your goal: { $goal }. From 0, not at all, to 10, as before, how well can you do it?
    .reprompt = Say a number from 0 to 10, or say skip. How well can you do it?
goal-rating-taken = { $rating } out of 10: noted.
goal-rating-unclear = A number from 0 to 10, please.
