"""The rows of a sheet become work items: only when each began and was done matters."""

from typing import NamedTuple

from klaar.forecast.imports.dates import Order
from klaar.forecast.imports.history import days_of, left_unread
from klaar.forecast.imports.known_columns import Names
from klaar.forecast.imports.sheet import Sheet
from klaar.forecast.items.model import Item
from klaar.forecast.model import Note


class Work(NamedTuple):
    """The items of a file, and what could not be read."""

    items: tuple[Item, ...]
    notes: tuple[Note, ...]


def read_work(sheet: Sheet, names: Names, order: Order | None = None) -> Work:
    """The work in a file: each row an item, finished where the column `actual` says a day.

    Raises `HistoryError` where a column is not there or the dates have two orders, or leave theirs open.
    """
    columns = (names.start, names.actual, names.promised)
    start, actual, _ = days_of(sheet, columns, order, times=False)
    wrong = {**actual.wrong, **start.wrong}
    pairs = enumerate(zip(start.days, actual.days, strict=True))
    found = tuple(Item(begun, done) for row, (begun, done) in pairs if row not in wrong)
    return Work(found, left_unread(names.source, wrong))
