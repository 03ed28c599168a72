"""An agreement's passages become drafts of promises."""

from bisect import bisect_left
from collections.abc import Iterator

from klaar.clauses.model import Agreement, Passage
from klaar.documents.model import Row
from klaar.promises.bearer import Before
from klaar.promises.cases import Handed, hand_on
from klaar.promises.defining import binds_in_definition
from klaar.promises.drafts import Draft, draft
from klaar.promises.lists import Given
from klaar.promises.marked import NOBODY, Marked
from klaar.promises.riders import split_riders
from klaar.promises.row_levels import Around
from klaar.promises.runs import Run, runs_of
from klaar.promises.sentences import open_sentence, read_sentence
from klaar.promises.statement import ACTIVITY, CASE, Statement
from klaar.promises.tables import Tables
from klaar.promises.titled import titled_duty
from klaar.promises.titles import side_of_title
from klaar.promises.two_times import split_deadlines
from klaar.promises.verdict import Verdict

_SHORTEST = 4
"""Words below which what stands in a cell is no sentence."""


class Reader:
    """Reads passage after passage; it remembers only what openings gave and who was bound last."""

    def __init__(self, marked: Marked, agreement: Agreement) -> None:
        self._marked = marked
        self._passages, self._clauses = agreement.passages, agreement.clauses
        self._starts = [start for start, _ in marked.spans]
        self._tables = Tables(marked, self._starts, agreement.tables)
        self._opens = {p.opening for p in self._passages if p.opening >= 0}
        self._given: dict[int, Given | None] = {}
        self._last: Verdict | None = None

    def drafts(self) -> Iterator[Draft]:
        """The promises of all passages, in the order of the text: one for
        "Klant betaalt binnen 14 dagen.".
        """
        for index, passage in enumerate(self._passages):
            if passage.kind in ("heading", "skip") or passage.zone not in ("body", "definition"):
                continue
            yield from (self._row if passage.kind == "row" else self._passage)(index, passage)

    def _passage(self, index: int, passage: Passage) -> Iterator[Draft]:
        outer = self._given.get(passage.opening)
        if outer and outer.verdict.kind == CASE:
            self._given[index] = outer
            return
        before = Before(last=self._last.bearer if self._last else NOBODY)
        opens = index in self._opens
        statements = list(self._statements(index, passage, outer, opens=opens))
        if not statements and passage.kind == "item" and outer is None and not opens:
            statements = self._titled(passage)
        for statement in statements:
            for part in self._parts(statement):
                found = draft(self._marked, index, part, before)
                if found.start >= found.end:
                    continue
                before = before._replace(bound=found.verdict.bearer or before.bound)
                if passage.zone == "body" or binds_in_definition(self._marked, part):
                    self._last = found.verdict
                    yield found

    def _titled(self, passage: Passage) -> list[Statement]:
        """A bare item as a duty, where its title says that it is one."""
        starts = self._starts
        place = bisect_left(starts, passage.start), bisect_left(starts, passage.end)
        return titled_duty(self._marked, starts, self._clauses, passage.clause, place)

    def _parts(self, statement: Statement) -> list[Statement]:
        """A statement's halves with a time each, and the riders behind them."""
        halves = split_deadlines(self._marked, statement)
        return [part for half in halves for part in split_riders(self._marked, half)]

    def _statements(
        self, index: int, passage: Passage, outer: Given | None, *, opens: bool
    ) -> Iterator[Statement]:
        """The statements of a passage; what it opens is remembered for its items."""
        carried: Given | None = None
        for run in runs_of(self._marked, self._starts, passage.start, passage.end, opens=opens):
            given = {"passage": outer, "bullet": self._given.get(index)}.get(run.item)
            if given and given.verdict.kind == CASE:
                continue
            if run.opens:
                statements = self._open(index, passage, run, given, carried)
            else:
                statements = read_sentence(self._marked, run.lo, run.hi, given, carried)
            carried = next((s.given for s in reversed(statements) if s.given), None)
            yield from statements

    def _open(
        self, index: int, passage: Passage, run: Run, given: Given | None, carried: Given | None
    ) -> list[Statement]:
        """The statements of a run that opens a list, of which the items get what it hands on."""
        statements, handed = open_sentence(self._marked, run.lo, run.hi, given, carried)
        opened = Handed(handed, statements)
        handed, statements = hand_on(self._marked, run.lo, run.hi, opened, self._first_item(index))
        if handed and handed.verdict.kind == ACTIVITY and passage.zone == "definition":
            handed = None
        self._last = handed.verdict if handed else self._last
        self._given[index] = handed
        return statements

    def _first_item(self, index: int) -> Passage | None:
        """The passage behind an opening, where it is an item of it."""
        following = self._passages[index + 1 : index + 2]
        return following[0] if following and following[0].opening == index else None

    def _row(self, index: int, passage: Passage) -> Iterator[Draft]:
        row = self._tables.row_of(passage)
        if row is None:
            return
        side, title = side_of_title(self._marked, self._starts, self._clauses, passage.clause)
        levels = self._tables.levels(passage.table, row, Around(side, title, self._last))
        for level in levels:
            yield Draft(index, level.start, level.end, level.verdict, level.deadline, level.measure, None)
        if not levels:
            yield from self._cells(index, row)

    def _cells(self, index: int, row: Row) -> Iterator[Draft]:
        """The promises that stand as sentences in the cells of a row."""
        for cell in row.cells:
            before = Before()
            for run in runs_of(self._marked, self._starts, cell.start, cell.end, opens=index in self._opens):
                given = self._given.get(index) if run.item == "bullet" else None
                if run.hi - run.lo < _SHORTEST or (given and given.verdict.kind == CASE):
                    continue
                for statement in self._cell(index, run, given):
                    found = draft(self._marked, index, statement, before)
                    before = Before(found.verdict.bearer or NOBODY)
                    yield found

    def _cell(self, index: int, run: Run, given: Given | None) -> list[Statement]:
        if not run.opens:
            return read_sentence(self._marked, run.lo, run.hi, given)
        statements, handed = open_sentence(self._marked, run.lo, run.hi, given)
        opened = Handed(handed, statements)
        self._given[index], statements = hand_on(self._marked, run.lo, run.hi, opened, None)
        return statements
