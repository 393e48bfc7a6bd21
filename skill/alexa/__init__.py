"""Alexa's side of the coach: the only importer of ask_sdk_*."""
