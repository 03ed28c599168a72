"""How days and times are written, where that is otherwise than Django does it."""
