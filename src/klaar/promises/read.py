"""An agreement's passages become promises."""

from bisect import bisect_left

from klaar.clauses.model import Passage
from klaar.promises.lists import Given, given_by
from klaar.promises.marked import Marked
from klaar.promises.sentences import Statement, read_sentence
from klaar.text.sentences import split_sentences


def read_passages(marked: Marked, passages: tuple[Passage, ...]) -> list[tuple[int, Statement]]:
    """The statements of all passages, each with the index of its passage."""
    starts = [start for start, _ in marked.spans]
    opens = {p.opening for p in passages if p.opening >= 0}
    given: dict[int, Given | None] = {}
    found: list[tuple[int, Statement]] = []
    for index, passage in enumerate(passages):
        if passage.kind in ("heading", "skip", "row") or passage.zone != "body":
            continue
        outer = given.get(passage.opening)
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
