"""The columns and the rows of a table that has no ruling lines, from the space between its words."""

from collections.abc import Sequence
from itertools import pairwise

from klaar.documents.pdf.rows import Row
from klaar.documents.pdf.segment import Segment

CLEAR = 0.7
"""How much space parts two columns, in heights of a letter."""


def columns_of(rows: Sequence[Row]) -> list[float]:
    """Where each column begins: clear strips that at most one row in ten runs through."""
    spans = sorted((one.left, one.right) for row in rows if len(row.segments) > 1 for one in row.segments)
    size = rows[0].size
    allowed = sum(len(row.segments) > 1 for row in rows) // 10
    events = sorted([(left, 1) for left, _ in spans] + [(right + CLEAR * size / 2, -1) for _, right in spans])
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


def column_of(segment: Segment, edges: Sequence[float]) -> int:
    """The column, from 0, in which a segment stands."""
    middle = segment.left + min(segment.width, segment.size) / 2
    return max(0, sum(edge <= middle for edge in edges) - 1)


def grouped(rows: Sequence[Row], edges: Sequence[float]) -> list[list[Row]]:
    """The visual rows that make up each row of the table.

    Lines of one cell stand close below each other; cells that overlap in height are in one row. Where all
    lines stand equally close, a row begins wherever the first column has words.
    """
    apart = _by_space(rows, edges)
    if len(apart) > 1:
        return apart
    groups: list[list[Row]] = []
    for row in rows:
        filled = {column_of(one, edges) for one in row.segments}
        if groups and not (0 in filled and (len(filled) > 1 or len(groups[-1]) > 1)):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _by_space(rows: Sequence[Row], edges: Sequence[float]) -> list[list[Row]]:
    columns: list[list[float]] = [[] for _ in edges]
    for row in rows:
        for one in row.segments:
            columns[column_of(one, edges)].append(one.base)
    steps = [two - one for column in columns for one, two in pairwise(column) if two - one > 1]
    reach = 1.25 * min(steps, default=0.0)
    ends = [row.base for row in rows]
    for column in columns:
        for low, high in pairwise(column):
            if high - low <= reach:
                for place, row in enumerate(rows):
                    if low <= row.base <= high:
                        ends[place] = max(ends[place], high)
    groups: list[list[Row]] = []
    end = float("-inf")
    for row, last in zip(rows, ends, strict=True):
        if row.base <= end + 1:
            groups[-1].append(row)
        else:
            groups.append([row])
        end = max(end, last)
    return groups
