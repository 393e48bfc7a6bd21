"""The footnotes: what the project cites, and what is generated for `docs/`."""
