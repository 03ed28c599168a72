"""What the page says of a promise: in the agreement's words, short enough for a line."""

import re

from klaar.brief.listing.quoted import plain, quoted
from klaar.brief.listing.rows import row_cells
from klaar.brief.page.desk import Desk
from klaar.brief.page.line_of import on_a_line
from klaar.brief.page.model import Said
from klaar.promises.model import Promise
from klaar.text.span import Span

_MOST = 240
"""The most characters of original words on a line of the page; the whole stands behind it."""

_CODE = re.compile(r"[A-Z]{0,2}[-.]?\d{1,3}[a-z]?")
"""The number of a row: "I1", "7", "B-4"."""


def say_promise(desk: Desk, promise: Promise, most: int = _MOST) -> Said:
    """The promise in plain words that lose nothing, else in its own, cut after `most` characters (0: not).

    A cut ends in " …": the whole stands behind the line.
    """
    plain = desk.plain[promise.id]
    cells = _telling_cells(desk, promise)
    listed = sum(cell.partition(":")[0] + ":" in plain.text for cell in cells if ":" in cell) > 1
    if plain.shown_as == "plain" and not listed:
        return Said(on_a_line(plain.text, most), plain.lang, "plain")
    if cells:
        return Said(on_a_line("; ".join(cells), most), desk.lang, "original")
    runs = quoted(desk.reading.agreement, promise)
    return Said(on_a_line("".join(run.text for run in runs), most), desk.lang, "original")


def _telling_cells(desk: Desk, promise: Promise) -> list[str]:
    """The cells of a row with their heads, without its number and the time, which stand beside it."""
    agreement = desk.reading.agreement
    time = promise.deadline.text if promise.deadline else ""
    cells = row_cells(desk.text, agreement.tables, Span(promise.start, promise.end))
    told = [(head, words) for head, words in cells if words != time and not _CODE.fullmatch(words)]
    return [f"{head}: {words}" if head else words for head, words in told or cells]


def say_words(desk: Desk, words: str, most: int = _MOST) -> Said:
    """Words of the agreement on one line, cut off after `most` characters."""
    cleaned = plain(words, desk.reading.agreement.document).lstrip(" ;,.:")
    return Said(on_a_line(cleaned, most), desk.lang, "original")
