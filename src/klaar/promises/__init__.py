"""Clauses become who owes what to whom, by when, how measured, unless."""
