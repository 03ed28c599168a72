"""The rows of a sheet become cases; what cannot be read is counted and named, never filled in."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from klaar.forecast.imports.dates import Order, Written, as_day, date_order, written
from klaar.forecast.imports.known_columns import Names
from klaar.forecast.imports.sheet import Sheet
from klaar.forecast.model import Case, Note

_NO_GROUP = ""
_NOTHING = ("nan", "nat", "null", "none")


class History(NamedTuple):
    """The cases of a file, the headings that they stood under, and what could not be read."""

    cases: tuple[Case, ...]
    names: Names
    notes: tuple[Note, ...]


class Days(NamedTuple):
    """The cells of a column as days, None where there is none; `wrong` has the rows with what is no date."""

    days: tuple[date | None, ...]
    wrong: dict[int, str]


def read_history(sheet: Sheet, names: Names, order: Order | None = None) -> History:
    """The promises of a file: each row a start, a promised date and, where finished, an actual one.

    "2027-01-10;2027-03-01;" is a promise that is not finished. Without `order` the dates must tell it.
    Raises `HistoryError` where a column is not there or the dates have two orders, or leave theirs open.
    """
    start, promised, actual = days_of(sheet, (names.start, names.promised, names.actual), order)
    groups = sheet.column(names.group) if names.group else [_NO_GROUP] * len(sheet.rows)
    kinds = sheet.column(names.kind) if names.kind else [""] * len(sheet.rows)
    cases, missing = [], 0
    wrong = {**actual.wrong, **promised.wrong, **start.wrong}
    for row, (begun, said, done) in enumerate(zip(start.days, promised.days, actual.days, strict=True)):
        if row in wrong:
            continue
        if begun is None or said is None:
            missing += 1
            continue
        cases.append(Case(begun, said, done, groups[row], kinds[row]))
    return History(tuple(cases), names, left_unread(names.source, wrong, missing))


def days_of(sheet: Sheet, columns: Sequence[str], order: Order | None, times: bool = True) -> list[Days]:
    """The days in `columns`, read in one order together.

    A time of day counts only with `times` and where every column tells it: who promises a day keeps it until
    that day's end.
    """
    cells = [_cells(sheet, name) for name in columns]
    said = [[written(cell) if cell else None for cell in column] for column in cells]
    order = order or date_order(each for column in said for each in column)
    timed = times and all(_timed(column) for column in said if any(column))
    return [_days(*pair, order, timed) for pair in zip(cells, said, strict=True)]


def _cells(sheet: Sheet, name: str) -> list[str]:
    """The cells under `name`; what programs write for nothing is nothing."""
    if not name:
        return [""] * len(sheet.rows)
    return ["" if cell.casefold() in _NOTHING else cell for cell in sheet.column(name)]


def _timed(column: Sequence[Written | None]) -> bool:
    return any(each.clock and each.clock != (0, 0, 0) for each in column if each)


def _days(cells: Sequence[str], said: Sequence[Written | None], order: Order, timed: bool) -> Days:
    days = tuple(as_day(each, order, timed) if each else None for each in said)
    pairs = enumerate(zip(cells, days, strict=True))
    return Days(days, {row: cell for row, (cell, day) in pairs if cell and day is None})


def left_unread(source: str, wrong: dict[int, str], missing: int = 0) -> tuple[Note, ...]:
    """Which system wrote the file; how many rows say something that is no date, and how many lack one."""
    notes = [Note.of("source", name=source)] if source else []
    if wrong:
        row = min(wrong)
        notes.append(Note.of("no_date", n=len(wrong), row=row + 2, cell=wrong[row][:40]))
    return (*notes, *([Note.of("incomplete", n=missing)] if missing else []))
