"""Warning signs, the safety questions, and what may not be coached until a clinician has cleared it."""
