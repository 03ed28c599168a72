"""Bytes become text that remembers page and position."""
