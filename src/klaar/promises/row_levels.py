"""What one cell of a table states: a time, a percentage, a rhythm or a date."""

from typing import NamedTuple, cast

from klaar.promises.clock import Clock
from klaar.promises.columns import Cell, row_words, says
from klaar.promises.marked import CLIENT, IT, NOBODY, Marked
from klaar.promises.measure import metric_of
from klaar.promises.model import Deadline, DeadlineKind, Measure, Metric
from klaar.promises.verdict import Verdict


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


class Head(NamedTuple):
    """What stands over a cell and before it: "Hersteltijd", "Prioriteit 1"."""

    column: str
    label: str


def level_of(marked: Marked, cell: Cell, head: Head, around: Around) -> Level | None:
    """What a cell states under its head: "4 uur" under "Reactietijd" is a response time; None for words."""
    if cell.clock is None:
        return None
    if cell.holds == "time":
        deadline, verdict, measure = _of_time(marked, cell, cell.clock, head, around)
    elif cell.holds == "percent":
        deadline, (verdict, measure) = None, _of_percent(marked, cell, cell.clock, head, around)
    elif cell.holds in ("rhythm", "date"):
        deadline, verdict, measure = _of_rhythm(marked, cell, cell.clock, around), _of_title(around), None
    else:
        return None
    return Level(*cell.span, verdict, deadline, measure)


def _metric(marked: Marked, cell: Cell, head: Head, around: Around) -> str:
    """The metric that the head, the cell, the label or the table's title names, in that order."""
    for words in (head.column, cell.span.of(marked.text).lower(), head.label.lower(), around.title.lower()):
        metric = metric_of(words.split(), marked.language)
        if metric and metric != "other_level":
            return metric
    return ""


def _side(around: Around) -> int:
    return around.side if around.side in (IT, CLIENT) else IT


def _of_title(around: Around) -> Verdict:
    """Who acts at a rhythm or a date: the side that the table's title names."""
    return Verdict("obligation", _side(around), "" if around.side != NOBODY else "bearer")


def _deadline(marked: Marked, clock: Clock, kind: DeadlineKind, value: str | None) -> Deadline:
    time = clock.time
    business = time.business and kind in ("before", "within")
    return Deadline(kind, time.start, time.end, marked.text[time.start : time.end], value, business)


def _of_time(
    marked: Marked, cell: Cell, clock: Clock, head: Head, around: Around
) -> tuple[Deadline, Verdict, Measure | None]:
    """A notice ("30 dagen vooraf"), the client's own time to act, or a
    level that the supplier answers for.
    """
    stems, value = row_words(marked.language), str(clock.time.value)
    metric = _metric(marked, cell, head, around)
    words = f"{head.column} {cell.span.of(marked.text)}"
    if says(words, stems["before"]) or (not metric and says(head.label, stems["before"])):
        return _deadline(marked, clock, "before", value), Verdict("obligation", _side(around)), None
    deadline = _deadline(marked, clock, "within", value)
    if around.side == CLIENT and says(head.column, stems["time"]) and not says(head.column, stems["level"]):
        return deadline, Verdict("obligation", CLIENT), None
    named = cast(Metric, metric if metric.endswith(("_time", "_point")) else "other")
    return deadline, Verdict("service_level", IT), Measure(named, "<=", value, None, None)


def _of_percent(
    marked: Marked, cell: Cell, clock: Clock, head: Head, around: Around
) -> tuple[Verdict, Measure]:
    """A credit of so many percent, or a level: "99,5 %" under "Beschikbaarheid"."""
    value = clock.time.value
    if says(head.column, row_words(marked.language)["credit"]):
        before = around.before
        verdict = before if before and before.kind == "permission" else Verdict("obligation", IT)
        return verdict, Measure("percentage", "=", value, "%", None)
    if _metric(marked, cell, head, around) == "availability":
        return Verdict("service_level", IT), Measure("availability", ">=", value, "%", "P1M")
    return Verdict("service_level", IT), Measure("percentage", ">=", value, "%", None)


def _of_rhythm(marked: Marked, cell: Cell, clock: Clock, around: Around) -> Deadline:
    """ "maandelijks", "1 maart 2027"; a date without a year has no value."""
    kind: DeadlineKind = "date" if cell.holds == "date" else "recurring"
    value = str(clock.time.value)
    known = not value.startswith("XXXX") and (kind == "recurring" or len(value) == 10)
    return _deadline(marked, clock, kind, value if known else None)
