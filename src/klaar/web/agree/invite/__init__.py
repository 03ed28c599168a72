"""Inviting people of both sides, by a signed link that needs no account."""
