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
    """The vague words in the words `lo:hi`."""
    slots = []
    for first, end in find_phrases(marked.lows, lo, hi, vague_words(marked.language)):
        begin, stop = marked.spans[first][0], marked.spans[end - 1][1]
        slots.append(Slot(begin, stop, marked.text[begin:stop]))
    return tuple(slots)
