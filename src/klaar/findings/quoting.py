"""The words of a promise as a question quotes them: enough to know it again, no more."""

from klaar.documents.model import Table
from klaar.text.span import Span

MOST = 130
"""The most characters that are quoted."""


def quote_words(text: str, whole: Span, part: Span) -> str:
    """The words of `whole`, of which `part` is one; where they are many those around `part`, with "…"."""
    first, last = whole
    if last - first > MOST:
        first = max(first, part.start - max(0, MOST - (part.end - part.start)) * 2 // 3)
        last = min(last, first + max(MOST, part.end - first))
    words = text[first:last]
    if first > whole.start:
        words = "… " + words.partition(" ")[2]
    return words.rpartition(" ")[0] + " …" if last < whole.end else words


def quote_row(text: str, table: Table, start: int, end: int) -> str:
    """The cells of a row that stand in `start:end`, each after its head: "Prioriteit 1, Reactietijd 1 uur".

    "" where the table has no heads or no such row.
    """
    row = next((each for each in table.rows[table.heads :] if each.start <= start < each.end), None)
    if row is None or not table.heads:
        return ""
    heads = [cell.of(text).strip() for cell in table.rows[table.heads - 1].cells]
    told = [
        " ".join((*heads[number : number + 1], cell.of(text).strip()))
        for number, cell in enumerate(row.cells)
        if cell.end > start and cell.start < end and cell.of(text).strip()
    ]
    return ", ".join(told)
