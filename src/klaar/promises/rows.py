"""Table rows that state a level, a time to act or a price: one promise a row, or one a cell where a row states several.

| Prioriteit | Reactietijd | Hersteltijd |
| Hoog       | 1 uur       | 4 uur       |

is two promises: "Hoog | 1 uur" and "4 uur".
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from klaar.documents.model import Row
from klaar.promises.columns import Cell, Columns, read_cell, row_words, says
from klaar.promises.kind import Verdict
from klaar.promises.marked import CLIENT, IT, NOBODY, OTHER, Marked
from klaar.promises.measure import metric_of
from klaar.promises.model import Deadline, Measure
from klaar.text.span import Span


class Level(NamedTuple):
    """A row's promise: the words `start:end`, its verdict, and its time and measure."""

    start: int
    end: int
    verdict: Verdict
    deadline: Deadline | None
    measure: Measure | None


class Around(NamedTuple):
    """What stands around a table: the side its title names, the title, and the verdict before it."""

    side: int
    title: str
    before: Verdict | None


def read_levels(marked: Marked, starts: list[int], columns: Columns, row: Row, around: Around) -> list[Level]:
    """The promises that a row states by its values; none for a row that only describes."""
    stems = row_words(marked.language)
    if any(says(head, stems["skip"]) for head in columns.heads) or not row.cells:
        return []
    label = row.cells[0].of(marked.text)
    if says(label, stems["total"]) or _of_others(marked, starts, row.cells[0]):
        return []
    if "money" in columns.holds:
        return _priced(marked, starts, columns, row, around)
    found = list(_values(marked, starts, columns, row, around, label))
    if not found:
        return []
    found = _per_period(found)
    whole = len(found) == 1
    first = found[0]._replace(start=row.cells[0].start, end=row.cells[-1].end if whole else found[0].end)
    return [first, *found[1:]]


def _per_period(found: list[Level]) -> list[Level]:
    """ "99,5 % | Per kalendermaand": the rhythm of the next cell is the period that the level is measured over."""
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
    from bisect import bisect_left  # noqa: PLC0415

    return OTHER in marked.owners[bisect_left(starts, cell.start) : bisect_left(starts, cell.end)]


def _values(
    marked: Marked, starts: list[int], columns: Columns, row: Row, around: Around, label: str
) -> Iterator[Level]:
    for number, span in enumerate(row.cells[1:], 1):
        head = columns.heads[number] if number < len(columns.heads) else ""
        if not _states(marked, columns, number, head, label):
            continue
        for part, name in _parts(marked.text, span, head):
            level = _level(
                marked, columns.cells.get(part) or read_cell(marked, starts, part), name, label, around
            )
            if level:
                yield level


def _states(marked: Marked, columns: Columns, number: int, head: str, label: str) -> bool:
    """Whether a cell may state something: its column holds values, or its head or label names a level."""
    stems = row_words(marked.language)
    known = stems["level"] + stems["time"] + stems["credit"]
    if head and (columns.holds[number] in ("time", "percent", "rhythm", "date") or says(head, known)):
        return True
    return says(label, stems["level"] + stems["before"])


def _parts(text: str, cell: Span, head: str) -> list[tuple[Span, str]]:
    """A cell's parts where a slash parts two values, as the head may do ("Workaround / Oplossing")."""
    words = cell.of(text)
    if not re.search(r"\d.*\s/\s.*\d", words):
        return [(cell, head)]
    spans, begin = [], cell.start
    for match in re.finditer(r"\s/\s", words):
        spans.append(Span(begin, cell.start + match.start()))
        begin = cell.start + match.end()
    spans.append(Span(begin, cell.end))
    names = head.split("/") if head.count("/") == len(spans) - 1 else [head] * len(spans)
    return list(zip(spans, names, strict=True))


def _level(marked: Marked, cell: Cell, head: str, label: str, around: Around) -> Level | None:
    if cell.clock is None:
        return None
    metric = _metric(marked, cell, head, label, around)
    if cell.holds == "time":
        return _of_time(marked, cell, head, label, around, metric)
    if cell.holds == "percent":
        return _of_percent(marked, cell, head, around, metric)
    if cell.holds in ("rhythm", "date"):
        return _of_rhythm(marked, cell, around)
    return None


