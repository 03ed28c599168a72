"""Rows with a price: what the supplier delivers for it, or what the client pays an hour."""

from klaar.documents.model import Row
from klaar.promises.columns import Columns, read_cell, row_words, says
from klaar.promises.marked import CLIENT, IT, Marked
from klaar.promises.model import Measure
from klaar.promises.row_levels import Level
from klaar.promises.verdict import Verdict


def price_of(marked: Marked, starts: list[int], columns: Columns, row: Row) -> list[Level]:
    """A line of an offer ("Design | Wireframes en ontwerp | 4 uur | € 160"): delivered for that price.

    A rate ("Uurtarief | € 95") binds the client; none for a line that names too little to be a promise.
    """
    stems, column = row_words(marked.language), columns.holds.index("money")
    if column >= len(row.cells) or any("credit" in names for names in columns.names):
        return []
    cell = columns.cells.get(row.cells[column]) or read_cell(marked, starts, row.cells[column])
    if cell.clock is None or cell.holds != "money":
        return []
    rate = "rate" in columns.names[column] or says(row.cells[0].of(marked.text), stems["rate"])
    words = max((len(c.of(marked.text).split()) for c in row.cells[:column]), default=0)
    if not rate and words < 4:
        return []
    measure = Measure("amount", "=", cell.clock.time.value, cell.clock.time.unit, None)
    verdict = Verdict("obligation", CLIENT if rate else IT, "price")
    return [Level(row.cells[0].start, row.cells[-1].end, verdict, None, measure)]
