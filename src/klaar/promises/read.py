"""An agreement's passages become promises."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from klaar.clauses.model import Clause, Passage
from klaar.documents.model import Row, Table
from klaar.promises.bearer import Before, find_bearer
from klaar.promises.clock import clocks_in
from klaar.promises.columns import Columns, read_columns
from klaar.promises.deadline import deadline_words, find_deadline
from klaar.promises.flags import AND, BUT, COLON, COMMA, FINITE, IF, NOT
from klaar.promises.kind import Verdict
from klaar.promises.levels import find_levels
from klaar.promises.lists import Given, find_bullets
from klaar.promises.marked import CLIENT, IT, NOBODY, Marked
from klaar.promises.measure import find_measure, metric_of
from klaar.promises.model import Deadline, Measure
from klaar.promises.rows import Around, read_levels
from klaar.promises.sentences import ACTIVITY, CASE, Statement, open_sentence, read_sentence
from klaar.text.data import load_words
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

    def __init__(
        self,
        marked: Marked,
        passages: tuple[Passage, ...],
        tables: tuple[Table, ...],
        clauses: tuple[Clause, ...] = (),
    ) -> None:
        self.marked, self.passages, self.tables, self.clauses = marked, passages, tables, clauses
        self.names = marked.small_names
        self.columns: dict[int, Columns] = {}
        self.last: Verdict | None = None
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
        if outer and outer.verdict.kind == CASE:
            self.given[index] = outer
            return
        before = Before(last=self.last.bearer if self.last else NOBODY)
        carried: Given | None = None
        for run, opens, given in self._runs(index, passage, outer):
            if given and given.verdict.kind == CASE:
                continue
            statements, handed = self._sentence(run, opens, given, carried)
            carried = next((s.given for s in reversed(statements) if s.given), None)
            if opens:
                handed, statements = self._cases(index, handed, statements)
                if (handed is None or handed.verdict.kind == ACTIVITY) and _ends_in_if(self.marked, *run):
                    handed = Given(Verdict(CASE, NOBODY), *run)
                elif handed and handed.verdict.kind == ACTIVITY and passage.zone == "definition":
                    handed = None
                self.last = handed.verdict if handed else self.last
                self.given[index] = handed
            for statement in statements:
                for part in split_deadlines(self.marked, statement):
                    draft = self._draft(index, part, before)
                    before = before._replace(bound=draft.verdict.bearer or before.bound)
                    if passage.zone == "body" or self._binds_in_definition(part):
                        self.last = draft.verdict
                        yield draft

    def _binds_in_definition(self, statement: Statement) -> bool:
        """A definition may hide a duty: "Gepland Onderhoud: Leverancier kondigt dit aan …"; what it means is none."""
        if statement.frame.subject <= 0 and not statement.given:
            return False
        words = self.marked.lows[statement.base : statement.frame.verb]
        return not {"means", "mean", "betekent", "verstaan", "includes"} & set(words)

    def _cases(
        self, index: int, handed: Given | None, statements: list[Statement]
    ) -> tuple[Given | None, list[Statement]]:
        """An opening whose items are the cases in which it holds ("X may end it: a) if …; b) if …") is theirs."""
        if not statements or (handed and handed.verdict.kind != ACTIVITY) or index + 1 >= len(self.passages):
            return handed, statements
        item = self.passages[index + 1]
        if item.opening != index or not self.marked.bits[bisect_left(self.starts, item.start)] & IF:
            return handed, statements
        last = statements[-1]
        if not self.marked.bits[last.hi - 1] & (COLON | FINITE) and self.marked.lows[last.hi] != ":":
            return handed, statements
        if self.marked.bits[last.hi - 1] & IF:
            return handed, statements
        return Given(last.verdict, last.lo, last.hi), statements[:-1]

    def _runs(
        self, index: int, passage: Passage, outer: Given | None
    ) -> Iterator[tuple[tuple[int, int], bool, Given | None]]:
        """The sentences of a passage as words, whether each opens a list, and what it was given."""
        lo, hi = bisect_left(self.starts, passage.start), bisect_left(self.starts, passage.end)
        bounds = [lo, *find_bullets(self.marked, lo, hi), hi]
        for part, (begin, end) in enumerate(zip(bounds, bounds[1:], strict=False)):
            first = begin + (part > 0)
            spans = self._sentences(first, end) if first < end else []
            for number, span in enumerate(spans):
                last = number == len(spans) - 1
                opens = last and self._opens(index, part, len(bounds) - 2, span)
                given = (self.given.get(index) if part else outer) if number == 0 else None
                if span[1] > span[0]:
                    yield span, opens, given

    def _opens(self, index: int, part: int, last: int, span: tuple[int, int]) -> bool:
        """Whether the last sentence of a part opens a list: the passage's own, or the one of its bullets."""
        if part == last:
            return index in self.opens
        return part == 0 or bool(self.marked.bits[span[1] - 1] & COLON)

    def _sentences(self, lo: int, hi: int) -> list[tuple[int, int]]:
        marked = self.marked
        spans = split_sentences(
            marked.text, marked.spans[lo][0], marked.spans[hi - 1][1], marked.language, self.names
        )
        return [(bisect_left(self.starts, s.start), bisect_left(self.starts, s.end)) for s in spans]

    def _sentence(
        self, run: tuple[int, int], opens: bool, given: Given | None, carried: Given | None = None
    ) -> tuple[list[Statement], Given | None]:
        if opens:
            statements, handed = open_sentence(self.marked, *run, given, carried)
            return statements, handed or _activities(self.marked, *run, statements)
        return read_sentence(self.marked, *run, given, carried), None

    def _draft(self, index: int, statement: Statement, before: Before) -> Draft:
        marked, lo, hi = self.marked, statement.lo, statement.hi
        levels, base = statement.levels, statement.base
        verdict = find_bearer(marked, statement.frame, statement.verdict, base, before, levels, base)
        clocks = clocks_in(marked, lo, hi)
        deadline = find_deadline(marked, lo, hi, clocks, levels, base)
        measure = find_measure(marked, lo, hi, clocks, deadline, levels, base)
        if deadline is None and statement.given:
            deadline = self._given_deadline(statement.given)
        deadline = _own_time(deadline, verdict, measure)
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
        if passage.table not in self.columns:
            self.columns[passage.table] = read_columns(self.marked, self.starts, self.tables[passage.table])
        side, title = self._title(passage.clause)
        around = Around(side, title, self.last)
        levels = read_levels(self.marked, self.starts, self.columns[passage.table], row, around)
        for level in levels:
            yield Draft(index, level.start, level.end, level.verdict, level.deadline, level.measure, None)
        if not levels:
            yield from self._cells(index, row)

    def _row_at(self, passage: Passage) -> Row | None:
        table = self.tables[passage.table]
        return next((r for r in table.rows[table.heads :] if r.start <= passage.start < r.end), None)

    def _title(self, clause: int) -> tuple[int, str]:
        """The side that a clause's title names ("Verplichtingen van Opdrachtgever"), its own or one above it."""
        title = self.clauses[clause].title if clause >= 0 else ""
        while clause >= 0:
            found = self.clauses[clause]
            lo = bisect_left(self.starts, found.start)
            hi = bisect_left(self.starts, found.start + len(found.number) + len(found.title) + 12)
            sides = {self.marked.owners[k] for k in range(lo, min(hi, lo + 12))} & {IT, CLIENT}
            if len(sides) == 1 and found.title:
                return sides.pop(), title
            clause = found.parent
        return NOBODY, title

    def _cells(self, index: int, row: Row) -> Iterator[Draft]:
        for cell in row.cells:
            before = Before()
            passage = self.passages[index]._replace(kind="paragraph", start=cell.start, end=cell.end)
            for run, opens, given in self._runs(index, passage, None):
                if run[1] - run[0] < 4:
                    continue
                statements, handed = self._sentence(run, opens, given)
                if opens:
                    self.given[index] = handed
                for statement in statements:
                    draft = self._draft(index, statement, before)
                    before = Before(draft.verdict.bearer or NOBODY)
                    yield draft


