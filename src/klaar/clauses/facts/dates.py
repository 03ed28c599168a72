"""Dates in a sentence, by the words that stand before them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from klaar.clauses.facts.sentence import Sentence
from klaar.text.span import Span
from klaar.text.times.model import Time

_NEAR, _LABEL_NEAR = 45, 32
"""Characters between "effective as of" and its date, and between "Date:" and its date."""
_DATE = 40
"""Characters of the longest date: "Wednesday the 28th day of September, 2027"."""
_TORN = 20
"""Characters before a month in which its torn-off day stands."""
_FULL = 10
"""Characters of an ISO date with its day."""
_ORDINAL = re.compile(r"(\d{1,2})\s?(?:s\s?t|n\s?d|r\s?d|t\s?h)\s+day\s+of\s*$")
_FIGURES = re.compile(r"\d\d|\d[-/.]\d")
_DIGIT = re.compile(r"\d")
_LOOSE = re.compile(r"\(|\bafter\b|\bbefore\b|\bna\b|\bvoor\b|\bnaar\b")

Hit = tuple[str, int, int]
"""A value with the place of the words that say it."""


def dates_in(sentence: Sentence, span: Span | None = None) -> Iterator[Hit]:
    """The dates of a sentence (or of `span`) that have day, month and year, in ISO form.

    A superscript that a PDF has torn off is put right: "the 16t h day of May, 2017" is 2017-05-16.
    """
    if not _FIGURES.search(sentence.low):
        return
    for time in sentence.times_in(*span) if span else sentence.times:
        if time.type == "date" and not str(time.value).startswith("X"):
            if len(str(time.value)) == _FULL:
                yield str(time.value), time.start, time.end
            elif hit := _mended(sentence, time):
                yield hit


def _mended(sentence: Sentence, time: Time) -> Hit | None:
    begin = max(sentence.start, time.start - _TORN)
    torn = _ORDINAL.search(sentence.text[begin : time.start].lower())
    if torn and 0 < int(torn.group(1)) <= 28:
        return f"{time.value}-{int(torn.group(1)):02}", begin + torn.start(), time.end
    return None


def dated(sentence: Sentence, phrases: tuple[str, ...], gap: int = _NEAR) -> Hit | None:
    """The first date that stands after one of `phrases`, with the words from phrase to date."""
    for place in sentence.places(phrases) if _FIGURES.search(sentence.low) else ():
        reach = min(sentence.end, place.end + gap + _DATE)
        if not _DIGIT.search(sentence.text, place.end, reach):
            continue
        for value, start, end in dates_in(sentence, Span(place.end, reach)):
            between = sentence.low[place.end - sentence.start : start - sentence.start]
            if start - place.end <= gap and not _LOOSE.search(between):
                return value, place.start, end
    return None


def labelled(sentence: Sentence, labels: tuple[str, ...]) -> Hit | None:
    """A date after one of `labels` at the start of a line or a cell: "Date: 3 May 2027", "| Datum | …"."""
    hit = dated(sentence, labels, _LABEL_NEAR)
    if hit is None:
        return None
    between = sentence.text[hit[1] : hit[2]]
    opens = not sentence.text[sentence.start : hit[1]].strip(" *_|#>-\t\n")
    return hit if opens and (":" in between or "|" in between or "\t" in between) else None


class Lasting(NamedTuple):
    """A period that is written with both its days, and its place."""

    first: str
    last: str
    start: int
    end: int


def spanning(sentence: Sentence, words: dict[str, list[str]]) -> Lasting | None:
    """The period of an agreement: "voor de periode van 1 oktober 2026 tot en met 30 september 2030"."""
    if not sentence.has(words["spans"]) or sentence.has(words["skip"]):
        return None
    for time in sentence.times:
        if time.type == "period" and len(str(time.value)) == 2 * _FULL + 1:
            first, last = str(time.value).split("/")
            return Lasting(first, last, time.start, time.end)
    return None
