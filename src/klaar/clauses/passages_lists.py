"""Which passage opens the list that an item belongs to ("Supplier shall:"), with or without markers."""

import re
from typing import NamedTuple

from klaar.clauses.numbering_words import clause_words

_TAIL = " \t\n*_\\\"”'’)]"
_DASHES = ("–", "—", " -")
_SHORT_OPENING = 20
_LOST_LONGEST, _PLAIN_LONGEST = 600, 300
_FIRST = re.compile(r"[\w{<\[]")
_WORD = re.compile(r"[^\W\d_]+")


class Frame(NamedTuple):
    """An open list of bullets or of bare paragraphs: its depth, the passage that opens it, how its items look."""

    level: int
    opening: int
    lower: bool = False
    counted: bool = False


class Passed(NamedTuple):
    """The last passage read: its index, place, the list it was in and the passage that opened that."""

    at: int
    start: int
    end: int
    item: bool
    heading: bool
    opening: int
    level: int


class Lists:
    """Follows the lists of one text from top to bottom; every method gives the index of an opening or -1."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._runs: dict[int, int] = {}
        self._bullets: list[Frame] = []
        self._bare: list[Frame] = []
        self._table = -1
        self._table_opening = -1
        self._row_before = False
        self.last: Passed | None = None
        self._modals = clause_words("sentence", "modals")
        self._agreed = tuple(clause_words("phrases", "agreed"))
        following = "|".join(sorted(map(re.escape, clause_words("phrases", "following"))))
        self._following = re.compile(rf"\b(?:{following})\b[^.;]*[.:]?$")

    def numbered(self, run: int, start: int, parent: int, item: int) -> int:
        """For an item with a number: the list `run` it is in opens where its first item begins."""
        self._bare.clear()
        while self._bullets and not (item and item > self._bullets[-1].level):
            self._bullets.pop()
        if run not in self._runs:
            self._runs[run] = self._opening(start) if self._opens(start) else parent
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
        if (
            last
            and last.item
            and (self._bullets or not self._bare)
            and (inside or self._goes_on(last, start))
        ):
            return last.opening, False
        self._bullets.clear()
        opens = last is not None and not self._row_before and self._ends_open(last)
        if last and opens and not self.agrees(last.start, last.end) and self._fits_first(start, end):
            lower = self._lower(start)
            if not (self._bare and self._bare[-1].lower and not lower):
                self._bare.append(Frame(len(self._bare), last.at, lower))
                return self._counted(end)
        while self._bare and not self._fits(self._bare[-1], start, end):
            self._bare.pop()
        return self._counted(end) if self._bare else (-1, False)

    def row(self, table: int, start: int) -> int:
        """For a table row: the paragraph that announces its table."""
        self._bare.clear()
        self._bullets.clear()
        if self.last is None or table != self._table or (table < 0 and not self._row_before):
            self._table, self._table_opening = table, self._opening(start)
        self._row_before = True
        return self._table_opening

    def opened(self, run: int) -> int:
        """The passage that opened the list `run` of numbered items, -1 where none did."""
        return self._runs.get(run, -1)

    def announced(self) -> bool:
        """Whether the last passage ends in a colon."""
        return self.last is not None and self._ends_open(self.last)

    def heading(self) -> None:
        """A heading ends every list."""
        self._bullets.clear()
        self._bare.clear()

    def passed(self, last: Passed, *, row: bool = False) -> None:
        """Remember the passage just read."""
        self.last = last
        self._row_before = row

    def _opens(self, start: int) -> bool:
        return self._opening(start) >= 0

    def _opening(self, start: int) -> int:
        """The last passage, where its words announce what begins at `start`."""
        last = self.last
        if last is None or self._row_before or self.agrees(last.start, last.end):
            return -1
        tail = self._tail(last)
        if self._ends_open(last):
            return last.at
        if last.heading or not tail:
            return -1
        if tail[-1] not in ".!?;" and self._lower(start):
            return last.at
        sentence = tail[max(tail.rfind(". "), tail.rfind("; ")) + 1 :].lower()
        return last.at if self._following.search(sentence) else -1

    def _tail(self, last: Passed) -> str:
        return self._text[max(last.start, last.end - 200) : last.end].rstrip(_TAIL)

    def _ends_open(self, last: Passed) -> bool:
        tail = self._text[max(last.start, last.end - 12) : last.end].rstrip(_TAIL)
        return tail.endswith(":") or (not last.heading and tail.endswith(_DASHES))

    def agrees(self, start: int, end: int) -> bool:
        """Whether words end by saying that the parties agree: what comes next is the agreement itself."""
        if end - start > _LOST_LONGEST or self._text[end - 1] not in ":;,":
            return False
        tail = self._text[max(start, end - 120) : end].lower()
        return any(phrase in tail for phrase in self._agreed)

    def _goes_on(self, last: Passed, start: int) -> bool:
        """Whether the item before was not finished: no full stop, or this begins in lower case."""
        tail = self._tail(last)
        return bool(tail) and self._lower(start) and tail[-1] not in ".:;!?"

    def _lower(self, start: int) -> bool:
        found = _FIRST.search(self._text, start, start + 8)
        return found is not None and found[0].islower()

    def _fits_first(self, start: int, end: int) -> bool:
        if self._lower(start) or self._text[end - 1] in ",;":
            return end - start <= _LOST_LONGEST
        last = self.last
        if last is None or last.end - last.start < _SHORT_OPENING:
            return False
        return end - start <= _PLAIN_LONGEST and not self._is_sentence(start, end)

    def _fits(self, frame: Frame, start: int, end: int) -> bool:
        last = self.last
        ended = self._tail(last)[-1:] if last else ""
        if frame.counted and ended in ".!?":
            return False
        if self._lower(start) or ended in ",;":
            return end - start <= _LOST_LONGEST and (ended != "." or frame.lower)
        if frame.lower:
            return False
        return end - start <= _PLAIN_LONGEST and not self._is_sentence(start, end)

    def _is_sentence(self, start: int, end: int) -> bool:
        """Whether somebody does something in the first words: it stands by itself."""
        words = _WORD.findall(self._text[start : min(end, start + 60)])[:7]
        return not self._modals.isdisjoint(words[1:])

    def _counted(self, end: int) -> tuple[int, bool]:
        """Take the paragraph into the innermost list; items that end in "," or ";" mark the last by a full stop."""
        frame = self._bare[-1]
        if self._text[end - 1] in ",;":
            self._bare[-1] = frame._replace(counted=True)
        return frame.opening, True
