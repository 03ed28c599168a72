"""All word patterns of all rules, looked for in one pass over the words."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from klaar.clauses.parties_words import PartyWords
from klaar.findings.patterns import GAP, Item, read_pattern
from klaar.findings.rule import Rule
from klaar.text.words import Words

Key = tuple[str, str]
"""A rule's id and the name of one of its word lists."""

_STEM = 3
_STOPS = frozenset(".;:?!•")
_ARTICLES = frozenset(("de", "het", "the"))


class Entry(NamedTuple):
    """One pattern, and the list it stands in."""

    key: Key
    items: tuple[Item, ...]


class Table(NamedTuple):
    """The patterns by what they begin with: a whole word, its first or its last three letters, a party."""

    words: dict[str, list[Entry]]
    stems: dict[str, list[Entry]]
    ends: dict[str, list[Entry]]
    named: list[Entry]

    def begun_by(self, low: str, named: bool) -> list[Entry]:
        """The patterns whose first word can be `low`; `named` says that a party's name can begin with it."""
        found = [*self.words.get(low, ()), *self.stems.get(low[:_STEM], ()), *self.ends.get(low[-_STEM:], ())]
        fit = [each for each in found if each.items[0].fits(low)]
        return [*fit, *self.named] if named else fit


def pattern_table(rules: Iterable[Rule], language: str) -> Table:
    """The patterns of `rules` in `language`."""
    table = Table({}, {}, {}, [])
    for rule in rules:
        for name, patterns in rule.wordings[language].words.items():
            for pattern in patterns:
                _add(table, Entry((rule.id, name), read_pattern(pattern)))
    return table


def _add(table: Table, entry: Entry) -> None:
    first = entry.items[0]
    if first.part != "word":
        table.named.append(entry)
    for word in first.words:
        table.words.setdefault(word, []).append(entry)
    for begin in {stem[:_STEM] for stem in first.stems}:
        table.stems.setdefault(begin, []).append(entry)
    for end in {end[-_STEM:] for end in first.ends}:
        table.ends.setdefault(end, []).append(entry)


class Scanner(NamedTuple):
    """The words of a text, with the names of its parties, ready to be looked through."""

    text: str
    words: Words
    parties: PartyWords

    def look(self, table: Table, runs: Iterable[tuple[int, int]]) -> Iterator[tuple[Key, int, int]]:
        """The patterns in the `runs` of words, with their first word and the one behind them.

        A pattern stands within one run; runs are in order and do not overlap.
        """
        lows = self.words.lows
        names = self.parties.starts if table.named else ()
        begun = {low: entries for low in set(lows) if (entries := table.begun_by(low, low in names))}
        places = [k for k, low in enumerate(lows) if low in begun]
        at = 0
        for lo, hi in runs:
            at = bisect_left(places, lo, at)
            while at < len(places) and places[at] < hi:
                k = places[at]
                at += 1
                for entry in begun[lows[k]]:
                    end = self._rest(entry.items, 0, k, hi)
                    if end:
                        yield entry.key, k, end

    def _rest(self, items: tuple[Item, ...], at: int, k: int, hi: int) -> int:
        """The word after the match of `items[at:]` from word `k`, 0 for none."""
        if at == len(items):
            return k
        item = items[at]
        if item.part == "gap":
            return self._gap(items, at + 1, k, hi)
        size = self._size(item, k, hi) if k < hi else 0
        end = self._rest(items, at + 1, k + size, hi) if size else 0
        return end or (self._rest(items, at + 1, k, hi) if item.optional else 0)

    def _gap(self, items: tuple[Item, ...], at: int, k: int, hi: int) -> int:
        for begin in range(k, min(hi, k + GAP + 1)):
            end = self._rest(items, at, begin, hi)
            if end or self.words.lows[begin] in _STOPS:
                return end
        return 0

    def _size(self, item: Item, k: int, hi: int) -> int:
        """How many words from `k` fill `item`."""
        low = self.words.lows[k]
        if item.part == "word":
            return int(item.fits(low))
        if item.part == "number":
            return int(low[0].isdigit())
        begin = k + (low in _ARTICLES and k + 1 < hi)
        capital = self.text[self.words.spans[begin][0]].isupper()
        entry = self.parties.at(self.words.lows, begin, capital)
        if entry is None or item.part not in ("party", entry.side):
            return 0
        return begin - k + len(entry.words)
