"""An agreement's passages become promises."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from klaar.clauses.model import Passage
from klaar.documents.model import Row, Table
from klaar.promises.bearer import Before, find_bearer
from klaar.promises.clock import clocks_in
from klaar.promises.deadline import find_deadline
from klaar.promises.kind import Verdict
from klaar.promises.levels import find_levels
from klaar.promises.lists import Given, find_bullets
from klaar.promises.marked import NOBODY, Marked
from klaar.promises.measure import find_measure, metric_of
from klaar.promises.model import Deadline, Measure
from klaar.promises.rows import read_levels
from klaar.promises.sentences import Statement, open_sentence, read_sentence
from klaar.text.sentences import split_sentences


class Draft(NamedTuple):
    """A promise before it gets its last slots: its passage, words and verdict."""

    passage: int
    start: int
    end: int
    verdict: Verdict
    deadline: Deadline | None
    measure: Measure | None
    statement: Statement | None


class Reader:
    """Reads passage after passage; it remembers only what openings gave and who was bound last."""

    def __init__(self, marked: Marked, passages: tuple[Passage, ...], tables: tuple[Table, ...]) -> None:
        self.marked, self.passages, self.tables = marked, passages, tables
        self.starts = [start for start, _ in marked.spans]
        self.opens = {p.opening for p in passages if p.opening >= 0}
        self.given: dict[int, Given | None] = {}
        self.rows = {(t, r.start): r for t, table in enumerate(tables) for r in table.rows[table.heads :]}

    def drafts(self) -> Iterator[Draft]:
        """The promises of all passages, in order."""
        for index, passage in enumerate(self.passages):
            if passage.kind in ("heading", "skip") or passage.zone not in ("body", "definition"):
                continue
            if passage.kind == "row":
                yield from self._row(index, passage)
            else:
                yield from self._passage(index, passage)

    def _passage(self, index: int, passage: Passage) -> Iterator[Draft]:
        outer = self.given.get(passage.opening)
        before = Before()
        for run, opens, given in self._runs(index, passage, outer):
            statements, handed = self._sentence(run, opens, given)
            if opens:
                self.given[index] = handed
            for statement in statements:
                draft = self._draft(index, statement, before)
                before = Before(draft.verdict.bearer or before.bound)
                if passage.zone == "body" or statement.frame.subject:
                    yield draft

    def _runs(
        self, index: int, passage: Passage, outer: Given | None
    ) -> Iterator[tuple[tuple[int, int], bool, Given | None]]:
        """The sentences of a passage as words, whether each opens a list, and what it was given."""
        lo, hi = bisect_left(self.starts, passage.start), bisect_left(self.starts, passage.end)
        marks = find_bullets(self.marked, lo, hi)
        bounds = [lo, *marks, hi]
        for part, (begin, end) in enumerate(zip(bounds, bounds[1:], strict=False)):
            first = begin + (part > 0)
            if first >= end:
                continue
            spans = self._sentences(first, end)
            for number, span in enumerate(spans):
                last = number == len(spans) - 1
                opens = last and (index in self.opens if part == len(bounds) - 2 else part == 0)
                given = (self.given.get(index) if part else outer) if number == 0 else None
                if span[1] > span[0]:
                    yield span, opens, given

    def _sentences(self, lo: int, hi: int) -> list[tuple[int, int]]:
        marked = self.marked
        spans = split_sentences(marked.text, marked.spans[lo][0], marked.spans[hi - 1][1], marked.language)
        return [(bisect_left(self.starts, s.start), bisect_left(self.starts, s.end)) for s in spans]

    def _sentence(
        self, run: tuple[int, int], opens: bool, given: Given | None
    ) -> tuple[list[Statement], Given | None]:
        if opens:
            return open_sentence(self.marked, *run, given)
        return read_sentence(self.marked, *run, given), None

    def _draft(self, index: int, statement: Statement, before: Before) -> Draft:
        marked, lo, hi = self.marked, statement.lo, statement.hi
        verdict = find_bearer(marked, statement.frame, statement.verdict, statement.base, before)
        levels = find_levels(marked, lo, hi)
        clocks = clocks_in(marked, lo, hi)
        deadline = find_deadline(marked, lo, hi, clocks, levels, lo)
        measure = find_measure(marked, lo, hi, clocks, deadline)
        if deadline is None and statement.given:
            deadline = self._given_deadline(statement.given)
        if _is_level(marked, statement, verdict, measure):
            verdict = verdict._replace(kind="service_level")
        return Draft(
            index, marked.spans[lo][0], marked.spans[hi - 1][1], verdict, deadline, measure, statement
        )

    def _given_deadline(self, given: Given) -> Deadline | None:
        clocks = clocks_in(self.marked, given.lo, given.hi)
        return find_deadline(
            self.marked, given.lo, given.hi, clocks, find_levels(self.marked, given.lo, given.hi), given.lo
        )

    def _row(self, index: int, passage: Passage) -> Iterator[Draft]:
        row = self.rows.get((passage.table, passage.start)) or self._row_at(passage)
        if row is None:
            return
        levels = read_levels(self.marked, self.starts, self.tables[passage.table], row)
        for level in levels:
            yield Draft(
                index,
                level.start,
                level.end,
                Verdict(level.kind, level.bearer),
                level.deadline,
                level.measure,
                None,
            )
        if not levels:
            yield from self._cells(index, row)

    def _row_at(self, passage: Passage) -> Row | None:
        table = self.tables[passage.table]
        return next((r for r in table.rows[table.heads :] if r.start <= passage.start < r.end), None)

    def _cells(self, index: int, row: Row) -> Iterator[Draft]:
        before = Before()
        for cell in row.cells:
            for span in split_sentences(self.marked.text, cell.start, cell.end, self.marked.language):
                lo, hi = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
                if hi - lo > 3:
                    for statement in read_sentence(self.marked, lo, hi, None):
                        draft = self._draft(index, statement, before)
                        before = Before(draft.verdict.bearer or NOBODY)
                        yield draft


def _is_level(marked: Marked, statement: Statement, verdict: Verdict, measure: Measure | None) -> bool:
    """ "garandeert een beschikbaarheid van 99,5 %", "streeft naar een reactie binnen 2 uur": a level, not a duty."""
    if verdict.kind not in ("obligation", "warranty", "permission"):
        return False
    if measure and measure.metric == "availability":
        return True
    words = marked.lows[statement.lo : statement.hi]
    if (
        measure
        and measure.metric in ("response_time", "resolution_time")
        and not {"shall", "must", "dient", "moet"} & set(words)
    ):
        return bool({"streven", "streeft", "target", "provides", "garandeert"} & set(words))
    return "target" in words and metric_of(words, marked.language) in (
        "availability",
        "response_time",
        "resolution_time",
    )
