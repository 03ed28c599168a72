"""Table rows that state a level, a time to act or a price: one promise a row, or one for each cell that
states one.

| Prioriteit | Reactietijd | Hersteltijd |
| Hoog       | 1 uur       | 4 uur       |

is two promises: "Hoog | 1 uur" and "4 uur".
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from klaar.documents.model import Row
from klaar.promises.columns import Columns, read_cell, row_words, says
from klaar.promises.marked import OTHER, Marked
from klaar.promises.row_levels import Around, Head, Level, level_of
from klaar.promises.row_prices import price_of
from klaar.text.span import Span


def read_levels(marked: Marked, starts: list[int], columns: Columns, row: Row, around: Around) -> list[Level]:
    """The promises that a row states by its values; none for a row that only describes."""
    stems = row_words(marked.language)
    if not columns.holds or not row.cells:
        return []
    label = row.cells[0].of(marked.text)
    if says(label, stems["total"]) or _of_others(marked, starts, row.cells[0]):
        return []
    if "money" in columns.holds:
        return price_of(marked, starts, columns, row)
    found = _per_period(_values(marked, starts, columns, row, around))
    if not found:
        return []
    start, end = _edges(marked.text, row)
    end = end if len(found) == 1 else found[0].end
    return [found[0]._replace(start=start, end=end), *found[1:]]


def _edges(text: str, row: Row) -> tuple[int, int]:
    """Where the first cell with words begins, and the last one ends."""
    filled = [cell for cell in row.cells if cell.of(text).strip()] or list(row.cells)
    return filled[0].start, filled[-1].start + len(filled[-1].of(text).rstrip())


def _per_period(found: Iterator[Level]) -> list[Level]:
    """ "99,5 % | Per kalendermaand": the rhythm of the next cell is the
    period that the level is measured over.
    """
    kept: list[Level] = []
    for level in found:
        before = kept[-1] if kept else None
        rhythm = level.deadline if level.deadline and level.deadline.kind == "recurring" else None
        if before and before.measure and rhythm and before.verdict.kind == "service_level":
            measure = before.measure._replace(per=before.measure.per or rhythm.value)
            kept[-1] = before._replace(end=level.end, measure=measure)
        else:
            kept.append(level)
    return kept


def _of_others(marked: Marked, starts: list[int], cell: Span) -> bool:
    """A row about someone who is no party: a subcontractor's own level."""
    return OTHER in marked.owners[bisect_left(starts, cell.start) : bisect_left(starts, cell.end)]


def _values(marked: Marked, starts: list[int], columns: Columns, row: Row, around: Around) -> Iterator[Level]:
    """What the cells behind the label state, one by one."""
    first = next((n for n, cell in enumerate(row.cells) if cell.of(marked.text).strip()), 0)
    label = row.cells[first].of(marked.text)
    for number, span in enumerate(row.cells[first + 1 :], first + 1):
        head = columns.heads[number] if number < len(columns.heads) else ""
        if not _states(marked, columns, number, head, label):
            continue
        for part, name in _parts(marked.text, span, head):
            cell = columns.cells.get(part) or read_cell(marked, starts, part)
            level = level_of(marked, cell, Head(name, label), around)
            if level:
                yield level


def _states(marked: Marked, columns: Columns, number: int, head: str, label: str) -> bool:
    """Whether a cell may state something: its column holds values, or its head or label names a level."""
    if head and (columns.holds[number] in _STATING or columns.names[number] & _NAMED):
        return True
    stems = row_words(marked.language)
    return says(label, stems["level"]) or says(label, stems["before"])


_STATING = ("time", "percent", "rhythm", "date")
_NAMED = frozenset(("level", "time", "credit"))


_SLASH = re.compile(r"\s/\s")


def _parts(text: str, cell: Span, head: str) -> list[tuple[Span, str]]:
    """A cell's parts where a slash parts two values, as the head may do ("Workaround / Oplossing")."""
    words = cell.of(text)
    slashes = list(_SLASH.finditer(words))
    if not slashes or not (
        _has_figure(words[: slashes[-1].start()]) and _has_figure(words[slashes[0].end() :])
    ):
        return [(cell, head)]
    starts = [cell.start, *(cell.start + match.end() for match in slashes)]
    ends = [*(cell.start + match.start() for match in slashes), cell.end]
    spans = [Span(start, end) for start, end in zip(starts, ends, strict=True)]
    names = head.split("/") if head.count("/") == len(spans) - 1 else [head] * len(spans)
    return list(zip(spans, names, strict=True))


def _has_figure(words: str) -> bool:
    return any(c.isdecimal() for c in words)
