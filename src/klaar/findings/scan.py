"""All word patterns of all rules, looked for in one pass over the words."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from klaar.clauses.parties_words import PartyWords
from klaar.findings.patterns import GAP, Part
from klaar.findings.table import Entry, Key, Table
from klaar.findings.vocabulary import Fit, Fitted, Vocabulary
from klaar.text.words import Words

_STOPS = frozenset(".;:?!•")
_ARTICLES = frozenset(("de", "het", "the"))


class Begun(NamedTuple):
    """The patterns that begin with one word: by the word that must follow, and those where others can."""

    known: dict[str, list[Fitted]]
    others: list[Fitted]

    def add(self, each: Fitted) -> None:
        """Put in a pattern."""
        if each.second is None:
            self.others.append(each)
        for word in each.second or ():
            self.known.setdefault(word, []).append(each)


class Scanner:
    """The words of a text, with the names of its parties, ready to be looked through."""

    def __init__(self, text: str, words: Words, parties: PartyWords) -> None:
        self.text = text
        self.lows = words.lows
        self.spans = words.spans
        self.parties = parties
        self.vocabulary = Vocabulary(words.lows)

    def look(self, table: Table, runs: Iterable[tuple[int, int]]) -> Iterator[tuple[Key, int, int]]:
        """The patterns in the `runs` of words, with their first word and the one behind them.

        A pattern stands within one run; runs are in order and do not overlap. A party with which a pattern
        begins is found by its name; the article before it is part of what is found.
        """
        begun = self._begun(table)
        lows = self.lows
        places = [k for k, low in enumerate(lows) if low in begun]
        at = 0
        for lo, hi in runs:
            at = bisect_left(places, lo, at)
            while at < len(places) and places[at] < hi:
                k = places[at]
                at += 1
                known, others = begun[lows[k]]
                second = lows[k + 1] if k + 1 < hi else ""
                for each in (*known.get(second, ()), *others):
                    if each.reach and each.last.isdisjoint(lows[k + 1 : k + each.reach]):
                        continue
                    end = self._rest(each.items, each.at, k + each.at, hi)
                    if end:
                        article = each.at == 0 and k > lo and lows[k - 1] in _ARTICLES
                        yield each.key, k - article, end

    def _begun(self, table: Table) -> dict[str, Begun]:
        """The patterns that the text's words can make up, by the word with which they begin."""
        names = self.parties.starts.keys() - _ARTICLES if table.named else ()
        begun: dict[str, Begun] = {}
        fitted: dict[Entry, Fitted | None] = {}
        for low in self.vocabulary.words:
            for entry in table.begun_by(low, low in names):
                if entry not in fitted:
                    fitted[entry] = self.vocabulary.fit(entry)
                if each := fitted[entry]:
                    begun.setdefault(low, Begun({}, [])).add(each)
        return begun

    def _rest(self, items: tuple[Fit, ...], at: int, k: int, hi: int) -> int:
        """The word after the match of `items[at:]` from word `k`, 0 for none."""
        if at == len(items):
            return k
        part, words, optional = items[at]
        if part == "gap":
            return self._gap(items, at + 1, k, hi)
        size = 0
        if k < hi:
            size = self.lows[k] in words if part == "word" else self._size(part, k, hi)
        end = self._rest(items, at + 1, k + size, hi) if size else 0
        return end or (self._rest(items, at + 1, k, hi) if optional else 0)

    def _gap(self, items: tuple[Fit, ...], at: int, k: int, hi: int) -> int:
        for begin in range(k, min(hi, k + GAP + 1)):
            end = self._rest(items, at, begin, hi)
            if end or self.lows[begin] in _STOPS:
                return end
        return 0

    def _size(self, part: Part, k: int, hi: int) -> int:
        """How many words from `k` are a number or a party."""
        low = self.lows[k]
        if part == "number":
            return int(low[0].isdigit())
        begin = k + (low in _ARTICLES and k + 1 < hi)
        capital = self.text[self.spans[begin][0]].isupper()
        entry = self.parties.at(self.lows, begin, capital)
        if entry is None or part not in ("party", entry.side):
            return 0
        return begin - k + len(entry.words)
