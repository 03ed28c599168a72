"""The tables of an agreement: which row a passage is, and what it states."""

from klaar.clauses.model import Passage
from klaar.documents.model import Row, Table
from klaar.promises.columns import Columns, read_columns
from klaar.promises.marked import Marked
from klaar.promises.row_levels import Around, Level
from klaar.promises.rows import read_levels


class Tables:
    """Finds rows by their place; what the columns of a table hold is read once."""

    def __init__(self, marked: Marked, starts: list[int], tables: tuple[Table, ...]) -> None:
        self._marked, self._starts, self._tables = marked, starts, tables
        self._columns: dict[int, Columns] = {}
        self._rows = {(t, r.start): r for t, table in enumerate(tables) for r in table.rows[table.heads :]}

    def row_of(self, passage: Passage) -> Row | None:
        """The row that a passage is, None for a row of column heads: "| Hoog | 1 uur | 4 uur |"."""
        found = self._rows.get((passage.table, passage.start))
        if found:
            return found
        table = self._tables[passage.table]
        return next((r for r in table.rows[table.heads :] if r.start <= passage.start < r.end), None)

    def levels(self, table: int, row: Row, around: Around) -> list[Level]:
        """What a row of table number `table` states, none where it only describes."""
        if table not in self._columns:
            self._columns[table] = read_columns(self._marked, self._starts, self._tables[table])
        return read_levels(self._marked, self._starts, self._columns[table], row, around)
