"""One file a revision, numbered in order. A released one is never edited."""
