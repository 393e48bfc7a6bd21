"""What is kept for good of a patient, and what may be kept."""
