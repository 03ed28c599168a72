"""A file of measurements becomes a heading and rows, from CSV or from JSON."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from klaar.documents.decode import decode
from klaar.documents.errors import DocumentError
from klaar.ledger.levels.errors import LevelError
from klaar.text.data import LANGUAGES, load_words

_SEPARATORS = (",", ";", "\t", "|")
_LISTS = ("measurements", "metingen", "intervals", "checks", "tickets", "items", "data", "results")


class Row(NamedTuple):
    """A row by the names of its columns as Klaar knows them; `number` is its line in the file."""

    number: int
    cells: Mapping[str, str]

    def get(self, column: str) -> str:
        """The cell, without spaces around it; "" where there is none."""
        return self.cells.get(column, "")


class Sheet(NamedTuple):
    """The rows of a file, the columns that are known in it, and its heading as it stands."""

    columns: frozenset[str]
    rows: tuple[Row, ...]
    heading: tuple[str, ...]


def text_of(data: bytes) -> str:
    """The text of a file; raises `LevelError("not_text")` for what is none."""
    try:
        return decode(data).text
    except DocumentError:
        raise LevelError("not_text") from None


def read_csv(text: str) -> Sheet:
    """The rows of a CSV file with a heading, separated by a comma, semicolon, tab or bar."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(_SEPARATORS, key=first.count)
    try:
        reader = csv.reader(io.StringIO(text), delimiter=separator)
        lines = [(reader.line_num, row) for row in reader if any(map(str.strip, row))]
    except csv.Error as error:
        raise LevelError("not_csv", detail=str(error)) from None
    if not lines:
        raise LevelError("empty")
    heading = [name.strip() for name in lines[0][1]]
    return _sheet(heading, lines[1:])


def read_objects(read: object) -> Sheet:
    """The rows of a JSON list of objects, or of the one list in an object."""
    if isinstance(read, dict):
        read = next((read[key] for key in _LISTS if isinstance(read.get(key), list)), read)
    if not isinstance(read, list) or not read or not all(isinstance(each, dict) for each in read):
        raise LevelError("not_records")
    heading = list(dict.fromkeys(str(key) for each in read for key in each))
    rows = [(number, [_plain(each.get(key)) for key in heading]) for number, each in enumerate(read, 1)]
    return _sheet(heading, rows)


def _plain(value: Any) -> str:
    """A cell as a CSV would have it; a list of pauses as "from/to; from/to"."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "; ".join("/".join(map(str, _pair(each))) for each in value)
    return json.dumps(value) if isinstance(value, dict) else str(value)


def _pair(value: Any) -> Sequence[Any]:
    if isinstance(value, dict):
        known = {_columns().get(folded(str(key)), (0, ""))[1]: each for key, each in value.items()}
        start, end = known.get("start") or known.get("paused"), known.get("end") or known.get("resumed")
        return [start, end or ""] if start else list(value.values())
    return value if isinstance(value, list) else [value]


def _sheet(heading: Sequence[str], rows: Sequence[tuple[int, Sequence[str]]]) -> Sheet:
    """The same with the names that Klaar knows.

    Of two headings for one column that which stands first in levels.toml counts: "solved" before "closed".
    """
    known = _columns()
    ranked = sorted(
        (*known[folded(name)], place) for place, name in enumerate(heading) if folded(name) in known
    )
    places: dict[str, int] = {}
    for _, column, place in ranked:
        places.setdefault(column, place)
    split = "time" not in places and bool({"day", "clock"} & places.keys())
    made = tuple(Row(number, _cells(cells, places, split)) for number, cells in rows)
    return Sheet(frozenset({*places, *(("time",) if split else ())}), made, tuple(heading))


def _cells(row: Sequence[str], places: Mapping[str, int], split: bool) -> dict[str, str]:
    """The cells by column; a day and a time of day in two columns are one moment, as is either if whole."""
    width = len(row)
    cells = {column: row[place].strip() for column, place in places.items() if place < width}
    if split:
        cells["time"] = f"{cells.get('day', '')} {cells.get('clock', '')}".strip()
    return cells


def folded(name: str) -> str:
    """ "Start time" and "start_time" as "starttime"."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


@cache
def _columns() -> dict[str, tuple[int, str]]:
    """Every heading with its rank and its column."""
    found: dict[str, tuple[int, str]] = {}
    for language in LANGUAGES:
        for column, names in load_words(language, "levels")["columns"].items():
            found |= {folded(name): (rank, column) for rank, name in enumerate(names)}
    return found
