"""The dates of a ledger as a calendar that ordinary programs subscribe to (RFC 5545)."""
