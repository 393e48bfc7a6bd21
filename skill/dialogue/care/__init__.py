"""What the patient tells about symptoms and signs, and what follows from it."""
