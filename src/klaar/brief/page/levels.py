"""Service levels on the page: those of one kind and one place on one line."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from klaar.brief.listing.quoted import plain
from klaar.brief.listing.rows import row_cells, row_name
from klaar.brief.page.desk import Desk
from klaar.brief.page.duty import Duty
from klaar.brief.page.life import life_of
from klaar.brief.page.line import duty_line
from klaar.brief.page.line_of import on_a_line
from klaar.brief.page.model import Line, Said
from klaar.brief.page.remedy import Remedies
from klaar.brief.spoken_slots import spoken_level
from klaar.promises.model import Promise
from klaar.text.span import Span

METRICS = ("availability", "response_time", "resolution_time", "recovery_time", "recovery_point")
"""What a reader asks for first, in this order."""
_MOST_STEPS = 4
_WHOLE = 100
_TOO_SHORT = ("P1D", "PT1H")
"""Periods over which no availability is measured: "24 hours a day"."""
_LEAST = 50
"""Per cent below which a figure is no level of availability: "0.2 percentage points too high"."""
_OF_A_METRIC = {"availability": 2, "response_time": 1, "resolution_time": 1}


def is_level(promise: Promise) -> bool:
    """Whether a promise is a level of the service that a reader asks for: availability, response, repair."""
    measure = promise.measure
    if measure is None or measure.metric not in METRICS or promise.bearer != "it":
        return False
    if measure.metric != "availability":
        return promise.kind == "service_level"
    return isinstance(measure.value, float | int) and measure.value > _LEAST


def level_lines(desk: Desk, remedies: Remedies, promises: Iterable[Promise], most: int) -> list[Line]:
    """At most `most` lines: a level in a sentence by itself, the rows of one table together.

    "reactie binnen 1 uur" of priority 1 and "binnen 4 uur" of priority 2 are one line.
    """
    rows: dict[tuple[str, int], list[Promise]] = {}
    for promise in promises:
        if promise.measure and is_level(promise):
            rows.setdefault((promise.measure.metric, _table(desk, promise)), []).append(promise)
    groups = sorted(rows.items(), key=lambda item: (METRICS.index(item[0][0]), _rank(desk, item[1][0])))
    return [line for key, found in _spread(groups, most) for line in [_line(desk, remedies, found)]]


def _spread(
    groups: Sequence[tuple[tuple[str, int], list[Promise]]], most: int
) -> Iterator[tuple[tuple[str, int], list[Promise]]]:
    """No more groups of each metric than `_OF_A_METRIC` says, and `most` in all."""
    taken: Counter[str] = Counter()
    for key, found in groups:
        if taken[key[0]] < _OF_A_METRIC.get(key[0], 1) and taken.total() < most:
            taken[key[0]] += 1
            yield key, found


def _table(desk: Desk, promise: Promise) -> int:
    """The table that a level stands in, or a number of its own for a sentence."""
    passage = desk.passage_at(promise.start)
    return passage.table if passage and passage.table >= 0 else -1 - promise.start


def _rank(desk: Desk, promise: Promise) -> tuple[bool, bool, bool, float, int]:
    """Levels in a table of levels before duties that happen to name a time."""
    stated = promise.kind == "service_level"
    value = promise.measure.value if promise.measure else 0
    highest = -value if isinstance(value, float | int) and value < _WHOLE else 0
    body = desk.in_body(promise.clause)
    return (not stated, promise.certainty == "check", not body, highest, promise.start)


def _line(desk: Desk, remedies: Remedies, found: Sequence[Promise]) -> Line:
    first = found[0]
    remedy = next((each for each in map(remedies.after_level, found) if each), None)
    nothing = Said(desk.say("fails", "nothing"), desk.speaker.language)
    duty = Duty(tuple(found), 0, ("level",))
    line = duty_line(desk, duty, remedy.said, remedy.at) if remedy else duty_line(desk, duty, nothing)
    if len(found) == 1:
        return line._replace(lead=f"{_metric(desk, found)} {_level(desk, first)}", life=life_of(desk, first))
    steps = list(dict.fromkeys(_steps(desk, found)))
    more = " …" if len(steps) > _MOST_STEPS else ""
    said = Said("; ".join(steps[:_MOST_STEPS]) + more, desk.speaker.language)
    metric = first.measure.metric if first.measure else ""
    life = life_of(desk, first) if metric == "availability" else desk.say("life", metric)
    return line._replace(lead=_metric(desk, found), said=said, life=life)


def _metric(desk: Desk, found: Sequence[Promise]) -> str:
    measure = found[0].measure
    return desk.say("metric", measure.metric) if measure else ""


def _steps(desk: Desk, found: Sequence[Promise]) -> Iterator[str]:
    """ "Prioriteit 1 binnen 30 minuten"; with the head of its column where a row has several."""
    agreement = desk.reading.agreement
    names = [row_name(desk.text, agreement.tables, each.start) for each in found]
    for promise, name in zip(found, names, strict=True):
        shown = on_a_line(plain(name, agreement.document), 40)
        if names.count(name) > 1:
            cells = row_cells(desk.text, agreement.tables, Span(promise.start, promise.end))
            head = plain(cells[-1][0], agreement.document) if cells else ""
            shown = f"{shown} ({on_a_line(head, 30)})" if head else shown
        yield f"{shown} {_level(desk, promise)}".strip()


def _level(desk: Desk, promise: Promise) -> str:
    """ "binnen 2 werkdagen", "minstens 99,5 % per maand"."""
    deadline, measure = promise.deadline, promise.measure
    if deadline and deadline.business and measure and deadline.value == measure.value:
        length = desk.speaker.duration(deadline.value or "", True)
        return desk.speaker.say("op", "in_time", value=length)
    if measure and (measure.metric != "availability" or measure.per in _TOO_SHORT):
        measure = measure._replace(per=None)
    return spoken_level(measure, desk.speaker) if measure else ""
