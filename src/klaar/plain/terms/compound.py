"""Compounds taken apart: "uptimegarantie" is "uptime" and "garantie", "AVG-verzoek" is "AVG" and "verzoek"."""

from collections.abc import Iterator

from klaar.plain.terms.fold import fold, is_short
from klaar.plain.terms.model import Part
from klaar.plain.terms.terms import Name, Terms, may_be
from klaar.plain.terms.words import is_part, ordinary_words

_LEAST = 3
"""Letters of the shortest part; shorter ones are found by chance."""
_MOST = 28
"""Letters of the longest part."""
_LONGEST = 80
"""Letters of the longest word that is taken apart: nothing longer is a word."""


def split_compound(word: str, terms: Terms) -> tuple[Part, ...]:
    """The parts of `word` in order, in the way with the fewest of them; () where it cannot be taken apart whole.

    "beheersovereenkomst" → "beheer" 0:6 and "overeenkomst" 7:19: the linking "s" belongs to neither.
    """
    if len(word) > _LONGEST:
        return ()
    parts: list[Part] = []
    for start, piece in _pieces(word):
        inside = _piece(piece, terms)
        if not inside:
            return ()
        parts += [part._replace(start=part.start + start, end=part.end + start) for part in inside]
    return tuple(parts) if len(parts) > 1 else ()


def tail_of(word: str, terms: Terms) -> tuple[Part, ...]:
    """A first part that nobody knows and the longest term at the end: "Plexgarantie" → "Plex", "garantie"."""
    low = fold(word)
    for start in range(_LEAST, len(low) - _LEAST - 1):
        name = _glued(low[start:], terms, last=True)
        if name is not None:
            head = word[:start].rstrip("-")
            return Part(0, len(head), head, None, known=False), Part(start, len(word), name.term.word, name.term)
    return ()


def _pieces(word: str) -> Iterator[tuple[int, str]]:
    """What stands between the hyphens of `word`, with the place where each begins."""
    start = 0
    for piece in word.split("-"):
        yield start, piece
        start += len(piece) + 1


def _piece(piece: str, terms: Terms) -> tuple[Part, ...]:
    """The parts of what stands between hyphens: one known word or abbreviation, or a compound."""
    name = terms.find_one(piece) if piece else None
    if name is not None and may_be(piece, name):
        return (Part(0, len(piece), piece, name.term),)
    low = fold(piece)
    if is_part(low, terms.language) or low.isdecimal():
        return (Part(0, len(piece), piece, None),)
    return _glued_parts(low, terms)


def _glued_parts(low: str, terms: Terms) -> tuple[Part, ...]:
    """The fewest known words that make up `low`; of two ways that with the longest last part."""
    best: list[tuple[Part, ...] | None] = [None] * (len(low) + 1)
    best[0] = ()
    for start in range(len(low) - _LEAST + 1):
        before = best[start]
        if before is None:
            continue
        for end in range(start + _LEAST, min(start + _MOST, len(low)) + 1):
            part = _part(low, start, end, terms)
            if part is not None:
                for place in _next(low, end, terms):
                    known = best[place]
                    if known is None or len(known) > len(before) + 1:
                        best[place] = (*before, part)
    return best[-1] or ()


def _next(low: str, end: int, terms: Terms) -> Iterator[int]:
    """Where the part after one that ends at `end` may begin: there, or behind linking letters."""
    yield end
    for link in ordinary_words(terms.language).links:
        if low.startswith(link, end) and end + len(link) + _LEAST <= len(low):
            yield end + len(link)


def _part(low: str, start: int, end: int, terms: Terms) -> Part | None:
    piece = low[start:end]
    last = end == len(low)
    name = _glued(piece, terms, last)
    if name is not None:
        return Part(start, end, piece, name.term)
    ordinary = piece in ordinary_words(terms.language).parts or (last and is_part(piece, terms.language))
    return Part(start, end, piece, None) if ordinary else None


def _glued(piece: str, terms: Terms, last: bool) -> Name | None:
    """The term that `piece` is inside a word; no abbreviation, and inflected only at the end."""
    name = terms.single.get(piece) or (terms.inflected(piece) if last else None)
    return name if name is not None and not is_short(name.written) else None
