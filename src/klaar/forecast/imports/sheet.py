"""A CSV file becomes a heading and rows, whichever separator a spreadsheet wrote."""

import csv
import io
from collections.abc import Sequence
from typing import NamedTuple

from klaar.documents.decode import decode
from klaar.documents.errors import DocumentError
from klaar.forecast.imports.errors import HistoryError

_SEPARATORS = (",", ";", "\t", "|")


class Sheet(NamedTuple):
    """The heading and the rows of a file; every row has as many cells as the heading."""

    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def column(self, name: str) -> list[str]:
        """The cells under `name`, without spaces around them; capitals and spaces in the name do not count.

        Raises `HistoryError("no_column")` where there is no such heading, "two_columns" where there are two
        that cannot be told apart.
        """
        exact = [number for number, each in enumerate(self.names) if each == name]
        places = exact or [number for number, each in enumerate(self.names) if folded(each) == folded(name)]
        if not places:
            raise HistoryError("no_column", name=name, names=", ".join(filter(None, self.names)))
        cells = [[row[place].strip() for row in self.rows] for place in places]
        if any(each != cells[0] for each in cells[1:]):
            raise HistoryError("two_columns", name=name)
        return cells[0]


def folded(name: str) -> str:
    """ "Due Date " and "due_date" as "duedate"."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def read_sheet(data: bytes) -> Sheet:
    """The rows of a CSV file in any of the usual encodings and separators; rows without a word are none.

    Raises `HistoryError("no_heading")` for a file without a line, "not_text" for one that is no text.
    """
    try:
        text = decode(data).text
    except DocumentError:
        raise HistoryError("not_text") from None
    lines = text.splitlines()
    first = next((line for line in lines if line.strip()), "")
    if not first:
        raise HistoryError("no_heading")
    try:
        rows = [
            row
            for row in csv.reader(io.StringIO(text), delimiter=_separator(first))
            if any(map(str.strip, row))
        ]
    except csv.Error as error:
        raise HistoryError("not_csv", detail=str(error)) from None
    names = tuple(name.strip() for name in rows[0])
    return Sheet(names, tuple(_filled(row, len(names)) for row in rows[1:]))


def _separator(heading: str) -> str:
    return max(_SEPARATORS, key=heading.count)


def _filled(row: Sequence[str], width: int) -> tuple[str, ...]:
    return (*row[:width], *[""] * (width - len(row)))