def _ends_in_if(marked: Marked, lo: int, hi: int) -> bool:
    """ "X may end it if:" and "… under these conditions:": the items are cases, no promises."""
    at = hi - 1
    while at > lo and marked.bits[at] & (COLON | COMMA):
        at -= 1
    words = load_words(marked.language, "signs")["lists"]["cases"].split()
    return bool(marked.bits[at] & IF and marked.lows[at] in words) or (
        marked.lows[at] == words[-1] and marked.lows[at - 1] in words
    )


def split_deadlines(marked: Marked, statement: Statement) -> list[Statement]:
    """Two times to act are two promises: "binnen 14 dagen na ontdekking, doch uiterlijk binnen 30 dagen na levering"."""
    words = deadline_words(marked.language).within
    seen = 0
    for k in range(statement.lo, statement.hi - 2):
        if marked.lows[k] in words and _time_follows(marked, k, statement.hi):
            if seen and k > seen + 3 and (cut := _joint_before(marked, statement.lo, k)):
                return [statement._replace(hi=cut), statement._replace(lo=cut + 1)]
            seen = k
    return [statement]


def _time_follows(marked: Marked, k: int, hi: int) -> bool:
    return any(marked.lows[j][0].isdigit() for j in range(k + 1, min(hi, k + 5)))


