### Words that sentences are made with. What each variable holds: skill/speech/values.py.

# Lists of names: "Bridge", "Bridge and Bird Dog", "Bridge, Bird Dog and Side Plank".
list-empty = none
list-two = { $first } and { $rest }
list-more = { $first }, { $rest }

# Above the words of an emergency, in the Alexa app.
card-urgent-title = Safety advice from Spine Coach
card-questions-title = Safety questions to read
