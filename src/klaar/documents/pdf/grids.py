"""The cells of a table on a page, with the segments that stand in them."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from klaar.documents.pdf.lattice import Lattice
from klaar.documents.pdf.rows import rows_of
from klaar.documents.pdf.segment import Segment

_TALL_CELL = 25

_Place = tuple[int, int]
"""A row and a column, from 0."""

GridCell = tuple[Segment, ...]
"""The segments of a cell in reading order, line after line."""


class PdfTable(NamedTuple):
    """A table as it stands on one page: its rows of cells, its place, and where its columns begin."""

    rows: tuple[tuple[GridCell, ...], ...]
    left: float
    top: float
    right: float
    bottom: float
    page: int
    columns: tuple[float, ...]


class Lifted(NamedTuple):
    """The tables taken from a page, and the segments that are left."""

    tables: list[PdfTable]
    rest: list[Segment]


def ruled_tables(segments: Sequence[Segment], found: Sequence[Lattice]) -> Lifted:
    """Each lattice with what stands in it; one that holds no two cells beside each other is left alone."""
    tables, rest = [], list(segments)
    for lattice in found:
        inside = [one for one in rest if _within(one, lattice)]
        table = _table(inside, lattice) if inside else None
        if table is not None:
            tables.append(table)
            taken = set(map(id, inside))
            rest = [one for one in rest if id(one) not in taken]
    return Lifted(tables, rest)


def crossed(segment: Segment, lattice: Lattice) -> list[float]:
    """Where the lattice's uprights run through a segment: its cells stand too close to be told apart."""
    middle = segment.base - 0.25 * segment.size
    inner = segment.left + 0.3 * segment.size, segment.right - 0.3 * segment.size
    return [
        stroke.at
        for stroke in lattice.uprights
        if inner[0] < stroke.at < inner[1] and stroke.low <= middle <= stroke.high
    ]


def _within(segment: Segment, lattice: Lattice) -> bool:
    x, y = (segment.left + segment.right) / 2, segment.base - 0.25 * segment.size
    return lattice.xs[0] < x < lattice.xs[-1] and lattice.ys[0] < y < lattice.ys[-1]


def _table(inside: Sequence[Segment], lattice: Lattice) -> PdfTable | None:
    wide, high = len(lattice.xs) - 1, len(lattice.ys) - 1
    cells: list[list[list[Segment]]] = [[[] for _ in range(wide)] for _ in range(high)]
    homes: dict[_Place, _Place] = {}
    for segment in inside:
        place = _place(segment, lattice)
        if place not in homes:
            homes[place] = _home(place, lattice)
        row, column = homes[place]
        cells[row][column].append(segment)
    rows = tuple(tuple(in_order(cell) for cell in row) for row in cells if any(row))
    beside = any(sum(map(bool, row)) > 1 for row in rows)
    if not beside or (len(rows) <= 2 and _is_tall(rows)):
        return None
    edges = lattice.xs[0], lattice.ys[0], lattice.xs[-1], lattice.ys[-1]
    return _without_empty_columns(PdfTable(rows, *edges, inside[0].page, lattice.xs[:-1]))


def _is_tall(rows: Sequence[Sequence[GridCell]]) -> bool:
    """Whether a cell holds so many lines that the box only arranges the page."""
    return any(len(cell) > _TALL_CELL and len(rows_of(cell)) > _TALL_CELL for row in rows for cell in row)


def _place(segment: Segment, lattice: Lattice) -> _Place:
    """The row and the column of the lattice in which a segment begins."""
    x = segment.left + min(segment.width / 2, segment.size)
    y = segment.base - 0.25 * segment.size
    row = min(max(bisect_right(lattice.ys, y) - 1, 0), len(lattice.ys) - 2)
    return row, min(max(bisect_right(lattice.xs, x) - 1, 0), len(lattice.xs) - 2)


def _home(place: _Place, lattice: Lattice) -> _Place:
    """The cell that a place belongs to; of merged cells the first."""
    row, column = place
    while column and not lattice.parted(column, row):
        column -= 1
    while row and not lattice.floored(column, row):
        row -= 1
    return row, column


def _without_empty_columns(table: PdfTable) -> PdfTable:
    kept = [place for place in range(len(table.columns)) if any(row[place] for row in table.rows)]
    rows = tuple(tuple(row[place] for place in kept) for row in table.rows)
    return table._replace(rows=rows, columns=tuple(table.columns[place] for place in kept))


def in_order(segments: Sequence[Segment]) -> GridCell:
    """The segments of a cell line by line."""
    if all(two.base - one.base > 0.5 * one.size for one, two in pairwise(segments)):
        return tuple(segments)
    return tuple(segment for row in rows_of(segments) for segment in row.segments)
