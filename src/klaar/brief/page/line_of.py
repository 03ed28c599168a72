"""Words on one line, short enough for it."""


def on_a_line(words: str, most: int) -> str:
    """`words` with single spaces, at most `most` characters, cut between two words with " …"."""
    line = " ".join(words.split()).rstrip(";,")
    return line if not most or len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]} …"
