"""Table rows that state a level or a date: one promise a row, or one a cell where a row states several.

| Prioriteit | Reactietijd | Hersteltijd |
| Hoog       | 1 uur       | 4 uur       |

is two promises: "Hoog | 1 uur" and "4 uur".
"""

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from klaar.documents.model import Row, Table
from klaar.promises.clock import Clock, clocks_in
from klaar.promises.marked import CLIENT, IT, OTHER, Marked
from klaar.promises.measure import metric_of
from klaar.promises.model import Deadline, Measure
from klaar.text.data import load_words
from klaar.text.span import Span


class Level(NamedTuple):
    """A row's promise: the words `start:end`, its kind and side, and what is measured."""

    start: int
    end: int
    kind: str
    bearer: int
    deadline: Deadline | None
    measure: Measure | None
    label: str


@cache
def _stems(language: str) -> dict[str, tuple[str, ...]]:
    return {name: tuple(stems.split()) for name, stems in load_words(language, "measures")["rows"].items()}


def _has(text: str, stems: tuple[str, ...]) -> bool:
    low = text.lower()
    return any(stem in low for stem in stems)


def read_levels(marked: Marked, starts: list[int], table: Table, row: Row) -> list[Level]:
    """The levels and dates that a row of `table` states; none for a row that only describes."""
    stems = _stems(marked.language)
    heads = [_head(marked, table, i) for i in range(len(row.cells))]
    if any(_has(head, stems["skip"]) for head in heads[:2]):
        return []
    label = row.cells[0].of(marked.text) if row.cells else ""
    if row.cells and _of_others(marked, starts, row.cells[0]):
        return []
    found: list[Level] = []
    for i, cell in enumerate(row.cells):
        about = heads[i] if i else ""
        if i == 0 or not (
            _has(about, stems["level"] + stems["notice"]) or _has(label, stems["level"] + stems["notice"])
        ):
            continue
        found += _levels_in(marked, starts, cell, about, label)
    if not found:
        return []
    first = found[0]
    whole = len(found) == 1
    return [
        first._replace(start=row.cells[0].start, end=row.cells[-1].end if whole else first.end),
        *found[1:],
    ]


def _of_others(marked: Marked, starts: list[int], cell: Span) -> bool:
    """A row about someone who is no party: a subcontractor's own level."""
    return OTHER in marked.owners[bisect_left(starts, cell.start) : bisect_left(starts, cell.end)]


def _head(marked: Marked, table: Table, column: int) -> str:
    if not table.heads or column >= len(table.rows[table.heads - 1].cells):
        return ""
    return " ".join(
        row.cells[column].of(marked.text) for row in table.rows[: table.heads] if column < len(row.cells)
    )


def _levels_in(marked: Marked, starts: list[int], cell: Span, head: str, label: str) -> list[Level]:
    """The level of a cell; two where a slash parts them, as the head does ("Workaround / Oplossing")."""
    parts = _parts(marked.text, cell)
    names = head.split("/") if len(parts) > 1 and head.count("/") == len(parts) - 1 else [head] * len(parts)
    found = []
    for part, name in zip(parts, names, strict=True):
        level = _level(marked, starts, part, name, label)
        if level:
            found.append(level)
    return found


def _parts(text: str, cell: Span) -> list[Span]:
    words = cell.of(text)
    if not re.search(r"\d.*\s/\s.*\d", words):
        return [cell]
    parts, begin = [], cell.start
    for match in re.finditer(r"\s/\s", words):
        parts.append(Span(begin, cell.start + match.start()))
        begin = cell.start + match.end()
    return [*parts, Span(begin, cell.end)]


def _level(marked: Marked, starts: list[int], part: Span, head: str, label: str) -> Level | None:
    lo, hi = bisect_left(starts, part.start), bisect_left(starts, part.end)
    if hi <= lo or hi - lo > 14:
        return None
    clocks = clocks_in(marked, lo, hi)
    metric = metric_of(head.lower().split(), marked.language) or metric_of(
        label.lower().split(), marked.language
    )
    for clock in clocks:
        if clock.time.type == "duration":
            return _of_time(marked, clock, part, head, label, metric)
        if clock.time.type == "percent":
            per = next(
                (str(c.time.value) for c in clocks if c.time.type == "set"),
                "P1M" if metric == "availability" else None,
            )
            measure = Measure(
                metric if metric == "availability" else "percentage", ">=", clock.time.value, "%", per
            )  # type: ignore[arg-type]
            return Level(part.start, part.end, "service_level", IT, None, measure, label)
    return None


def _of_time(marked: Marked, clock: Clock, part: Span, head: str, label: str, metric: str) -> Level:
    time = clock.time
    stems = _stems(marked.language)
    if _has(label + head, stems["notice"]) and not metric:
        deadline = Deadline(
            "before", time.start, time.end, marked.text[time.start : time.end], str(time.value), time.business
        )
        return Level(
            part.start,
            part.end,
            "obligation",
            CLIENT if _has(label, stems["client"]) else IT,
            deadline,
            None,
            label,
        )
    deadline = Deadline(
        "within", time.start, time.end, marked.text[time.start : time.end], str(time.value), time.business
    )
    named = (
        metric
        if metric in ("response_time", "resolution_time", "recovery_time", "recovery_point")
        else "other"
    )
    return Level(
        part.start,
        part.end,
        "service_level",
        IT,
        deadline,
        Measure(named, "<=", str(time.value), None, None),
        label,
    )  # type: ignore[arg-type]
