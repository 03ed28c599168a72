"""Honest dates: the chance that a date is met, before it is promised and while the work is under way."""
