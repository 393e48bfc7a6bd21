"""A pretend Echo: it speaks real Alexa envelopes to the skill, so that everyone can try and test it."""
