"""The use of the rules: load a patient, take one step, save, answer."""
