"""Finding phrases of several words in a list of words, with one look-up a word."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

Phrases = Mapping[str, Sequence[tuple[str, ...]]]
"""By first word: the phrases that begin with it, longest first."""


def phrase_table(phrases: Iterable[str]) -> Phrases:
    """ "in geval van", "indien" → {"in": (("in", "geval", "van"),), "indien": (("indien",),)}."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        if words:
            table.setdefault(words[0], []).append(words)
    return {first: sorted(found, key=len, reverse=True) for first, found in table.items()}


def find_phrases(lows: Sequence[str], lo: int, hi: int, table: Phrases) -> Iterator[tuple[int, int]]:
    """Where phrases stand in `lows[lo:hi]`, as word indexes, not overlapping, longest first."""
    past = lo
    for k, low in enumerate(lows[lo:hi], lo):
        if low in table and k >= past:
            size = phrase_at(lows, k, hi, table)
            if size:
                past = k + size
                yield k, past


def phrase_at(lows: Sequence[str], k: int, hi: int, table: Phrases) -> int:
    """The number of words of the longest phrase at `k`, 0 for none."""
    for words in table.get(lows[k], ()):
        size = len(words)
        if k + size <= hi and tuple(lows[k : k + size]) == words:
            return size
    return 0
