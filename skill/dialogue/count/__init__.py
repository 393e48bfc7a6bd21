"""Counting an exercise: its instructions, the place in it, pauses, tempo, and questions on the side."""
