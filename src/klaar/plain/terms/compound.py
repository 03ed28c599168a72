"""Compounds taken apart: "uptimegarantie" is "uptime" and "garantie"."""

import re
from collections.abc import Iterator

from klaar.plain.terms.bases import bases
from klaar.plain.terms.fold import fold
from klaar.plain.terms.model import Part
from klaar.plain.terms.terms import LEAST_PIECE, Terms, may_be
from klaar.plain.terms.words import is_part, ordinary_words

_LONGEST = 80
"""Letters of the longest word that is taken apart: nothing longer is a word."""

_TELLING = 4
"""Letters of a part that tells what the whole is about."""
_CAPITALS = re.compile(r"[A-Z]{2,}(?=[a-z]{3})")
"""An abbreviation written fast to the word after it: "SLArapport"."""


def split_compound(word: str, terms: Terms) -> tuple[Part, ...]:
    """The parts of `word`, in the way with the fewest of them; () where it cannot be taken apart whole.

    "beheersovereenkomst" → "beheer" 0:6 and "overeenkomst" 7:19: the linking "s" belongs to neither.
    """
    if len(word) > _LONGEST:
        return ()
    parts = _by_pieces(word, terms) or ("-" in word and _without_hyphens(word, terms)) or ()
    return parts if len(parts) > 1 else ()


def _by_pieces(word: str, terms: Terms) -> tuple[Part, ...]:
    parts: list[Part] = []
    for start, piece in _pieces(word):
        inside = _piece(piece, terms)
        if not inside:
            return ()
        parts += [part._replace(start=part.start + start, end=part.end + start) for part in inside]
    return tuple(parts)


def _without_hyphens(word: str, terms: Terms) -> tuple[Part, ...]:
    """The parts where a hyphen stands within one of them: "back-upretentie" and "termijn"."""
    places = [place for place, letter in enumerate(word) if letter != "-"]
    parts = _glued_parts(fold(word).replace("-", ""), terms)
    return tuple(part._replace(start=places[part.start], end=places[part.end - 1] + 1) for part in parts)


def tail_of(word: str, terms: Terms) -> tuple[Part, ...]:
    """A first part that nobody knows and the longest term at the end: "Plexgarantie" → "Plex", "garantie"."""
    low = fold(word)
    for start in range(LEAST_PIECE, len(low) - LEAST_PIECE - 1):
        term = next((terms.pieces[form] for form in _forms(low[start:], terms) if form in terms.pieces), None)
        if term is not None:
            head = word[:start].rstrip("-")
            return Part(0, len(head), head, None, known=False), Part(start, len(word), term.word, term)
    return ()


def has_known_end(low: str, terms: Terms) -> bool:
    """Whether `low` is, begins with or ends with a known word: "accountantsonderzoek" with "onderzoek"."""
    pieces, cuts = terms.pieces, range(_TELLING, len(low) + 1)
    if any(low[:cut] in pieces for cut in cuts):
        return True
    return any(low[-cut:] in pieces for cut in cuts) or any(
        form[-cut:] in pieces for form in bases(low, terms.language) for cut in cuts
    )


def _forms(piece: str, terms: Terms) -> tuple[str, ...]:
    return piece, *bases(piece, terms.language)


def _pieces(word: str) -> Iterator[tuple[int, str]]:
    """What stands between the hyphens of `word`, and capitals at a front, each with its place."""
    start = 0
    for piece in word.split("-"):
        capitals = _CAPITALS.match(piece)
        front = capitals.end() if capitals else 0
        if front:
            yield start, piece[:front]
        yield start + front, piece[front:]
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
    """The fewest known words that make up `low`, of which the last may be inflected."""
    for form in _forms(low, terms):
        parts = _fewest(form, terms)
        if parts:
            return (*parts[:-1], parts[-1]._replace(end=len(low), word=low[parts[-1].start :]))
    return ()


def _fewest(low: str, terms: Terms) -> tuple[Part, ...]:
    """The fewest known words that make up `low`; of two ways that with the longest last part."""
    pieces, reach = terms.pieces, terms.reach
    best: dict[int, tuple[Part, ...]] = {0: ()}
    for start in range(len(low) - LEAST_PIECE + 1):
        far = start in best and reach.get(low[start : start + LEAST_PIECE], 0)
        if not far:
            continue
        before = best[start]
        for end in range(start + LEAST_PIECE, min(start + far, len(low)) + 1):
            piece = low[start:end]
            if piece in pieces:
                for place in _next(low, end, terms):
                    if place not in best or len(best[place]) > len(before) + 1:
                        best[place] = (*before, Part(start, end, piece, pieces[piece]))
    return best.get(len(low), ())


def _next(low: str, end: int, terms: Terms) -> Iterator[int]:
    """Where the part after one that ends at `end` may begin: there, or behind linking letters."""
    yield end
    for link in ordinary_words(terms.language).links:
        if low.startswith(link, end) and end + len(link) + LEAST_PIECE <= len(low):
            yield end + len(link)
