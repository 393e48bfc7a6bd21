"""Getting on over weeks: phase gates, setbacks, harder doses, the week and its minutes."""
