"""The operations of the API: each says which scope and which seat it asks, then calls what the pages call."""
