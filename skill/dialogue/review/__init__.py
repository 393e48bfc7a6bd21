"""Looking back: the week, its rating, and the patient's goals."""
