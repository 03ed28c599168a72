"""Where sentences end."""

import re
from functools import cache

from klaar.text.data import load_words
from klaar.text.span import Span

_END = re.compile(
    r"[.!?…][\"”’')\]*_`]*\s+(?=[\"“„‘'(\[*_{<`•·-]*[A-Z0-9À-Þ{\[])|(?<=[a-zà-ÿ]{3})\.(?=[A-Z][a-z]{2,} )"
)
_STOP = re.compile("[.!?…]")
"""What may end a sentence: looked for first, as it is found many times faster than `_END`."""
_LAST_WORD = re.compile(r"[\w.]+$")
_LABEL = re.compile(r"(\w+)\s+$")


@cache
def _words(language: str, name: str) -> frozenset[str]:
    return frozenset(load_words(language, "sentences")[name].split())


def split_sentences(text: str, start: int, end: int, language: str) -> list[Span]:
    """The sentences of `text[start:end]`, without the white space between them.

    "Klant betaalt (art. 9). Anders volgt rente." → two spans; the stop after "art" ends nothing.
    """
    spans, begin = [], start
    short, labels = _words(language, "abbreviations"), _words(language, "labels")
    for stop in _STOP.finditer(text, start, end):
        mark = _END.match(text, stop.start(), end)
        if mark is None or (stop.group() == "." and _abbreviates(text, begin, stop.start(), short, labels)):
            continue
        spans.append(Span(begin, stop.start() + len(mark.group().rstrip())))
        begin = mark.end()
    last = start + len(text[start:end].rstrip())
    return [*spans, Span(begin, last)] if begin < last else spans


def _abbreviates(text: str, begin: int, dot: int, short: frozenset[str], labels: frozenset[str]) -> bool:
    last = _LAST_WORD.search(text, max(begin, dot - 12), dot)
    if last is None:
        return False
    word = last.group()
    if len(word) == 1 and word.isalpha() and word.isupper():
        label = _LABEL.search(text, max(begin, last.start() - 14), last.start())
        return label is None or label.group(1).lower() not in labels
    return word.lower() in short
