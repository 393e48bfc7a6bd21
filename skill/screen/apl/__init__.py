"""APL 1.4 for every viewport of an Echo with a screen, a television or a phone; nothing is imported from elsewhere."""
