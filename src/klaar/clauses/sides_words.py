"""A text as bare words, for counting who does what in it; exact places are not kept."""

from collections import Counter
from typing import NamedTuple

_GENITIVES = ("'s", "’s")
_MARKS = ".,;:()[]{}<>\"'“”„‘’*_`|#/!?"


class Bare(NamedTuple):
    """The words of a text as white space divides them: `words` as written, `lows` in lower case, with marks.

    `forms` has for each lower-case word, without marks and genitive, the ways in which it stands in `words`,
    a space between: "supplier" → " Supplier supplier's Supplier,". `counts` says how often each form occurs
    without marks and genitive: {"Supplier": 40, "supplier": 2}.
    """

    words: list[str]
    lows: list[str]
    forms: dict[str, str]
    counts: dict[str, int]

    def low_forms(self, word: str) -> frozenset[str]:
        """Which of `lows` are this lower-case word: "supplier" → {"supplier", "supplier's", "supplier,"}."""
        return frozenset(self.forms.get(word, "").lower().split())

    def spelled(self, word: str) -> dict[str, int]:
        """How a lower-case word is written, and how often: "supplier" → {"Supplier": 40, "supplier": 2}."""
        plain = {without_genitive(form.strip(_MARKS)) for form in self.forms.get(word, "").split()}
        return {form: self.counts[form] for form in sorted(plain)}

    def count(self, word: str) -> int:
        """How often a lower-case word occurs, in whatever case."""
        return sum(self.spelled(word).values())

    def small(self, word: str) -> int:
        """How often a lower-case word occurs in small letters."""
        return self.counts.get(word, 0)


def bare_words(text: str) -> Bare:
    """Take `text` apart at its white space."""
    words = text.split()
    lows: dict[str, str] = {}
    forms: dict[str, str] = {}
    counts: dict[str, int] = {}
    for word, count in Counter(words).items():
        plain = word
        if not word.isalpha():
            plain = word.strip(_MARKS)
            plain = plain[:-2] if plain[-2:] in _GENITIVES else plain
        low = plain.lower()
        lows[word] = low if plain == word else word.lower()
        forms[low] = f"{forms[low]} {word}" if low in forms else word
        counts[plain] = counts.get(plain, 0) + count
    # One object for each word, however often it occurs: its hash is then worked out once.
    return Bare(words, list(map(lows.__getitem__, words)), forms, counts)


def bare(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without marks: "Acme B.V." → ("acme", "b.v")."""
    return tuple(word for part in name.lower().split() if (word := part.strip(_MARKS)))


def strip(word: str) -> str:
    """`word` without the marks around it: "(supplier," → "supplier"."""
    return word.strip(_MARKS)


def without_genitive(word: str) -> str:
    """ "supplier's" → "supplier"."""
    return word[:-2] if word.endswith(_GENITIVES) else word
