"""All that may be planned, played and answered: exercises, routines, rules, topics, recordings, prescriptions."""
