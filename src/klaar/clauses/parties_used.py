"""Names that a text just uses as a party, without saying who they are: "Alder shall …", "Rinkel levert …"."""

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from klaar.clauses.company import things
from klaar.clauses.sides_cues import Cues, load_cues
from klaar.clauses.sides_words import Bare, strip, without_genitive
from klaar.text.data import LANGUAGES, load_words

_OFTEN = 3
"""Times that a name must act before it can be taken for a party; once where it is plainly a name."""
_LOOKED = 40
"""Names that are looked at, those that act most first."""
_LETTERS = re.compile(r"(?!.*\d[.:/-]\d|\d+\.)(?:.*[^\W\d_]){2}|\d+[A-Z]$")
"""What a name is written with: not "A12.11"."""
_RARE = 5
"""A name's word may be written small once in so many times."""


def used_names(text: Bare, known: frozenset[str], title: str, language: str) -> list[str]:
    """The names that act in `text` ("Alder shall"), most used first, without those in `known`.

    A name in `title` or with a capital inside ("iO") need act but once; one that a text always writes small
    ("dxw") is told by sentences that begin with it.
    """
    capital, small, begin = _acting(text, known, load_cues(language))
    known |= {name.rpartition(" ")[2] for name in known}
    found = [
        name
        for name, count in capital.most_common(_LOOKED)
        if (count >= _OFTEN or _plain(name, title)) and _stands(name, text, known)
    ]
    return found + [low for low in begin if small[low] >= _OFTEN and _always_small(low, text, known)]


class _Acting(NamedTuple):
    """What stands as a subject, how often, with a capital and without; `begin`: small ones after a stop."""

    capital: Counter[str]
    small: Counter[str]
    begin: dict[str, None]


def _acting(text: Bare, known: frozenset[str], cues: Cues) -> _Acting:
    """What stands before "shall", in Dutch after "zal" too."""
    words, lows = text.words, text.lows
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    begin: dict[str, None] = {}
    for at in [i for i, low in enumerate(lows) if low in cues.acts]:
        before = at - 2 if at > 1 and lows[at - 1] in cues.skip else at - 1
        if before < 0 or lows[before] in known:
            continue
        if words[before] != lows[before]:
            if name := _name_ending(words, before + 1):
                capital[name] += 1
        elif cues.inverts and words[at + 1 : at + 2] != lows[at + 1 : at + 2]:
            capital[without_genitive(strip(words[at + 1]))] += 1
        else:
            small[lows[before]] += 1
            if before and words[before - 1][-1] == "." and words[before - 1][-2:-1].isalpha():
                begin[lows[before]] = None
    return _Acting(_joined(capital), small, begin)


def _joined(names: Counter[str]) -> Counter[str]:
    """Names counted under their last word where that acts alone too: a heading may stand before it."""
    joined: Counter[str] = Counter()
    for name, count in names.items():
        last = name.rpartition(" ")[2]
        joined[last if names[last] > count else name] += count
    return joined


def _name_ending(words: list[str], end: int) -> str:
    """The run of words with a capital that ends before `end`: "Bank of Oakmere" before "shall", or ""."""
    if not words[end - 1][-1].isalnum():
        return ""
    start = end - 1
    while start and _goes_on(words[start - 1]):
        start -= 1
    if start > 1 and words[start - 1] in ("of", "van") and _goes_on(words[start - 2]):
        start -= 2
    if start and words[start - 1].lower() in _articles():
        return ""
    return " ".join(without_genitive(strip(word)) for word in words[start:end])


def _goes_on(word: str) -> bool:
    low = word.lower()
    return word != low and word[-1].isalnum() and low not in _openers()


def _plain(name: str, title: str) -> bool:
    """Whether the letters themselves say that it is a name ("iO", "GitLab"), or the title has it."""
    return (not name[1:].islower() and len(name) > 1 and " " not in name) or f" {name.lower()} " in title


def _stands(name: str, text: Bare, known: frozenset[str]) -> bool:
    """Whether the name is no word that the text also writes small, and no thing ("Agreement")."""
    last = name.rsplit(maxsplit=1)[-1]
    low = last.lower()
    if name.lower() in known or low in known or low in _openers() or not _LETTERS.match(name):
        return False
    return text.small(low) * _RARE < text.count(low)


def _always_small(low: str, text: Bare, known: frozenset[str]) -> bool:
    """Whether a word might be a name that is never written with a capital: "dxw"."""
    usual = low in known or low in _openers() or not low[-1].isalnum()
    return not usual and text.count(low) == text.small(low)


@cache
def _articles() -> frozenset[str]:
    """Words before which a name is no one's: "de Werkwijze", "this Framework"."""
    return frozenset(word for code in LANGUAGES for word in load_words(code, "parties")["does"]["articles"])


@cache
def _openers() -> frozenset[str]:
    """Words that open a sentence before a name ("If Alder", "Indien Rinkel") or are no name."""
    words = {
        w for code in LANGUAGES for key in ("function", "hints") for w in load_words(code, "language")[key]
    }
    return frozenset(words | things())
