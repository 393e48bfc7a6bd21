"""The steps of the conversation: each a pure function from a `Moment` (and what was said) to a `Reply`."""
