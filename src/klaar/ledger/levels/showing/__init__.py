"""Measured levels in words, line by line, and as JSON for other programs."""
