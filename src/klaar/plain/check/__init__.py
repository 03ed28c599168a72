"""Whether a plain rewrite says what the contract says: nothing lost, nothing changed, nothing added."""
