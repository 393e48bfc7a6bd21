"""The rules: exercises, doses, scripts, plans and the dialogue, as values and pure functions."""
