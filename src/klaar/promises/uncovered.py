"""Sentences that bind by their words and gave no promise: what a reader must look at himself."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from klaar.clauses.model import Agreement, Passage
from klaar.clauses.parties_words import PartyWords, party_words
from klaar.promises.flags import MUST, SETTLED
from klaar.promises.levels import MAIN, find_levels
from klaar.promises.marked import Marked, mark_words
from klaar.promises.model import Promise, Slot
from klaar.promises.signs import Signs, load_signs
from klaar.text.sentences import split_sentences
from klaar.text.words import Words, split_words

_LEAST = 4
"""Words below which a sentence is a fragment ("zal worden") and no sentence."""


def find_uncovered(agreement: Agreement, promises: Sequence[Promise]) -> tuple[Slot, ...]:
    """The sentences outside every promise with "shall", "zal", "is verplicht" in their main clause, in order.

    "De levering zal plaatsvinden in Utrecht." gives no promise and is told here; "Dit zal worden geacht …" is
    no promise by its own words and is not. `promises` are those of the same agreement, in any order. Linear:
    only sentences that no promise touches and that hold a binding word are looked at closely.
    """
    finder = _Finder(agreement, promises)
    return tuple(slot for passage in agreement.passages for slot in finder.in_passage(passage))


class _Finder:
    """Looks at the passages of one agreement; the words of its parties are made ready once."""

    def __init__(self, agreement: Agreement, promises: Sequence[Promise]) -> None:
        self._text, self._language = agreement.document.text, agreement.language
        self._spans = sorted((promise.start, promise.end) for promise in promises)
        self._signs = load_signs(self._language)
        self._words = binding_words(self._language)
        self._parties: PartyWords = party_words(agreement.parties, self._language)
        self._opened = {passage.opening for passage in agreement.passages if passage.opening >= 0}
        self._openings = frozenset(agreement.passages[index].start for index in self._opened)

    def in_passage(self, passage: Passage) -> Iterator[Slot]:
        """The uncovered sentences of one passage; an opening of a list is covered by its items."""
        if passage.kind not in ("paragraph", "item") or passage.zone != "body":
            return
        written = self._text[passage.start : passage.end]
        if self._words.isdisjoint(written.lower().split()):
            return
        sentences = split_sentences(self._text, passage.start, passage.end, self._language)
        opens = passage.start in self._openings
        for start, end in sentences[: len(sentences) - opens]:
            if not self._covered(start, end) and self._binds(start, end):
                yield Slot(start, end, self._text[start:end])

    def _covered(self, start: int, end: int) -> bool:
        at = bisect_right(self._spans, (end, -1)) - 1
        return at >= 0 and self._spans[at][1] > start

    def _binds(self, start: int, end: int) -> bool:
        """Whether the main clause of a sentence holds a modal that binds or a sign of duty."""
        written = self._text[start:end]
        if self._words.isdisjoint(written.lower().split()):
            return False
        found = split_words(written)
        if len(found.lows) < _LEAST:
            return False
        marked = mark_words(written, Words(found.spans, found.lows), self._signs, self._parties)
        levels = find_levels(marked, 0, len(found.lows))
        main = [k for k, level in enumerate(levels) if level == MAIN]
        return _speaks_of_duty(marked, self._signs, main)


def _speaks_of_duty(marked: Marked, signs: Signs, main: list[int]) -> bool:
    lows = {marked.lows[k] for k in main}
    shown = {
        sign.kind
        for k in main
        for sign in signs.signs.get(marked.lows[k], ())
        if all(beside & lows for beside in sign.beside)
    }
    if "nothing" in shown or any(marked.bits[k] & SETTLED for k in main):
        return False
    return "duty" in shown or any(marked.bits[k] & MUST for k in main)


@cache
def binding_words(language: str) -> frozenset[str]:
    """The words of "nl" or "en" without one of which no sentence binds: modals, and signs of duty."""
    signs = load_signs(language)
    modals = {word for word, bits in signs.bits.items() if bits & MUST}
    return frozenset(modals | {w for w, found in signs.signs.items() if any(s.kind == "duty" for s in found)})
