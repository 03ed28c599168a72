"""Levels that were promised: expected, agreed and got beside each other, and how it feels."""
