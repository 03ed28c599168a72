"""A whole page of the source, with every promise on it marked: as text, and as the page's own picture."""

from collections.abc import Sequence
from typing import NamedTuple

from klaar.web.store.models import Promise, SourcePage

_EDGE = 2.0


class Piece(NamedTuple):
    """A run of text; `promise` is the one it belongs to, None between promises."""

    text: str
    promise: Promise | None
    is_chosen: bool


class Box(NamedTuple):
    """A place on the page in points, as SVG writes it: with points as decimals, whatever the language."""

    x: str
    y: str
    width: str
    height: str


class Sheet(NamedTuple):
    """One page: its text in pieces, the size of its picture ("" where it has none) and what is marked on it."""

    page: SourcePage
    pieces: tuple[Piece, ...]
    width: str
    height: str
    boxes: tuple[Box, ...]


def build_sheet(page: SourcePage, promises: Sequence[Promise], chosen: Promise | None) -> Sheet:
    """A page with its promises; of promises that overlap the first is marked."""
    boxes = _boxes(page, chosen) if chosen and chosen.document == page.document else ()
    has_picture = bool(page.width and page.height and page.number)
    return Sheet(
        page,
        tuple(_pieces(page, promises, chosen)),
        f"{page.width:.1f}" if has_picture else "",
        f"{page.height:.1f}" if has_picture else "",
        boxes,
    )


def _pieces(page: SourcePage, promises: Sequence[Promise], chosen: Promise | None) -> list[Piece]:
    pieces, at = [], page.start
    for promise in sorted(promises, key=lambda each: (each.start, each != chosen)):
        start, end = max(promise.start, page.start), min(promise.end, page.end)
        if start < at or start >= end:
            continue
        pieces.append(Piece(page.text[at - page.start : start - page.start], None, False))
        pieces.append(Piece(page.text[start - page.start : end - page.start], promise, promise == chosen))
        at = end
    pieces.append(Piece(page.text[at - page.start :], None, False))
    return [piece for piece in pieces if piece.text]


def _boxes(page: SourcePage, promise: Promise) -> tuple[Box, ...]:
    """The parts of the lines on which the words stand; within a line every letter counts as equally wide."""
    boxes = []
    for start, end, left, top, right, bottom in page.lines:
        first, last = max(start, promise.start), min(end, promise.end)
        if first < last and end > start:
            wide = (right - left) / (end - start)
            x, edge = left + (first - start) * wide, _EDGE
            box = (x - edge, top - edge, (last - first) * wide + 2 * edge, bottom - top + 2 * edge)
            boxes.append(Box(*(f"{value:.1f}" for value in box)))
    return tuple(boxes)
