"""The conversation: each step a pure function from a `Moment` to a `Reply`."""
