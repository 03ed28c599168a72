"""Words that take an apology back: "if you were affected", "the inconvenience", "because you did not"."""

import re
from functools import cache
from typing import NamedTuple

from klaar.text.data import load_words


class Hollow(NamedTuple):
    """Such words at `text[start:end]`; `kind` is a key under [hollow] in apology.toml."""

    kind: str
    start: int
    end: int
    quote: str


def find_hollow(text: str, language: str) -> tuple[Hollow, ...]:
    """Every place in `text` that takes the apology back, in order."""
    found = [
        Hollow(kind, match.start(), match.end(), match[0])
        for kind, pattern in _patterns(language)
        for match in pattern.finditer(text)
    ]
    return tuple(sorted(found, key=lambda each: (each.start, -each.end)))


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = load_words(language, "apology")["hollow"]
    return tuple((kind, _pattern(group["signs"])) for kind, group in words.items())


def _pattern(signs: list[str]) -> re.Pattern[str]:
    spaced = (r"\s+".join(map(re.escape, sign.split())) for sign in sorted(signs, key=len, reverse=True))
    return re.compile(rf"\b(?:{'|'.join(spaced)})\b", re.I)