def _joint_before(marked: Marked, lo: int, k: int) -> int:
    """The comma or "or" right before a time's first words, 0 for none."""
    cut = 0
    for j in range(k - 1, max(lo, k - 4), -1):
        if marked.bits[j] & (COMMA | AND | BUT):
            cut = j
        elif marked.lows[j] not in (
            "uiterlijk",
            "later",
            "no",
            "niet",
            "and",
            "in",
            "elk",
            "geval",
            "ieder",
            "event",
            "any",
        ):
            break
    return cut


def _activities(marked: Marked, lo: int, hi: int, statements: list[Statement]) -> Given | None:
    """After an opening that is no promise and no condition, items may still name the work: "Dit omvat: …"."""
    if statements or marked.bits[lo] & (IF | NOT) or not marked.bits[hi - 1] & COLON:
        return None
    return Given(Verdict(ACTIVITY, NOBODY), lo, hi)


def _own_time(deadline: Deadline | None, verdict: Verdict, measure: Measure | None) -> Deadline | None:
    """A rhythm is the bearer's time to act only where it must act: "three requests per month" is a limit."""
    if deadline is None or deadline.kind not in ("recurring", "for"):
        return deadline
    if deadline.kind == "recurring" and verdict.kind in (
        "permission",
        "prohibition",
        "exclusion",
        "service_level",
    ):
        return None
    return None if measure and measure.metric == "availability" else deadline


def _is_level(marked: Marked, statement: Statement, verdict: Verdict, measure: Measure | None) -> bool:
    """ "garandeert een beschikbaarheid van 99,5 %", "streeft naar een reactie binnen 2 uur": a level, not a duty."""
    if verdict.kind not in ("obligation", "warranty"):
        return False
    if measure and measure.metric == "availability":
        return True
    words = [marked.lows[k] for k in range(max(statement.lo, statement.frame.verb - 3), statement.hi)]
    if (
        measure
        and measure.metric in ("response_time", "resolution_time")
        and not {"shall", "must", "dient", "moet"} & set(words)
    ):
        return bool({"streven", "streeft", "target", "provides", "garandeert"} & set(words))
    return (
        "target" in words
        and not {"calculate", "issue", "report"} & set(words)
        and metric_of(words, marked.language)
        in (
            "availability",
            "response_time",
            "resolution_time",
        )
    )
