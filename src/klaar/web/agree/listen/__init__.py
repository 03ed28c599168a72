"""Listening: questions about a line, answers, "this is not what I meant"; the notes of a side."""
