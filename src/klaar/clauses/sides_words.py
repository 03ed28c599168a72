"""A text as bare words, for counting who does what in it; exact places are not kept."""

from collections import Counter
from typing import NamedTuple

_GENITIVES = ("'s", "’s")
_MARKS = ".,;:()[]{}<>\"'“”„‘’*_`|#/!?"


class Bare(NamedTuple):
    """The words of a text as white space divides them: `words` as written, `lows` in lower case, both with the
    marks around them.

    `forms` tells which of `lows` are the same word: "supplier" → ["supplier", "supplier's", "supplier,"];
    `spelled` how it is written, without marks and genitive, and how often: "supplier" → {"Supplier": 40}.
    """

    words: list[str]
    lows: list[str]
    forms: dict[str, list[str]]
    spelled: dict[str, dict[str, int]]

    def count(self, word: str) -> int:
        """How often a lower-case word occurs, in whatever case."""
        return sum(self.spelled[word].values()) if word in self.spelled else 0

    def small(self, word: str) -> int:
        """How often a lower-case word occurs in small letters."""
        return self.spelled[word].get(word, 0) if word in self.spelled else 0


def bare_words(text: str) -> Bare:
    """Take `text` apart at its white space."""
    words = text.split()
    forms: dict[str, list[str]] = {}
    spelled: dict[str, dict[str, int]] = {}
    for word, count in Counter(words).items():
        plain = word.strip(_MARKS)
        if plain[-2:] in _GENITIVES:
            plain = plain[:-2]
        low = plain.lower()
        if low in forms:
            forms[low].append(word.lower())
            spelled[low][plain] = spelled[low].get(plain, 0) + count
        else:
            forms[low], spelled[low] = [word.lower()], {plain: count}
    return Bare(words, list(map(str.lower, words)), forms, spelled)


def bare(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without marks: "Acme B.V." → ("acme", "b.v")."""
    return tuple(word for part in name.lower().split() if (word := part.strip(_MARKS)))


def strip(word: str) -> str:
    """`word` without the marks around it: "(supplier," → "supplier"."""
    return word.strip(_MARKS)


def without_genitive(word: str) -> str:
    """ "supplier's" → "supplier"."""
    return word[:-2] if word.endswith(_GENITIVES) else word
