"""Tables without ruling lines: rows whose parts stand below each other with clear space between."""

from collections.abc import Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from klaar.documents.pdf.grids import GridCell, PdfTable, in_order
from klaar.documents.pdf.rows import Row
from klaar.documents.pdf.segment import Segment

_CLEAR = 0.7
_FAR = 3.2
_FEWEST = 2

_Gap = tuple[float, float]


class AlignedTable(NamedTuple):
    """A table in rows `first:last` of a region."""

    first: int
    last: int
    table: PdfTable


def aligned_tables(rows: Sequence[Row], skipped: Set[int] = frozenset()) -> list[AlignedTable]:
    """The tables among the rows of a region, of at least two rows with more than one part; `skipped` are none."""
    found = []
    index = 0
    while index < len(rows):
        last = index
        if len(rows[index].segments) > 1 and index not in skipped:
            last = _reach(rows, index, skipped)
        if last - index >= _FEWEST and _parts(rows[index:last]) >= _FEWEST:
            table = _table(rows[index:last])
            if table is not None:
                found.append(AlignedTable(index, last, table))
                index = last
                continue
        index += 1
    return found


def _parts(rows: Sequence[Row]) -> int:
    return sum(len(row.segments) > 1 for row in rows)


def _reach(rows: Sequence[Row], first: int, skipped: Set[int]) -> int:
    """The row after the last one that leaves at least one gap of the first row clear."""
    gaps = _gaps(rows[first])
    last = first + 1
    for index in range(first + 1, len(rows)):
        row = rows[index]
        if row.base - rows[index - 1].base > _FAR * row.size or index in skipped:
            break
        gaps = [gap for gap in (_left_clear(gap, row) for gap in gaps) if gap]
        if not gaps:
            break
        if len(row.segments) > 1 or row.left > rows[first].left + 2 * row.size:
            last = index + 1
    return last


def _gaps(row: Row) -> list[_Gap]:
    pairs = pairwise(row.segments)
    return [(one.right, two.left) for one, two in pairs if two.left - one.right > _CLEAR * row.size]


def _left_clear(gap: _Gap, row: Row) -> _Gap | None:
    """The part of a gap that the segments of a row do not cover, when it is still wide enough."""
    low, high = gap
    for one in row.segments:
        if one.right > low and one.left < high:
            if one.left <= low:
                low = one.right
            else:
                high = one.left
    return (low, high) if high - low > _CLEAR * row.size else None


def _table(rows: Sequence[Row]) -> PdfTable | None:
    edges = _columns(rows)
    if len(edges) < 2:
        return None
    starts = _row_starts(rows, edges)
    groups = [rows[low:high] for low, high in zip(starts, [*starts[1:], len(rows)], strict=True)]
    cells = tuple(_cells(group, edges) for group in groups)
    first = rows[0].segments[0]
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    return PdfTable(cells, left, rows[0].base - first.size, right, rows[-1].base, first.page, tuple(edges))


def _columns(rows: Sequence[Row]) -> list[float]:
    """Where each column begins: clear strips that at most one row in ten runs through."""
    spans = sorted((one.left, one.right) for row in rows if len(row.segments) > 1 for one in row.segments)
    size = rows[0].size
    allowed = sum(len(row.segments) > 1 for row in rows) // 10
    events = sorted(
        [(left, 1) for left, _ in spans] + [(right + _CLEAR * size / 2, -1) for _, right in spans]
    )
    starts: list[float] = []
    depth, clear = 0, True
    for place, step in events:
        depth += step
        if depth > allowed and clear:
            starts.append(place)
            clear = False
        elif depth <= allowed:
            clear = True
    return starts


def _column(segment: Segment, edges: Sequence[float]) -> int:
    middle = segment.left + min(segment.width, segment.size) / 2
    return max(0, sum(edge <= middle for edge in edges) - 1)


def _row_starts(rows: Sequence[Row], edges: Sequence[float]) -> list[int]:
    """A new row begins where the space above is clearly wider than within cells, else in the first column."""
    steps = [two.base - one.base for one, two in pairwise(rows)]
    narrow = min(steps, default=0.0)
    wide = [step for step in steps if step > 1.3 * narrow]
    filled = [{_column(one, edges) for one in row.segments} for row in rows]
    starts = [0]
    for index, step in enumerate(steps, 1):
        spaced = step > 1.3 * narrow if wide else 0 in filled[index]
        told = len(filled[index]) > 1 and 0 in filled[index] and _is_start(filled, steps, index)
        if spaced or (told and not wide):
            starts.append(index)
    if wide and len(starts) < 2:
        starts = [0, *(index for index in range(1, len(rows)) if 0 in filled[index])]
    return starts


def _is_start(filled: Sequence[set[int]], steps: Sequence[float], index: int) -> bool:
    return len(filled[index]) >= len(filled[index - 1]) or steps[index - 1] > min(steps)


def _cells(rows: Sequence[Row], edges: Sequence[float]) -> tuple[GridCell, ...]:
    cells: list[list[Segment]] = [[] for _ in edges]
    for row in rows:
        for one in row.segments:
            cells[_column(one, edges)].append(one)
    return tuple(in_order(cell) for cell in cells)
