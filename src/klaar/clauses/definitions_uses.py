"""Where the defined words are used: one pass over the words of the text."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from klaar.clauses.definitions_words import forms
from klaar.text.span import Span

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


class _Wanted(NamedTuple):
    """A term as a row of words: each but the last as written, the last in any of its forms."""

    term: int
    words: tuple[frozenset[str], ...]
    exact: str


class Word(NamedTuple):
    """A word as defined, and the place of its definition, where it is not used but said."""

    word: str
    start: int
    end: int


def find_uses(text: str, words: Sequence[Word], language: str) -> list[list[Span]]:
    """For each word the places where it stands, itself or in another form, outside its definition, in order.

    A word that is defined with a capital counts with that capital only, so that "the Service" is a use and
    "the service" is not, unless the text never writes it so. The longest term wins where two begin alike.
    """
    wanted, loose = _index([each.word for each in words], language)
    strict: list[list[Span]] = [[] for _ in words]
    relaxed: list[list[Span]] = [[] for _ in words]
    reached = 0
    for found in _WORD.finditer(text):
        word = found[0]
        row = wanted.get(word)
        if row is not None and found.start() >= reached:
            for each in row:
                end = _end(text, found, each.words)
                if end:
                    _note(strict[each.term], words[each.term], found.start(), end)
                    reached = end
                    break
        elif word in loose:
            for each in loose[word]:
                end = _end(text, found, each.words)
                if end:
                    _note(relaxed[each.term], words[each.term], found.start(), end)
                    break
    return [kept or relaxed[index] for index, kept in enumerate(strict)]


def _note(uses: list[Span], word: Word, start: int, end: int) -> None:
    if end <= word.start or start >= word.end:
        uses.append(Span(start, end))


def _index(
    words: Sequence[str], language: str
) -> tuple[Mapping[str, Sequence[_Wanted]], Mapping[str, Sequence[_Wanted]]]:
    """The terms by every form of their first word, the longest first, and again in lower case."""
    strict: dict[str, list[_Wanted]] = {}
    loose: dict[str, list[_Wanted]] = {}
    for term, word in enumerate(words):
        parts = _WORD.findall(word)
        if not parts:
            continue
        rows = (*(frozenset({part}) for part in parts[:-1]), forms(parts[-1], language))
        wanted = _Wanted(term, rows, parts[0])
        for first in rows[0]:
            strict.setdefault(first, []).append(wanted)
        if word[0].isupper() and not word.isupper():
            lower = tuple(frozenset(form.lower() for form in row) for row in rows)
            for first in lower[0]:
                loose.setdefault(first, []).append(_Wanted(term, lower, parts[0]))
        elif word[0].islower():
            for first in rows[0]:
                strict.setdefault(first[0].upper() + first[1:], []).append(wanted)
    for index in (strict, loose):
        for first, row in index.items():
            row.sort(key=lambda each: (-len(each.words), each.exact != first))
    return strict, loose


def _end(text: str, found: re.Match[str], words: tuple[frozenset[str], ...]) -> int:
    """Where the row of words that begins at `found` ends, 0 where the others do not follow."""
    end = found.end()
    for row in words[1:]:
        after = _WORD.search(text, end, end + 48)
        if after is None or after[0] not in row or not _joins(text, end, after.start()):
            return 0
        end = after.end()
    return end


def _joins(text: str, start: int, end: int) -> bool:
    between = text[start:end]
    return len(between) <= 4 and between.strip(" \n\t\xa0>-/&") == ""
