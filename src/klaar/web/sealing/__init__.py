"""Signing off: what both sides agreed, sealed with its hashes, and the sheet that says so."""
