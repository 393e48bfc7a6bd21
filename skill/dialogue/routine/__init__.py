"""Today's routine as a conversation: offered, begun, changed, skipped, finished, left."""
