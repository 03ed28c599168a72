"""A file that someone brought along becomes a history, or a sentence that says why not."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

from klaar.forecast.imports.dates import Order
from klaar.forecast.imports.errors import HistoryError
from klaar.forecast.imports.history import read_history
from klaar.forecast.imports.known_columns import Names, find_names
from klaar.forecast.imports.sheet import Sheet, read_sheet
from klaar.forecast.imports.work import read_work
from klaar.forecast.model import Note
from klaar.web.dates.models import Imported

_PROBLEMS: dict[str, str | Lazy] = {
    "no_column": _("There is no column “%(name)s” in this file. Choose another below."),
    "two_columns": _("The column “%(name)s” is there twice, with different content. Choose another below."),
    "which_column": _("Klaar does not recognise which column is which. Choose them below."),
    "no_heading": _("This file is empty. It needs a line with the names of the columns."),
    "not_text": _("This is no text. Save it as CSV and bring it again."),
    "not_csv": _("This is no proper CSV file (%(detail)s). Save it as CSV and bring it again."),
    "mixed_orders": _(
        "The dates stand in two orders: %(one)s can only be day-month, %(other)s only month-day. Make it one order in the file, preferably YYYY-MM-DD, and bring it again."
    ),
    "open_order": _(
        "%(date)s can be day-month or month-day, and no date in the file decides it. Choose below how dates are written."
    ),
    "no_rows": _("There are no rows in this file with a start and a promised date."),
}
"""By the code of `HistoryError`: what is wrong and what to do."""


def problem_words(problem: Mapping[str, Any]) -> str:
    """Why a file could not be read."""
    words = str(_PROBLEMS[problem["code"]])
    fields: dict[str, object] = problem["fields"]
    return words % fields


def headings(imported: Imported) -> tuple[str, ...]:
    """The headings of the file; none where it is no table."""
    try:
        return read_sheet(bytes(imported.data)).names
    except HistoryError:
        return ()


def read_in(imported: Imported) -> None:
    """Fill in what the file says, by the columns and the order that were chosen; nothing is guessed over."""
    imported.rows, imported.notes, imported.finished, imported.problem = [], [], 0, None
    try:
        sheet = read_sheet(bytes(imported.data))
        _fill(imported, sheet)
    except HistoryError as error:
        imported.problem = {"code": error.code, "fields": error.fields}
        return
    if not imported.rows:
        imported.problem = {"code": "no_rows", "fields": {}}


def _fill(imported: Imported, sheet: Sheet) -> None:
    chosen: Any = imported.order or None
    order: Order | None = chosen
    said = Names(**{key: name for key, name in imported.columns.items() if key in Names._fields})
    notes: tuple[Note, ...]
    if imported.kind == Imported.Kind.WORK:
        work = read_work(sheet, find_names(sheet, said, ("start", "actual")), order)
        imported.rows = [[_iso(item.start), _iso(item.done)] for item in work.items]
        imported.finished = sum(item.done is not None for item in work.items)
        notes = work.notes
    else:
        names = find_names(sheet, said, ("start", "promised", "actual"))
        history = read_history(sheet, names, order)
        imported.rows = [
            [_iso(case.start), _iso(case.promised), _iso(case.done), case.group, case.kind]
            for case in history.cases
        ]
        imported.finished = sum(case.done is not None for case in history.cases)
        notes = history.notes
    imported.notes = [{"code": note.code, "fields": dict(note.fields)} for note in notes]


def _iso(day: Any) -> str | None:
    return None if day is None else day.isoformat()[:10]
