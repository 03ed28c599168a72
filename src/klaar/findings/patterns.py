"""Word patterns: what a jurist can write in a rule's file without knowing regular expressions.

    "stilzwijgend verleng*"            one word, then a word that begins with "verleng"
    "*vergoeding verhogen"             a word that ends with "vergoeding", then "verhogen"
    "automatisch|stilzwijgend … verlengd"   one of two words, up to six other words, "verlengd"
    "oordeel van {it}"                 a name of the supplier, with "de" or "the" before it or not
    "binnen # dagen"                   any number in figures
    "deemed (to) (be) accepted"        words between ( and ) may be left out

Capitals do not count. A pattern stands within one sentence, and begins with a word or a party.
"""

from functools import cache
from typing import Literal, NamedTuple

from klaar.text.words import split_words

GAP = 6
"""The most words that "…" stands for."""

Part = Literal["word", "gap", "number", "it", "client", "party"]

_NAMED: dict[str, Part] = {"…": "gap", "#": "number", "{it}": "it", "{client}": "client", "{party}": "party"}


class PatternError(ValueError):
    """A pattern that cannot be read: which one, and why."""


class Item(NamedTuple):
    """One place of a pattern.

    "verleng*|vernieuwd|*prijs" has `words` {"vernieuwd"}, `stems` ("verleng",) and `ends` ("prijs",).
    """

    part: Part
    words: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    optional: bool = False

    def fits(self, low: str) -> bool:
        """Whether the lower-case word `low` can stand here."""
        return low in self.words or low.startswith(self.stems) or low.endswith(self.ends)


@cache
def read_pattern(pattern: str) -> tuple[Item, ...]:
    """The places of `pattern` in order; raises `PatternError`."""
    items = [item for written in pattern.split() for item in _items(written, pattern)]
    if not items or items[0].part in ("gap", "number") or items[0].optional or items[-1].part == "gap":
        raise PatternError(
            f"the pattern {pattern!r} must begin with a word or a party, and not end with a gap"
        )
    return tuple(items)


def _items(written: str, pattern: str) -> list[Item]:
    if len(written) > 2 and written[0] == "(" and written[-1] == ")":
        return [item._replace(optional=True) for item in _items(written[1:-1], pattern)]
    if written in _NAMED:
        return [Item(_NAMED[written])]
    choices = written.split("|")
    if len(choices) == 1 and "*" not in written:
        return [Item("word", frozenset({word})) for word in split_words(written).lows]
    return [
        Item(
            "word",
            frozenset(_one_word(each, pattern) for each in choices if "*" not in each),
            tuple(_piece(each[:-1], pattern) for each in choices if each[-1:] == "*"),
            tuple(_piece(each[1:], pattern) for each in choices if each[:1] == "*"),
        )
    ]


def _one_word(written: str, pattern: str) -> str:
    words = split_words(written).lows
    if len(words) != 1:
        raise PatternError(f"{written!r} in the pattern {pattern!r} is not one word")
    return words[0]


def _piece(written: str, pattern: str) -> str:
    """The beginning or the end of a word."""
    if not written.replace("-", "").isalpha() or len(written) < 3:
        raise PatternError(f"{written!r} in {pattern!r}: a piece of a word has three letters or more")
    return written.lower()
