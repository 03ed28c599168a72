"""Correcting the reading: what a person changes, splits, joins, adds or strikes."""
