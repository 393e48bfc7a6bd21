"""The store: one contract for every database, and what each can only show by itself."""
