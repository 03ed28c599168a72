"""From an inflected form back to the word it may come from: "boetes" → "boete", "namen" → "naam"."""

import re
from collections.abc import Iterator
from functools import cache

from klaar.text.data import load_words

_LEAST = 3
"""Letters that a word has at least: shorter ones are no base of anything."""


@cache
def _endings(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), to) for pattern, to in load_words(language, "terms")["endings"])


def bases(word: str, language: str) -> Iterator[str]:
    """Every word of which `word`, in small letters, may be a form, the likeliest first; not all of them exist."""
    for pattern, to in _endings(language):
        base, found = pattern.subn(to, word, count=1)
        if found and len(base) >= _LEAST and base != word:
            yield base
