"""How the whole agreement is kept: what is late, what comes, what waits, and why things went wrong."""
