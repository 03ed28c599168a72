"""A forecast as a reader sees it: sentences, a table, a picture, and the record for other programs."""
