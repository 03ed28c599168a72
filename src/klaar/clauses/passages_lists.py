"""Which passage opens the list that an item belongs to ("Supplier shall:"), with or without markers."""

from typing import NamedTuple

from klaar.clauses.passages_signs import Passed, Signs

_SHORT_OPENING = 20
_LOST_LONGEST, _PLAIN_LONGEST = 600, 300


class Frame(NamedTuple):
    """An open list of bullets or of bare paragraphs: its depth, what opens it, how its items look."""

    level: int
    opening: int
    lower: bool = False
    unfinished: bool = False


class Lists:
    """Follows the lists of one text from top to bottom; every method gives the index of an opening or -1."""

    def __init__(self, text: str) -> None:
        self.signs = Signs(text)
        self.last: Passed | None = None
        self._runs: dict[int, int] = {}
        self._bullets: list[Frame] = []
        self._bare: list[Frame] = []
        self._table = self._table_opening = -1
        self._row_before = False

    def numbered(self, run: int, start: int, parent: int, item: int) -> int:
        """For an item with a number: the list `run` it is in opens where its first item begins, else with
        the list of its `parent`."""
        self._bare.clear()
        while self._bullets and not (item and item > self._bullets[-1].level):
            self._bullets.pop()
        if run not in self._runs:
            opening = self._opening(start)
            self._runs[run] = opening if opening >= 0 else parent
        return self._runs[run]

    def bullet(self, level: int, start: int) -> int:
        """For an item with a bullet at a list depth."""
        self._bare.clear()
        while self._bullets and self._bullets[-1].level > level:
            self._bullets.pop()
        if not (self._bullets and self._bullets[-1].level == level):
            opening = self._opening(start)
            if opening < 0 and self.last and self.last.item and (self._bullets or level > 1):
                opening = self.last.opening
            self._bullets.append(Frame(level, opening))
        return self._bullets[-1].opening

    def plain(self, start: int, end: int, *, inside: bool) -> tuple[int, bool]:
        """For a paragraph without a marker: its opening, and whether it is an item of a list."""
        last = self.last
        within = last is not None and last.item and (self._bullets or not self._bare)
        if last and within and (inside or self.signs.goes_on(last, start)):
            return last.opening, False
        self._bullets.clear()
        if last and self._may_open(last) and self._fits_first(last, start, end):
            lower = self.signs.lower(start)
            if lower or not (self._bare and self._bare[-1].lower):
                self._bare.append(Frame(len(self._bare), last.at, lower))
                return self._taken(end)
        while self._bare and not self._fits(self._bare[-1], start, end):
            self._bare.pop()
        return self._taken(end) if self._bare else (-1, False)

    def row(self, table: int, start: int) -> int:
        """For a table row: the paragraph that announces its table."""
        self.heading()
        if self.last is None or table != self._table or (table < 0 and not self._row_before):
            self._table, self._table_opening = table, self._opening(start)
        self._row_before = True
        return self._table_opening

    def heading(self) -> None:
        """A heading ends every list."""
        self._bullets.clear()
        self._bare.clear()

    def opened(self, run: int) -> int:
        """The passage that opened the list `run` of numbered items, -1 where none did."""
        return self._runs.get(run, -1)

    def announced(self) -> bool:
        """Whether the last passage ends in a colon."""
        return self.last is not None and self.signs.ends_open(self.last)

    def passed(self, last: Passed, *, row: bool = False) -> None:
        """Remember the passage just read."""
        self.last = last
        self._row_before = row

    def _opening(self, start: int) -> int:
        """The last passage, where its words announce what begins at `start`."""
        last = self.last
        return last.at if last and not self._row_before and self.signs.announces(last, start) else -1

    def _may_open(self, last: Passed) -> bool:
        ends_open = not self._row_before and self.signs.ends_open(last)
        return ends_open and not self.signs.agrees(last.start, last.end)

    def _fits_first(self, last: Passed, start: int, end: int) -> bool:
        """Whether a paragraph after a colon is the first item of a list whose markers were lost."""
        if self.signs.lower(start) or self.signs.unfinished(end):
            return end - start <= _LOST_LONGEST
        return last.end - last.start >= _SHORT_OPENING and self._is_short_item(start, end)

    def _fits(self, frame: Frame, start: int, end: int) -> bool:
        """Whether a paragraph is the next item: an item with a full stop ends a list of items with commas."""
        ended = self.signs.tail(self.last)[-1:] if self.last else ""
        if frame.unfinished and ended in ".!?":
            return False
        if self.signs.lower(start) or ended in ",;":
            return end - start <= _LOST_LONGEST and (ended != "." or frame.lower)
        return not frame.lower and self._is_short_item(start, end)

    def _is_short_item(self, start: int, end: int) -> bool:
        return end - start <= _PLAIN_LONGEST and not self.signs.is_sentence(start, end)

    def _taken(self, end: int) -> tuple[int, bool]:
        """Take a paragraph into the innermost list."""
        frame = self._bare[-1]
        if self.signs.unfinished(end):
            self._bare[-1] = frame._replace(unfinished=True)
        return frame.opening, True
