"""How a ledger is shown: in words, and as JSON for other programs."""
