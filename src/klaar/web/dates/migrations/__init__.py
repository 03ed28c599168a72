"""How the tables of `dates` came to be."""
