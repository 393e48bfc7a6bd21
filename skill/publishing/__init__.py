"""The way to Amazon's store: the skill package, the testers' instructions, and the checks before certification."""
