"""Which pieces are a table of contents, also where the format does not say so, and the titles it gives."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from klaar.clauses.numbering import read_label
from klaar.clauses.numbering_words import clause_words, one_of
from klaar.clauses.split_piece import Piece

_LONGEST, _LONGEST_LEADERS = 140, 600
_LEADERS = re.compile(r"(?:[.…·_]\s*){3,}")
_PAGE = re.compile(r"(?:[.…·_\s]{2,}|\s|\t)(\d{1,3})\s*$")
_LINK = re.compile(r"\]\(#[^)\s]*\)\s*$")
_TAIL = re.compile(r"(?:[.…·_\s]{2,}|\s)(?:\d{1,3}|[ivx]{1,5})?\s*$")
_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,3})*\.?)\s+")
_LONGEST_TITLE, _WHOLE = 100, 12
_TRIM = " \t\n*_#:.-–"
_GAP, _FARTHEST = 4, 6
_ENOUGH, _ENOUGH_TITLED = 4, 2


class Contents(NamedTuple):
    """The pieces that are a table of contents, by index, and the title that it gives each number."""

    pieces: frozenset[int]
    titles: dict[tuple[str, ...], str]


def find_contents(text: str, pieces: Sequence[Piece]) -> Contents:
    """The tables of contents: under their title, marked by the format, or a run of lines ending in pages."""
    found: set[int] = set()
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        if piece.toc:
            found.add(index)
        elif _is_title(text, piece):
            end = _run(text, pieces, index + 1, _ENOUGH_TITLED) or _repeated(text, pieces, index + 1)
            if end:
                found.update(range(index, end))
                index = end
                continue
        elif _page(text, piece) >= 0:
            end = _run(text, pieces, index, _ENOUGH)
            if end:
                found.update(range(index, end))
                index = end
                continue
        index += 1
    _fill(text, pieces, found)
    return Contents(frozenset(found), _titles(text, pieces, found))


def _is_title(text: str, piece: Piece) -> bool:
    if piece.end - piece.body > _LONGEST_TITLE or piece.kind == "row":
        return False
    low = text[piece.body : piece.end].lower()
    titles = clause_words("headings", "contents")
    if not any(title in low for title in titles):
        return False
    words = _page_word().sub("", low).strip(_TRIM)
    return words in titles or words.endswith(tuple(title for title in titles if len(title) > _WHOLE))


def _is_entry(text: str, piece: Piece) -> bool:
    if piece.toc:
        return True
    if piece.kind == "row" or len(_LEADERS.sub("", text[piece.start : piece.end])) > _LONGEST:
        return False
    return piece.kind == "skip" or text[piece.end - 1] not in ".;,:!?" or piece.end - piece.body < 12


def _page(text: str, piece: Piece) -> int:
    """The page that an entry ends with; 0 for a link to a heading; -1 where it is no entry."""
    last = text[piece.end - 1 : piece.end]
    if piece.kind == "row" or piece.end - piece.start > _LONGEST_LEADERS:
        return -1
    if last.isdecimal():
        page = _PAGE.search(text, max(piece.start, piece.end - 12), piece.end)
        return int(page[1]) if page else -1
    return 0 if last == ")" and _LINK.search(text, piece.body, piece.end) else -1


def _run(text: str, pieces: Sequence[Piece], start: int, enough: int) -> int:
    """The end of a run of entries whose pages never go back, 0 where there are not `enough` of them."""
    hits, last, page, index = 0, start - 1, 0, start
    while index < len(pieces) and _is_entry(text, pieces[index]) and index - last <= _FARTHEST:
        here = _page(text, pieces[index])
        if 0 < here < page:
            break
        if here >= 0:
            hits, last, page = hits + 1, index, here or page
        index += 1
    dense = enough == _ENOUGH_TITLED or hits * 5 >= (last - start + 1) * 3
    return last + 1 if hits >= enough and dense else 0


def _fill(text: str, pieces: Sequence[Piece], found: set[int]) -> None:
    """Take in the short lines between entries, and the annexes named after the last."""
    for index in sorted(found):
        after = index + 1
        while (
            after < len(pieces)
            and after not in found
            and after - index < _GAP
            and _is_entry(text, pieces[after])
        ):
            after += 1
        if after in found:
            found.update(range(index, after))
            continue
        after = index + 1
        while after < len(pieces) and after not in found and _names_annex(text, pieces[after]):
            found.add(after)
            after += 1


def _names_annex(text: str, piece: Piece) -> bool:
    first = text[piece.start : piece.start + 16].split(" ", 1)[0].lower()
    return first in clause_words("labels", "annex") and _is_entry(text, piece)


def _repeated(text: str, pieces: Sequence[Piece], start: int) -> int:
    """The end of a list of titles without pages: where its first title comes again, above its own text."""
    if start >= len(pieces) or not _is_entry(text, pieces[start]):
        return 0
    first = text[pieces[start].start : pieces[start].end].strip(_TRIM).lower()
    index = start + 1
    while index < len(pieces) and _is_entry(text, pieces[index]):
        if text[pieces[index].start : pieces[index].end].strip(_TRIM).lower() == first:
            return index if index > start + 2 else 0
        index += 1
    return 0


def _titles(text: str, pieces: Sequence[Piece], found: set[int]) -> dict[tuple[str, ...], str]:
    titles: dict[tuple[str, ...], str] = {}
    for index in found:
        piece = pieces[index]
        label, body = piece.label, piece.body
        number = None if label else _NUMBER.match(text, piece.start, piece.end)
        if number:
            label, body = read_label(number[1]), number.end()
        words = _TAIL.sub("", text[body : piece.end]).strip(_TRIM)
        if label and 2 < len(words) <= 90:
            titles.setdefault(label.path, " ".join(words.split()))
    return titles


@cache
def _page_word() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{one_of('headings', 'page')})?\s*$")
