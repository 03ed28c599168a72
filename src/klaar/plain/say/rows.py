"""A row of a table in words: every cell after the head of its column."""

from bisect import bisect_right
from typing import NamedTuple

from klaar.clauses.model import Side
from klaar.documents.model import Row, Table
from klaar.plain.say.source import one_line
from klaar.plain.say.voice import Voice
from klaar.promises.model import Promise

_SHORT = 3
"""Words of a first cell that fits in "Bij prioriteit 1"."""


class Cell(NamedTuple):
    """A cell with the head of its column ("" where it has none): "Reactietijd", "1 uur"."""

    head: str
    text: str


class RowWords(NamedTuple):
    """What a row says: `source` the cells as they stand under their heads, `ways` the ways to say it."""

    source: str
    ways: tuple[str, ...]


def row_words(promise: Promise, voice: Voice) -> RowWords | None:
    """The row that `promise` stands in; None where it stands in no table."""
    table, row = _row(promise, voice)
    if table is None or row is None:
        return None
    cells = _cells(promise, table, row, voice)
    if len(cells) < 2 or not any(cell.head for cell in cells):
        return None
    source = labelled(cells)
    said = _in_time(promise, cells, voice)
    return RowWords(source, (said, source) if said else (source,))


def labelled(cells: tuple[Cell, ...]) -> str:
    """ "Prioriteit: 1. Reactietijd: 1 uur." """
    return " ".join(
        _stop(f"{cell.head}: {cell.text}" if cell.head else cell.text) for cell in cells if cell.text
    )


def _stop(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _row(promise: Promise, voice: Voice) -> tuple[Table | None, Row | None]:
    at = bisect_right(voice.starts, promise.start) - 1
    if at < 0 or voice.agreement.passages[at].table < 0:
        return None, None
    table = voice.agreement.tables[voice.agreement.passages[at].table]
    found = (
        row for row in table.rows[table.heads :] if row.start <= promise.start < max(row.end, row.start + 1)
    )
    return table, next(found, None)


def _cells(promise: Promise, table: Table, row: Row, voice: Voice) -> tuple[Cell, ...]:
    """The cells that the promise covers, after the first cell of the row, that says what it is about."""
    text = voice.agreement.document.text
    heads = (
        [one_line(c.of(text)).strip("* ") for c in table.rows[table.heads - 1].cells] if table.heads else []
    )
    kept = []
    for i, cell in enumerate(row.cells):
        if i == 0 or (cell.start < promise.end and promise.start < cell.end):
            kept.append(Cell(heads[i] if i < len(heads) else "", one_line(cell.of(text)).strip("* |")))
    return tuple(cell for cell in kept if cell.text)


def _in_time(promise: Promise, cells: tuple[Cell, ...], voice: Voice) -> str:
    """ "Bij prioriteit 1 reageert de leverancier binnen 30 minuten.", with the other cells after it."""
    forms: dict[str, str] = voice.words.raw["row_verbs"]
    measure, deadline = promise.measure, promise.deadline
    if measure is None or deadline is None or measure.metric not in forms:
        return ""
    time = next((c for c in cells[1:] if c.text == one_line(deadline.text)), None)
    first, doer = cells[0], _doer(promise.bearer, voice)
    if time is None or not doer or len(first.text.split()) > _SHORT or not first.head or "." in first.text:
        return ""
    about = f"{first.head.lower()} {first.text}"
    said = forms[measure.metric].format(about=about, doer=doer, time=time.text)
    return " ".join([said, labelled(tuple(c for c in cells[1:] if c is not time))]).strip()


def _doer(side: Side, voice: Voice) -> str:
    """How the bearer is called: "u" to himself, else by his name."""
    if side == voice.reader:
        return str(voice.words.raw["you"][0])
    parties = (p for p in voice.agreement.parties if p.side == side and p.certainty == "sure")
    name = next((p.name for p in parties if p.name in voice.roles), "")
    if not voice.words.has("roles", name.lower()):
        return name
    return f"{voice.words.raw['articles'].split()[0]} {name.lower()}"
