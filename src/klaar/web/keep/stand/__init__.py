"""How the promises of an agreement stand today, worked out from its events."""
