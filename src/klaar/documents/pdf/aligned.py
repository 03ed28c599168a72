"""Tables without ruling lines: rows whose parts stand below each other with clear space between."""

from collections.abc import Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from klaar.documents.pdf.aligned_rows import CLEAR, column_of, columns_of, grouped
from klaar.documents.pdf.grids import GridCell, PdfTable, in_order
from klaar.documents.pdf.rows import Row
from klaar.documents.pdf.segment import Segment

_FAR = 3.2
_FEWEST = 2
_LONGEST = 500

_Gap = tuple[float, float]


class AlignedTable(NamedTuple):
    """A table in rows `first:last` of a region."""

    first: int
    last: int
    table: PdfTable


def aligned_tables(rows: Sequence[Row], skipped: Set[int] = frozenset()) -> list[AlignedTable]:
    """Tables among the rows of a region: two or more rows of more than one part, none of them `skipped`."""
    found: list[AlignedTable] = []
    index = 0
    while index < len(rows):
        table = None
        if len(rows[index].segments) > 1 and index not in skipped:
            table = _table_from(rows, index, found[-1].last if found else 0, skipped)
        if table is not None:
            found.append(table)
        index = table.last if table else index + 1
    return found


def _table_from(rows: Sequence[Row], first: int, low: int, skipped: Set[int]) -> AlignedTable | None:
    """The table of which row `first` is the first with more parts than one; it begins at `low` or later."""
    last = _reach(rows, first, skipped)
    if last - first < _FEWEST or _parts(rows[first:last]) < _FEWEST:
        return None
    first = _upwards(rows, first, last, low, skipped)
    table = _table(rows[first:last])
    return AlignedTable(first, last, table) if table else None


def _parts(rows: Sequence[Row]) -> int:
    return sum(len(row.segments) > 1 for row in rows)


def _reach(rows: Sequence[Row], first: int, skipped: Set[int]) -> int:
    """The row after the last one that leaves at least one gap of the first row clear."""
    gaps = _gaps(rows[first])
    last = first + 1
    for index in range(first + 1, min(len(rows), first + _LONGEST)):
        row = rows[index]
        if row.base - rows[index - 1].base > _FAR * row.size or index in skipped:
            break
        gaps = [gap for gap in (_left_clear(gap, row) for gap in gaps) if gap]
        if not gaps:
            break
        if len(row.segments) > 1 or row.left > rows[first].left + 2 * row.size:
            last = index + 1
    return last


def _upwards(rows: Sequence[Row], first: int, last: int, low: int, skipped: Set[int]) -> int:
    """Heads of several lines begin above the first row with more parts: in a column, but not the first."""
    if last - first < _FEWEST:
        return first
    edges = columns_of(rows[first:last])
    while first > low and first - 1 not in skipped and len(edges) > 1:
        row = rows[first - 1]
        close = rows[first].base - row.base <= 1.6 * row.size
        inside = row.left >= edges[1] - 2 and all(one.right <= _end(one, edges) for one in row.segments)
        if not close or not inside:
            break
        first -= 1
    return first


def _end(segment: Segment, edges: Sequence[float]) -> float:
    """Where the column after that of a segment begins."""
    after = column_of(segment, edges) + 1
    return edges[after] if after < len(edges) else float("inf")


def _gaps(row: Row) -> list[_Gap]:
    pairs = pairwise(row.segments)
    return [(one.right, two.left) for one, two in pairs if two.left - one.right > CLEAR * row.size]


def _left_clear(gap: _Gap, row: Row) -> _Gap | None:
    """The part of a gap that the segments of a row do not cover, when it is still wide enough."""
    low, high = gap
    for one in row.segments:
        if one.right > low and one.left < high:
            if one.left <= low:
                low = one.right
            else:
                high = one.left
    return (low, high) if high - low > CLEAR * row.size else None


def _table(rows: Sequence[Row]) -> PdfTable | None:
    edges = columns_of(rows)
    if len(edges) < 2:
        return None
    groups = grouped(rows, edges)
    cells = tuple(_cells(group, edges) for group in groups)
    first = rows[0].segments[0]
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    return PdfTable(cells, left, rows[0].base - first.size, right, rows[-1].base, first.page, tuple(edges))


def _cells(rows: Sequence[Row], edges: Sequence[float]) -> tuple[GridCell, ...]:
    cells: list[list[Segment]] = [[] for _ in edges]
    for row in rows:
        for one in row.segments:
            cells[column_of(one, edges)].append(one)
    return tuple(in_order(cell) for cell in cells)
