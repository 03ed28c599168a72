"""How the promises of each side went, in counts."""
