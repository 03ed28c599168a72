"""Word patterns: what a jurist can write in a rule's file without knowing regular expressions.

    "stilzwijgend verleng*"            one word, then a word that begins with "verleng"
    "automatisch|stilzwijgend … verlengd"   one of two words, up to six other words, "verlengd"
    "oordeel van {it}"                 a name of the supplier, with "de" or "the" before it or not
    "binnen # dagen"                   any number in figures
    "deemed (to) (be) accepted"        words between ( and ) may be left out

Capitals do not count. A pattern stands within one sentence, and cannot begin with "…", "{…}" or "#".
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
    """One place of a pattern: "verleng*|vernieuwd" has `words` {"vernieuwd"} and `stems` ("verleng",)."""

    part: Part
    words: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    optional: bool = False

    def fits(self, low: str) -> bool:
        """Whether the lower-case word `low` can stand here."""
        return low in self.words or bool(self.stems and low.startswith(self.stems))


@cache
def read_pattern(pattern: str) -> tuple[Item, ...]:
    """The places of `pattern` in order; raises `PatternError`."""
    items = [item for written in pattern.split() for item in _items(written, pattern)]
    if not items or items[0].part != "word" or items[0].optional or items[-1].part == "gap":
        raise PatternError(f"the pattern {pattern!r} must begin with a word and not end with a gap")
    return tuple(items)


def _items(written: str, pattern: str) -> list[Item]:
    if len(written) > 2 and written[0] == "(" and written[-1] == ")":
        return [item._replace(optional=True) for item in _items(written[1:-1], pattern)]
    if written in _NAMED:
        return [Item(_NAMED[written])]
    choices = [_choice(each, pattern) for each in written.split("|")]
    if len(choices) == 1 and not choices[0][1]:
        return [Item("word", frozenset({word})) for word in choices[0][0]]
    if any(len(words) != 1 for words, _ in choices):
        raise PatternError(f"{written!r} in the pattern {pattern!r} is more than one word")
    return [
        Item(
            "word",
            frozenset(words[0] for words, stem in choices if not stem),
            tuple(words[0] for words, stem in choices if stem),
        )
    ]


def _choice(written: str, pattern: str) -> tuple[list[str], bool]:
    """The words of one choice, and whether it is the beginning of a word ("verleng*")."""
    stem = written.endswith("*") and len(written) > 1
    words = split_words(written[:-1] if stem else written).lows
    if not words or (stem and (len(words) > 1 or len(words[0]) < 3)):
        raise PatternError(f"{written!r} in {pattern!r}: the beginning of a word has three letters or more")
    return words, stem
