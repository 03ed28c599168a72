"""Accounts, organisations and who belongs to them."""
