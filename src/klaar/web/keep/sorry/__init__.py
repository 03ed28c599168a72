"""Saying sorry: a letter from the facts on record, filled in by who writes it, kept when it is sent."""
