"""A warning sign is never lost: real faults at every point of the turn in which it is told."""
