"""What a scene looks like: APL for Alexa's screens, and the same for a page."""
