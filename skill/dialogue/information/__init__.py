"""Questions about anything else, the log, the settings, and what may be kept."""
