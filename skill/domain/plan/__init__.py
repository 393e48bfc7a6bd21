"""Today's routine: which exercises, at which dose, in which form."""
