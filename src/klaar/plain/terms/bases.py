"""From an inflected form back to the word it may come from: "boetes" → "boete", "namen" → "naam"."""

import re
from functools import cache, lru_cache

from klaar.text.data import load_words

_LEAST = 3
"""Letters that a word has at least: shorter ones are no base of anything."""

_KEPT = 1 << 15
"""Words whose bases are kept: those of a long agreement."""


@cache
def _endings(language: str) -> dict[str, tuple[tuple[re.Pattern[str], str], ...]]:
    listed = load_words(language, "terms")["endings"]
    return {last: tuple((re.compile(pattern), to) for pattern, to in pairs) for last, pairs in listed.items()}


@lru_cache(maxsize=_KEPT)
def bases(word: str, language: str) -> tuple[str, ...]:
    """Every word of which `word`, in small letters, may be a form; not all of them exist."""
    found: dict[str, None] = {}
    for pattern, to in _endings(language).get(word[-1:], ()):
        base, changed = pattern.subn(to, word, count=1)
        if changed and len(base) >= _LEAST and base != word:
            found[base] = None
    return tuple(found)
