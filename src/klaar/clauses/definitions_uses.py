"""Where the defined words are used: one pass over the words with a capital, and one over the others."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from klaar.clauses.definitions_words import forms
from klaar.text.span import Span

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_JOINTS = " \n\t\r\xa0>-/&"
_FARTHEST = 48


class Word(NamedTuple):
    """A word as defined, and the place of its definition, where it is not used but said."""

    word: str
    start: int
    end: int


class _Wanted(NamedTuple):
    """A term as a row of words: each but the last as written, the last in any of its forms."""

    term: int
    words: tuple[frozenset[str], ...]
    exact: str


_Index = Mapping[str, Sequence[_Wanted]]


def find_uses(text: str, words: Sequence[Word], language: str) -> list[list[Span]]:
    """For each word the places where it stands, itself or in another form, outside its definition, in order.

    A word that is defined with a capital counts with that capital only, so that "the Service" is a use and
    "the service" is not, unless the text never writes it so. The longest term wins where two begin alike.
    """
    wanted = [row for term, word in enumerate(words) if (row := _wanted(term, word.word, language))]
    uses: list[list[Span]] = [[] for _ in words]
    capital, small = _by_case(_index(wanted))
    _search(text, words, capital, uses)
    loose = _index(_lower(row) for row in wanted if _loosens(row, words, uses))
    _search(text, words, {**loose, **small}, uses)
    return [sorted(spans) for spans in uses]


def _wanted(term: int, word: str, language: str) -> _Wanted | None:
    parts = _WORD.findall(word)
    if not parts:
        return None
    *first, last = parts
    rows = (*(frozenset({part}) for part in first), forms(last, language))
    if parts[0][0].islower():
        rows = (rows[0] | {form[0].upper() + form[1:] for form in rows[0]}, *rows[1:])
    return _Wanted(term, rows, parts[0])


def _loosens(row: _Wanted, words: Sequence[Word], uses: Sequence[list[Span]]) -> bool:
    """Whether a word with a capital may stand without it: it is never written so, and is no abbreviation."""
    word = words[row.term].word
    return not uses[row.term] and word[0].isupper() and not word.isupper()


def _lower(row: _Wanted) -> _Wanted:
    return row._replace(words=tuple(frozenset(form.lower() for form in forms) for forms in row.words))


def _index(wanted: Iterable[_Wanted]) -> _Index:
    """The terms by every form of their first word, the longest first."""
    index: dict[str, list[_Wanted]] = {}
    for row in wanted:
        for first in row.words[0]:
            index.setdefault(first, []).append(row)
    for first, rows in index.items():
        rows.sort(key=lambda row: (-len(row.words), row.exact != first))
    return index


def _by_case(index: _Index) -> tuple[_Index, _Index]:
    """The words that begin with a capital apart: they are few in a text, and quickly passed through."""
    capital = {first: rows for first, rows in index.items() if first[0].isupper()}
    return capital, {first: rows for first, rows in index.items() if first not in capital}


def _search(text: str, words: Sequence[Word], index: _Index, uses: list[list[Span]]) -> None:
    """Note the uses of the terms of `index`, looking only at words that begin with one of their letters."""
    initials = "".join(sorted({first[0] for first in index}))
    if not initials:
        return
    begin = rf"[{re.escape(initials)}]"
    boundary = "" if initials.isupper() else r"\b"
    reached = 0
    for found in re.finditer(rf"{boundary}{begin}[^\W_]*(?:-[^\W_]+)*", text):
        rows = index.get(found[0])
        start = found.start()
        if (
            rows is None
            or start < reached
            or (start and (text[start - 1].isalnum() or text[start - 1] == "-"))
        ):
            continue
        for row in rows:
            end = _end(text, found.end(), row.words)
            if end:
                reached = end
                word = words[row.term]
                if end <= word.start or start >= word.end:
                    uses[row.term].append(Span(start, end))
                break


def _end(text: str, end: int, words: tuple[frozenset[str], ...]) -> int:
    """Where the row of words ends whose first one ends at `end`, 0 where the others do not follow."""
    for row in words[1:]:
        after = _WORD.search(text, end, end + _FARTHEST)
        if after is None or after[0] not in row or after.start() - end > 4:
            return 0
        if text[end : after.start()].strip(_JOINTS):
            return 0
        end = after.end()
    return end
