### Words that sentences are made with. What each variable holds: skill/speech/values.py.

# Lists of names: "Bridge", "Bridge and Bird Dog", "Bridge, Bird Dog and Side Plank".
list-empty = none
list-two = { $first } and { $rest }
list-more = { $first }, { $rest }

# How a number to call in an emergency is said; one that is not here is said digit by digit.
call-000 = 0 0 0
call-111 = 1 1 1
call-112 = 1 1 2
call-911 = 9 1 1
call-999 = 9 9 9

# Above the words of an emergency, in the Alexa app.
card-urgent-title = Safety advice from Spine Coach
card-questions-title = Safety questions to read
