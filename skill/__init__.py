"""Spine Coach: the skill, from the rules (`domain`) out to the web (`web`)."""
