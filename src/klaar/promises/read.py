"""An agreement's passages become promises."""

from bisect import bisect_left

from klaar.clauses.model import Passage
from klaar.documents.model import Row, Table
from klaar.promises.lists import Given, given_by
from klaar.promises.marked import Marked
from klaar.promises.sentences import Statement, read_sentence
from klaar.text.sentences import split_sentences


def read_passages(marked: Marked, passages: tuple[Passage, ...], tables: tuple[Table, ...]) -> list[tuple[int, Statement]]:
    """The statements of all passages, each with the index of its passage."""
    starts = [start for start, _ in marked.spans]
    opens = {p.opening for p in passages if p.opening >= 0}
    given: dict[int, Given | None] = {}
    found: list[tuple[int, Statement]] = []
    for index, passage in enumerate(passages):
        if passage.kind in ("heading", "skip") or passage.zone not in ("body", "definition"):
            continue
        outer = given.get(passage.opening)
        if passage.kind == "row":
            found += [(index, s) for s in _read_row(marked, starts, passage, tables)]
            continue
        sentences = split_sentences(marked.text, passage.start, passage.end, marked.language)
        for number, span in enumerate(sentences):
            lo, hi = bisect_left(starts, span.start), bisect_left(starts, span.end)
            if index in opens and number == len(sentences) - 1:
                given[index] = given_by(marked, lo, hi, outer)
                if given[index]:
                    continue
            if hi - lo > 1:
                found += [(index, s) for s in read_sentence(marked, lo, hi, outer if number == 0 else None)]
    return found


def _read_row(marked: Marked, starts: list[int], passage: Passage, tables: tuple[Table, ...]) -> list[Statement]:
    """The statements in the cells of a row, when they hold sentences."""
    table = tables[passage.table]
    row = next((r for r in table.rows[table.heads :] if r.start <= passage.start < r.end), None)
    if row is None:
        return []
    found: list[Statement] = []
    for cell in row.cells:
        for span in split_sentences(marked.text, cell.start, cell.end, marked.language):
            lo, hi = bisect_left(starts, span.start), bisect_left(starts, span.end)
            if hi - lo > 3:
                found += read_sentence(marked, lo, hi, None)
    return found
