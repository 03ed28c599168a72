"""The words that an agreement itself defines, each with its definition and its uses."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from klaar.clauses.definitions_forms import Form, alternatives, is_word, listed
from klaar.clauses.definitions_said import named, quoted, under
from klaar.clauses.definitions_uses import Word, find_uses
from klaar.clauses.model import Passage, Structure, Term
from klaar.clauses.numbering_words import clause_words
from klaar.documents.model import Document, Row

_LINE = 70
_MARKS = " \t\n*_`\"“”„'‘’:"


class _Defined(NamedTuple):
    """A word and its definition, before its uses are known; a lower `rank` says it better."""

    rank: int
    word: str
    start: int
    end: int
    clause: int


def find_terms(document: Document, structure: Structure, language: str) -> tuple[Term, ...]:
    """Every word that the agreement defines, in the order of their definitions.

    "“Working Day” means Monday to Friday", "Werkdag: maandag tot en met vrijdag", "(hierna: “Leverancier”)",
    a row of a table of terms. Where a word is defined twice the fuller definition counts. `language` tells
    in which forms a word may be used ("Werkdagen", "Policies").
    """
    finder = _Finder(document, structure.passages, language)
    kept: dict[str, _Defined] = {}
    for each in sorted((*finder.in_lists(), *finder.in_text())):
        kept.setdefault(each.word.lower(), each)
    terms = sorted(kept.values(), key=lambda each: (each.start, each.end, each.word))
    uses = find_uses(document.text, [Word(each.word, each.start, each.end) for each in terms], language)
    return tuple(
        Term(each.word, each.start, each.end, each.clause, tuple(spans))
        for each, spans in zip(terms, uses, strict=True)
    )


class _Finder:
    """Finds definitions: in lists and tables that are made of them, and in running text."""

    def __init__(self, document: Document, passages: Sequence[Passage], language: str) -> None:
        self._text, self._tables = document.text, document.tables
        self._passages, self._language = passages, language
        self._starts = [passage.start for passage in passages]
        heads = clause_words("define", "heads")
        self._of_words = {
            index
            for index, table in enumerate(document.tables)
            if table.rows and table.rows[0].cells and self._cell(table.rows[0], 0).lower() in heads
        }

    def in_lists(self) -> Iterator[_Defined]:
        """The words of lists and tables of definitions."""
        for index, passage in enumerate(self._passages):
            if passage.kind == "row":
                yield from self._row(passage)
            elif passage.zone == "definition" and passage.kind in {"paragraph", "item"}:
                yield from self._listed(index, passage)

    def in_text(self) -> Iterator[_Defined]:
        """The words that are defined in a sentence, wherever that is."""
        means: list[tuple[Form, Passage]] = []
        for form, is_name in quoted(self._text):
            passage = self._at(form.start)
            if passage and is_name:
                yield from self._sentence(form, passage)
            elif passage:
                means.append((form, passage))
        ends = [*(form.start for form, _ in means), len(self._text)][1:]
        for (form, passage), after in zip(means, ends, strict=True):
            end = min(passage.end, after) if after - form.start > _LINE else passage.end
            yield from self._defined(1, form.word, form.start, end, passage)
        for form in (*named(self._text), *under(self._text)):
            passage = self._at(form.start)
            if passage:
                yield from self._sentence(form, passage)

    def _defined(self, rank: int, word: str, start: int, end: int, passage: Passage) -> Iterator[_Defined]:
        end = start + len(self._text[start:end].rstrip())
        for each in alternatives(word, self._language):
            yield _Defined(rank, each, start, end, passage.clause)

    def _listed(self, index: int, passage: Passage) -> Iterator[_Defined]:
        text = self._text
        form = listed(text, passage.start, passage.end)
        if form:
            yield from self._defined(0, form.word, passage.start, passage.end, passage)
        elif passage.end - passage.start <= _LINE and text[passage.end - 1] not in ".;,!?":
            after = self._passages[index + 1] if index + 1 < len(self._passages) else None
            word = text[passage.start : passage.end]
            if after and self._explains(after) and is_word(word):
                yield from self._defined(0, word, passage.start, after.end, passage)

    def _explains(self, passage: Passage) -> bool:
        """Whether this is the explanation below a word on a line of its own, and not another such line."""
        if passage.zone != "definition" or passage.kind not in {"paragraph", "item"}:
            return False
        return passage.end - passage.start > _LINE or self._text[passage.end - 1] in ".;"

    def _row(self, passage: Passage) -> Iterator[_Defined]:
        if passage.table < 0 or not (passage.table in self._of_words or passage.zone == "definition"):
            return
        table = self._tables[passage.table]
        starts = [row.start for row in table.rows]
        place = bisect_right(starts, passage.start) - 1
        row = table.rows[place]
        if place < table.heads or len(row.cells) < 2 or not self._cell(row, 1):
            return
        if is_word(self._cell(row, 0)):
            yield from self._defined(0, self._cell(row, 0), passage.start, passage.end, passage)

    def _cell(self, row: Row, column: int) -> str:
        return row.cells[column].of(self._text).strip(_MARKS)

    def _at(self, place: int) -> Passage | None:
        """The passage that says what stands at a place, None for a heading or what is skipped."""
        index = bisect_right(self._starts, place) - 1
        if index < 0:
            return None
        passage = self._passages[index]
        return passage if place < passage.end and passage.kind not in {"skip", "heading"} else None

    def _sentence(self, form: Form, passage: Passage) -> Iterator[_Defined]:
        """The word with the sentence around it as its definition."""
        before = self._text.rfind(". ", passage.start, form.start)
        start = before + 2 if before >= 0 else passage.start
        stop = self._text.find(". ", form.end, passage.end)
        yield from self._defined(2, form.word, start, stop + 1 if stop >= 0 else passage.end, passage)
