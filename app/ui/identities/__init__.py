"""Choosing as whom to speak, and naming identities."""
