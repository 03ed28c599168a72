"""Where sentences end."""

import re
from functools import cache

from klaar.text.data import load_words
from klaar.text.span import Span

_END = re.compile(r"[.!?…][\"”’')\]*_`]*\s+(?=[\"“„‘'(\[*_{<`•·-]*[A-Z0-9À-Þ{\[])")
_LAST_WORD = re.compile(r"[\w.]+$")


@cache
def _abbreviations(language: str) -> frozenset[str]:
    return frozenset(load_words(language, "sentences")["abbreviations"].split())


def split_sentences(text: str, start: int, end: int, language: str) -> list[Span]:
    """The sentences of `text[start:end]`, without the white space between them.

    "Klant betaalt (art. 9). Anders volgt rente." → two spans; the stop after "art" ends nothing.
    """
    spans, begin, short = [], start, _abbreviations(language)
    for mark in _END.finditer(text, start, end):
        if text[mark.start()] == "." and _abbreviates(text, begin, mark.start(), short):
            continue
        spans.append(Span(begin, mark.start() + len(mark.group().rstrip())))
        begin = mark.end()
    stop = start + len(text[start:end].rstrip())
    return [*spans, Span(begin, stop)] if begin < stop else spans


def _abbreviates(text: str, begin: int, dot: int, short: frozenset[str]) -> bool:
    last = _LAST_WORD.search(text, max(begin, dot - 12), dot)
    if last is None:
        return False
    word = last.group()
    return word.lower() in short or (len(word) == 1 and word.isalpha() and word.isupper())
