"""Keeping what was promised: what happened to each promise, told by both sides, and what follows from it."""
