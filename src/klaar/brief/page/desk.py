"""What a brief is made at: the agreement with its findings, the reader, the words, and the day."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from klaar.brief.citing import cite
from klaar.brief.findings.checked import Checked
from klaar.brief.listing.view import View
from klaar.brief.page.line_of import on_a_line
from klaar.brief.page.model import NOT_ASKED, At, ColumnKey, Columns, Honest, Reader
from klaar.brief.page.signs import Signs
from klaar.brief.reading import Reading
from klaar.brief.spoken import Speaker
from klaar.clauses.model import Clause, Passage, Side
from klaar.plain.say import Plain
from klaar.promises.model import Promise
from klaar.text.sentences import split_sentences
from klaar.text.span import Span

_LONGEST_CITED = 30
_SHORT, _MIDDLE = 60, 140
"""Promises of an agreement whose page has room for three and two times as many lines."""


@dataclass(frozen=True, slots=True)
class Desk:
    """An agreement in the hands of one reader, in the words of one language, on one day (or none).

    `passage_starts` are where its passages begin, `plain` its promises in plain words, by id,
    `honest` how often its dates are met.
    """

    checked: Checked
    side: Reader
    speaker: Speaker
    words: Mapping[str, Any]
    signs: Signs
    today: date | None
    passage_starts: Sequence[int]
    plain: Mapping[str, Plain]
    honest: Honest = NOT_ASKED

    @property
    def reading(self) -> Reading:
        """The agreement as it was read."""
        return self.checked.reading

    @property
    def text(self) -> str:
        """The agreement's text, which every offset of a promise points into."""
        return self.reading.agreement.document.text

    @property
    def clauses(self) -> Sequence[Clause]:
        """The clauses of the agreement."""
        return self.reading.agreement.clauses

    @property
    def lang(self) -> str:
        """The language of the agreement's own words."""
        return self.reading.agreement.language

    @property
    def view(self) -> View:
        """The same for the words of the listing."""
        return View(self.reading, self.speaker, 80, self.side)

    @property
    def room(self) -> int:
        """How many times as many lines a group may have as that of a long agreement: 3, 2 or 1."""
        count = len(self.reading.promises)
        return 3 if count <= _SHORT else 2 if count <= _MIDDLE else 1

    @property
    def other(self) -> Side:
        """The side across the table."""
        return "it" if self.side == "client" else "client"

    def say(self, group: str, key: str, **filled: object) -> str:
        """Words of the brief, with {…} filled in."""
        message: str = self.words[group][key]
        return message.format(**filled) if filled else message

    def counted(self, group: str, key: str, count: int) -> str:
        """ "nog 41 plichten van u", "nog 1 plicht van u"."""
        return self.say(group, f"{key}_one" if count == 1 else key, count=self.speaker.number(count))

    def columns(self, *heads: tuple[ColumnKey, str]) -> Columns:
        """Columns with the heads that [column] in brief.toml has under these names."""
        return tuple((key, self.say("column", name)) for key, name in heads)

    def at(self, start: int, end: int, clause: int, promise: str = "") -> At:
        """The place `start:end` in the clause with this index, as the page cites it."""
        place = self.reading.places.place(start, end)
        number = cite(self.clauses, clause)
        page = "" if place.page is None else self.say("page", "page_of", page=place.page)
        titled = page and not any(letter.isdigit() for letter in number)
        shown = "" if titled else on_a_line(number, _LONGEST_CITED)
        name = self.reading.documents[place.document].name if len(self.reading.documents) > 1 else ""
        cited = ", ".join(part for part in (name, shown, page) if part)
        quote = self.text[start:end]
        return At(
            cited, number, place.page, place.document, place.start, place.end, quote, self.lang, promise
        )

    def at_promise(self, promise: Promise) -> At:
        """The place of a promise."""
        return self.at(promise.start, promise.end, promise.clause, promise.id)

    def passage_at(self, start: int) -> Passage | None:
        """The passage that the character `start` stands in."""
        passages = self.reading.agreement.passages
        index = bisect_right(self.passage_starts, start) - 1
        return passages[index] if index >= 0 and start < passages[index].end else None

    def sentence_at(self, start: int) -> Span:
        """The sentence that the character `start` stands in; that character alone outside every passage."""
        passage = self.passage_at(start)
        if passage is None:
            return Span(start, start + 1)
        spans = split_sentences(self.text, passage.start, passage.end, self.lang)
        whole = Span(passage.start, passage.end)
        return next((each for each in spans if each.start <= start < each.end), whole)

    def clause_at(self, start: int) -> int:
        """The index of the innermost clause around the character `start`, -1 outside every clause."""
        passage = self.passage_at(start)
        return passage.clause if passage else -1

    def in_body(self, clause: int) -> bool:
        """Whether a clause is part of the main text: its number is "6.1.b" and not "bijlage B 3"."""
        number = cite(self.clauses, clause)
        return number[:1].isdigit()
