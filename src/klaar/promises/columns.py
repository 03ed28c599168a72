"""What the columns of a table hold: labels, times, percentages, amounts, rhythms, who."""

from bisect import bisect_left
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from klaar.documents.model import Table
from klaar.promises.clock import Clock, clocks_in
from klaar.promises.marked import Marked
from klaar.text.data import load_words
from klaar.text.span import Span

Holds = Literal["words", "time", "percent", "money", "rhythm", "date"]
_HOLDS: dict[str, Holds] = {
    "duration": "time", "percent": "percent", "currency": "money", "set": "rhythm", "date": "date",
}  # fmt: skip


class Cell(NamedTuple):
    """A cell's characters, and the first value in it where it is short enough to be one."""

    span: Span
    clock: Clock | None
    holds: Holds


class Columns(NamedTuple):
    """The heads, in lower case, what they name ("level", "credit"), and what most cells of each column hold.

    A table with a head that promises nothing ("Versie", "Telefoon") has no `holds` and no `cells`.
    """

    heads: tuple[str, ...]
    names: tuple[frozenset[str], ...]
    holds: tuple[Holds, ...]
    cells: Mapping[Span, Cell]


@cache
def row_words(language: str) -> dict[str, tuple[str, ...]]:
    """The stems of measures.toml's rows: level, time, credit, charge, …"""
    return {name: tuple(stems.split()) for name, stems in load_words(language, "measures")["rows"].items()}


def says(text: str, stems: tuple[str, ...]) -> bool:
    """Whether a head or a label holds one of the stems ("Hersteltijd" holds "herstel")."""
    low = text.lower().replace(" ", "-")
    return any(map(low.__contains__, stems))


@lru_cache(maxsize=1024)
def names_of(head: str, language: str) -> frozenset[str]:
    """What a head names, by the keys of measures.toml's rows: "reactietijd" → {"level"}."""
    return frozenset(name for name, stems in row_words(language).items() if says(head, stems))


def read_cell(marked: Marked, starts: list[int], span: Span) -> Cell:
    """A cell with its value, if it is a value: "4 uur", "99,5 %", "binnen 2 werkdagen"."""
    lo, hi = bisect_left(starts, span.start), bisect_left(starts, span.end)
    if hi <= lo or hi - lo > 16 or _is_sum(marked, lo, hi):
        return Cell(span, None, "words")
    for clock in clocks_in(marked, lo, hi):
        holds = _HOLDS.get(clock.time.type)
        if holds and not (holds == "date" and _in_passing(clock.time.start, clock.time.end, span)):
            return Cell(span, clock, holds)
    return Cell(span, None, "words")


def _in_passing(start: int, end: int, cell: Span) -> bool:
    """A date in a longer description: "lopende zaken en zaken die zijn afgesloten na 1 januari 2025"."""
    return (end - start) * 3 < cell.end - cell.start


def _is_sum(marked: Marked, lo: int, hi: int) -> bool:
    """Whether a cell works out a value, as an example does: "(720 − 9) / 720 × 100 % = 98,75 %"."""
    lows = marked.lows[lo:hi]
    at = lows.index("=") if "=" in lows else 0
    return any(low[0].isdigit() for low in lows[:at])


def read_columns(marked: Marked, starts: list[int], table: Table) -> Columns:
    """What each column of `table` holds, by the cells of its first rows."""
    width = max((len(row.cells) for row in table.rows), default=0)
    heads = tuple(_head(marked, table, column) for column in range(width))
    names = tuple(names_of(head, marked.language) for head in heads)
    if any("skip" in each for each in names):
        return Columns(heads, names, (), {})
    rows = table.rows[table.heads : table.heads + 12]
    cells = {span: read_cell(marked, starts, span) for row in rows for span in row.cells}
    holds = tuple(_held([cells[r.cells[c]] for r in rows if c < len(r.cells)]) for c in range(width))
    return Columns(heads, names, holds, cells)


def _held(cells: list[Cell]) -> Holds:
    """What at least half of the cells hold."""
    held = [cell.holds for cell in cells]
    for holds in _VALUES:
        if held.count(holds) * 2 >= max(1, len(held)):
            return holds
    return "words"


_VALUES: tuple[Holds, ...] = ("percent", "time", "money", "date", "rhythm")


def _head(marked: Marked, table: Table, column: int) -> str:
    rows = [row for row in table.rows[: table.heads] if column < len(row.cells)]
    return " ".join(row.cells[column].of(marked.text) for row in rows).lower()
