"""What is remembered of a patient from turn to turn, and of the sitting that is under way."""
