"""Finds the words that point at a place: "artikel 11.2", "lid 2", "Schedule D", "this Section"."""

import re
from collections.abc import Iterator

from klaar.clauses.references_rows import NUMBER, number_row
from klaar.clauses.references_sign import Sign
from klaar.clauses.references_words import labels, phrases
from klaar.text.words import lower

_CANDIDATE = re.compile(r"[\s§](?=\d|[A-Z](?:[\d.-]|(?!\w))|[IVXL]{2,6}\b)")
_AROUND = "([{<\"'“‘„*_>"
_LONGEST = 18


def numbered_signs(text: str) -> Iterator[Sign]:
    """Every label with a number after it, and the numbers joined to it."""
    known = labels()
    reached = 0
    for found in _CANDIDATE.finditer(text):
        place = found.start()
        if place < reached:
            continue
        if found[0] == "§":
            word, place = "§", place + 1
        else:
            before = text[max(0, place - _LONGEST) : place].rsplit(None, 1)
            word = before[-1].lstrip(_AROUND).lower() if before else ""
        label = known.get(word)
        if label is None:
            continue
        row = number_row(text, place - len(word), place, label)
        if row:
            reached = row[-1].tail
            yield from row


def worded_signs(text: str) -> Iterator[Sign]:
    """Every phrase that points without a number: "dit artikel", "the preceding clause", "hieronder"."""
    low = lower(text)
    for last, known in phrases().items():
        end = low.find(last) + len(last)
        while end >= len(last):
            for phrase, (kind, word, path) in known.items():
                start = end - len(phrase)
                if low.startswith(phrase, start) and _stands_alone(low, start, end):
                    if not NUMBER.match(text, end):
                        yield Sign(start, end, kind, word, path, end, False)
                    break
            end = low.find(last, end) + len(last)


def _stands_alone(low: str, start: int, end: int) -> bool:
    return not (low[start - 1 : start].isalnum() or low[end : end + 1].isalnum())
