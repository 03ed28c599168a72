"""Patterns fitted to the words that one text has, so that most of them need not be looked for."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from klaar.findings.patterns import GAP, Item, Part
from klaar.findings.table import Entry, Key

_NAME = 8
_NAMED = ("it", "client", "party")
_LAST = "\U0010ffff"


class Fit(NamedTuple):
    """One place of a pattern with the words of the text that can stand there."""

    part: Part
    words: frozenset[str]
    optional: bool


class Fitted(NamedTuple):
    """A pattern whose words all stand in the text.

    `at` is the first place that is still to be looked at: 1 where the first is a word. `second` are the words
    of which one must follow the first; None where more can follow. After a gap one of `last` must stand
    within `reach` words from the first; 0 where nothing is known of it.
    """

    key: Key
    items: tuple[Fit, ...]
    at: int
    second: frozenset[str] | None
    last: frozenset[str]
    reach: int


class Vocabulary:
    """The different words of a text, in lower case."""

    def __init__(self, lows: Iterable[str]) -> None:
        self.words = frozenset(lows)
        self._known: dict[Item, frozenset[str]] = {}

    def fit(self, pattern: Entry) -> Fitted | None:
        """`pattern` with the words of the text that can fill it; None where the text lacks one."""
        items = []
        for item in pattern.items:
            words = self._fitting(item)
            if item.part == "word" and not words:
                if item.optional:
                    continue
                return None
            items.append(Fit(item.part, words, item.optional))
        at = int(items[0].part == "word")
        second = _second(items) if at else None
        last = items[-1]
        gaps = sum(each.part == "gap" for each in items)
        known = gaps and last.part == "word" and not last.optional
        reach = len(items) + gaps * (GAP - 1) + _NAME * sum(each.part in _NAMED for each in items)
        return Fitted(pattern.key, tuple(items), at, second, last.words, reach if known else 0)

    def _fitting(self, item: Item) -> frozenset[str]:
        """The words of the text that `item` stands for."""
        found = self._known.get(item)
        if found is None:
            begun = (word for stem in item.stems for word in _starting(self._sorted, stem))
            ended = (word[::-1] for end in item.ends for word in _starting(self._reversed, end[::-1]))
            found = self._known[item] = frozenset((*(item.words & self.words), *begun, *ended))
        return found

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.words)

    @cached_property
    def _reversed(self) -> list[str]:
        return sorted(word[::-1] for word in self.words)


def _starting(words: list[str], stem: str) -> list[str]:
    """Of sorted `words` those that start with `stem`."""
    return words[bisect_left(words, stem) : bisect_left(words, stem + _LAST)]


def _second(items: Sequence[Fit]) -> frozenset[str] | None:
    """The words of which one must follow the first of `items`; None where others can."""
    words: frozenset[str] = frozenset()
    for item in items[1:]:
        if item.part != "word":
            return None
        words |= item.words
        if not item.optional:
            return words
    return None
