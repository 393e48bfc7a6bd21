"""What things cost. Run by `make bench`; nothing here asserts a time."""
