"""Holds what two checkouts answer against each other: how a clean-up proves that it changed nothing."""
