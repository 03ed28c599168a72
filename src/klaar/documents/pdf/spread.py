"""Tables that run over several pages become one."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from klaar.documents.pdf.grids import GridCell, PdfTable
from klaar.documents.pdf.paragraphs import Paragraph, Passage

_NEAR = 8.0


class SpreadTable(NamedTuple):
    """A table with all its rows; `repeated` are the indices of heads that a later page writes again.

    `heads` is how many rows are heads, -1 where only the words can tell.
    """

    rows: tuple[tuple[GridCell, ...], ...]
    repeated: frozenset[int] = frozenset()
    heads: int = -1


def spread_tables(passages: Iterable[Passage]) -> Iterator[Paragraph | SpreadTable]:
    """Passages with tables that follow each other on following pages, in the same columns, as one."""
    held: list[PdfTable] = []
    for passage in passages:
        if isinstance(passage, PdfTable):
            if held and not _goes_on(held[-1], passage):
                yield _joined(held)
                held = []
            held.append(passage)
            continue
        if held:
            yield _joined(held)
            held = []
        yield passage
    if held:
        yield _joined(held)


def _goes_on(one: PdfTable, two: PdfTable) -> bool:
    if two.page != one.page + 1 or len(one.columns) != len(two.columns):
        return False
    return all(abs(a - b) <= _NEAR for a, b in zip(one.columns, two.columns, strict=True))


def _joined(tables: list[PdfTable]) -> SpreadTable:
    rows = list(tables[0].rows)
    repeated = set()
    head = _text(rows[0])
    for table in tables[1:]:
        fresh = list(table.rows)
        if len(fresh) > 1 and _text(fresh[0]) == head:
            repeated.add(len(rows))
            rows.append(fresh.pop(0))
        elif fresh and _is_rest(rows, fresh[0]):
            rows[-1] = tuple((*above, *below) for above, below in zip(rows[-1], fresh.pop(0), strict=True))
        rows.extend(fresh)
    return SpreadTable(tuple(rows), frozenset(repeated), 1 if repeated else -1)


def _is_rest(rows: list[tuple[GridCell, ...]], first: tuple[GridCell, ...]) -> bool:
    """Whether a page's first row goes on with the last row of the page before, in mid-sentence."""
    if first[0] or len(rows) < 2:
        return False
    if all(row[0] for row in rows[1:]):
        return True
    pairs = [(above, below) for above, below in zip(rows[-1], first, strict=True) if below]
    return all(above for above, _ in pairs) and any(below[0].text[0].islower() for _, below in pairs)


def _text(row: tuple[GridCell, ...]) -> list[str]:
    return [" ".join(segment.text for segment in cell) for cell in row]
