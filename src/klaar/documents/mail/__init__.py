"""Mails: their text, and what came with them."""
