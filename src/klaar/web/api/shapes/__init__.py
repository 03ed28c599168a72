"""The shapes of what the API sends and takes; those of the contract as docs/schema has them."""
