"""Words that make a promise impossible to check: "naar beste vermogen", "commercially reasonable"."""

from functools import cache

from klaar.promises.marked import Marked
from klaar.promises.model import Slot
from klaar.promises.phrases import Phrases, find_phrases, phrase_table
from klaar.text.data import load_words


@cache
def vague_words(language: str) -> Phrases:
    """The vague words and phrases of "nl" or "en"."""
    data = load_words(language, "vague")
    return phrase_table((*data["words"].split(), *data["phrases"].split(";")))


def find_vague(marked: Marked, lo: int, hi: int) -> tuple[Slot, ...]:
    """The vague words among the words `lo:hi`: "redelijke" in "levert redelijke ondersteuning"."""
    return tuple(
        _slot(marked, first, end)
        for first, end in find_phrases(marked.lows, lo, hi, vague_words(marked.language))
    )


def _slot(marked: Marked, lo: int, hi: int) -> Slot:
    start, end = marked.spans[lo][0], marked.spans[hi - 1][1]
    return Slot(start, end, marked.text[start:end])