def _metric(marked: Marked, cell: Cell, head: str, label: str, around: Around) -> str:
    for words in (head, cell.span.of(marked.text).lower(), label.lower(), around.title.lower()):
        metric = metric_of(words.split(), marked.language)
        if metric and metric != "other_level":
            return metric
    return ""


def _side(around: Around) -> int:
    return around.side if around.side in (IT, CLIENT) else IT


def _place(cell: Cell, marked: Marked) -> tuple[int, int, str]:
    time = cell.clock.time if cell.clock else None
    assert time is not None
    return time.start, time.end, marked.text[time.start : time.end]


def _of_time(marked: Marked, cell: Cell, head: str, label: str, around: Around, metric: str) -> Level:
    assert cell.clock is not None
    stems = row_words(marked.language)
    time, words = cell.clock.time, f"{head} {cell.span.of(marked.text)}"
    if says(words, stems["before"]) or (not metric and says(label, stems["before"])):
        deadline = Deadline("before", *_place(cell, marked), str(time.value), time.business)
        return Level(*cell.span, Verdict("obligation", _side(around)), deadline, None)
    deadline = Deadline("within", *_place(cell, marked), str(time.value), time.business)
    if says(head, stems["time"]) and not says(head, stems["level"]) and around.side == CLIENT:
        return Level(*cell.span, Verdict("obligation", CLIENT), deadline, None)
    named = metric if metric.endswith(("_time", "_point")) else "other"
    return Level(
        *cell.span, Verdict("service_level", IT), deadline, Measure(named, "<=", str(time.value), None, None)
    )  # type: ignore[arg-type]


def _of_percent(marked: Marked, cell: Cell, head: str, around: Around, metric: str) -> Level:
    assert cell.clock is not None
    value = cell.clock.time.value
    if says(head, row_words(marked.language)["credit"]):
        before = around.before
        verdict = before if before and before.kind == "permission" else Verdict("obligation", IT)
        return Level(*cell.span, verdict, None, Measure("percentage", "=", value, "%", None))
    name = "availability" if metric == "availability" else "percentage"
    return Level(
        *cell.span,
        Verdict("service_level", IT),
        None,
        Measure(name, ">=", value, "%", "P1M" if metric == "availability" else None),
    )  # type: ignore[arg-type]


def _of_rhythm(marked: Marked, cell: Cell, around: Around) -> Level:
    assert cell.clock is not None
    kind = "date" if cell.holds == "date" else "recurring"
    value = str(cell.clock.time.value)
    known = None if value.startswith("XXXX") or (kind == "date" and len(value) != 10) else value
    deadline = Deadline(kind, *_place(cell, marked), known)  # type: ignore[arg-type]
    return Level(
        *cell.span,
        Verdict("obligation", _side(around), "" if around.side != NOBODY else "bearer"),
        deadline,
        None,
    )


def _priced(marked: Marked, starts: list[int], columns: Columns, row: Row, around: Around) -> list[Level]:
    """A line of an offer ("Design | Wireframes en ontwerp | 4 uur | € 160"): the supplier delivers it for that price."""
    stems = row_words(marked.language)
    column = columns.holds.index("money")
    if column >= len(row.cells):
        return []
    cell = columns.cells.get(row.cells[column]) or read_cell(marked, starts, row.cells[column])
    if (
        cell.clock is None
        or cell.holds != "money"
        or any(says(head, stems["credit"]) for head in columns.heads)
    ):
        return []
    rate = says(columns.heads[column], stems["rate"]) or says(row.cells[0].of(marked.text), stems["rate"])
    words = max(len(c.of(marked.text).split()) for c in row.cells[:column])
    if not rate and words < 4:
        return []
    measure = Measure("amount", "=", cell.clock.time.value, cell.clock.time.unit, None)
    verdict = Verdict("obligation", CLIENT if rate else IT, "price")
    return [Level(row.cells[0].start, row.cells[-1].end, verdict, None, measure)]
