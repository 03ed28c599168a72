"""A text as words and punctuation marks, each with its exact place."""

import re
from typing import NamedTuple

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*\w*|\w+(?:[-'’.&]\w+)*|[^\w\s]")


class Words(NamedTuple):
    """The words and punctuation marks of a text, in order.

    In "Client pays." they are "client" (0:6), "pays" (7:11) and "." (11:12). `spans` are character places,
    `lows` the same words in lower case; both have the same length.
    """

    spans: list[tuple[int, int]]
    lows: list[str]


def lower(text: str) -> str:
    """`text` in lower case with every character in its place ("İ" would grow to two and stays as it is)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def split_words(text: str) -> Words:
    """Take `text` apart into words ("e.g", "99,5" and "EuroTel's" are one each) and single marks."""
    low = lower(text)
    spans = [m.span() for m in _TOKEN.finditer(low)]
    return Words(spans, [low[a:b] for a, b in spans])
