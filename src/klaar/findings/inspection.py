"""The agreement under inspection: what the checks can look up of it."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from klaar.clauses.model import Agreement, Passage
from klaar.findings.model import Finding
from klaar.findings.quoting import quote_row, quote_words
from klaar.findings.rule import Rule
from klaar.findings.table import Key
from klaar.promises.model import Promise
from klaar.text.sentences import split_sentences
from klaar.text.span import Span
from klaar.text.times import Time, find_times
from klaar.text.words import Words

_BACK = 12


class Sentence(NamedTuple):
    """One sentence of a passage: `start:end`, and the index of the passage."""

    start: int
    end: int
    passage: int


@dataclass(frozen=True)
class Inspection:
    """An agreement with its promises, its words, and where the patterns of the rules stand in it.

    `hits` are the places of each rule's word lists: ("silent-renewal", "signs") → spans in order.
    """

    agreement: Agreement
    promises: tuple[Promise, ...]
    words: Words
    hits: Mapping[Key, Sequence[Span]]

    @property
    def text(self) -> str:
        """The agreement's text, which every place points into."""
        return self.agreement.document.text

    @property
    def language(self) -> str:
        """ "nl" or "en"."""
        return self.agreement.language

    def listed(self, rule: Rule, name: str = "signs") -> Sequence[Span]:
        """Where the words of the list `name` of `rule` stand, in order."""
        return self.hits.get((rule.id, name), ())

    @cached_property
    def defined(self) -> frozenset[str]:
        """The terms that the agreement defines, without regard to capitals."""
        return frozenset(term.word.casefold() for term in self.agreement.terms)

    @cached_property
    def called(self) -> frozenset[str]:
        """What the parties are called: "Supplier", "Brugwerk ICT B.V."."""
        parties = self.agreement.parties
        return frozenset(
            name for each in parties for name in (each.name, *each.aliases, each.company) if name
        )

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences of passages that are read, in order; headings and what is skipped have none."""
        passages = range(len(self.agreement.passages))
        return tuple(sentence for number in passages for sentence in self.sentences_of(number))

    @cached_property
    def sentences_of(self) -> Callable[[int], tuple[Sentence, ...]]:
        """The sentences of the passage with this index; none of a heading and of what is skipped."""
        return cache(self._split)

    def _split(self, number: int) -> tuple[Sentence, ...]:
        each = self.agreement.passages[number]
        if each.kind in ("skip", "heading"):
            return ()
        spans = split_sentences(self.text, each.start, each.end, self.language)
        return tuple(Sentence(span.start, span.end, number) for span in spans)

    @cached_property
    def times_in(self) -> Callable[[int, int], Sequence[Time]]:
        """The dates, times, amounts and numbers that stand in `start:end`, with places in those words."""
        return cache(lambda start, end: find_times(self.text[start:end], self.language))

    @cached_property
    def _passage_starts(self) -> list[int]:
        return [each.start for each in self.agreement.passages]

    @cached_property
    def _promise_starts(self) -> list[int]:
        return [each.start for each in self.promises]

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence in which the character `place` stands; None in a heading or between sentences."""
        k = bisect_right(self._passage_starts, place) - 1
        sentences = self.sentences_of(k) if k >= 0 else ()
        at = bisect_left(sentences, (place + 1,)) - 1
        return sentences[at] if at >= 0 and place < sentences[at].end else None

    def is_label(self, sentence: Sentence) -> bool:
        """Whether `sentence` is a title before the text it stands in: "Exclusive Remedy.", "Betaling"."""
        words = [word for word in self.text[sentence.start : sentence.end].split() if len(word) > 3]
        return len(words) <= 4 and all(word.strip('*_#"“(')[:1].isupper() for word in words)

    def passage_at(self, place: int) -> Passage | None:
        """The passage in which the character `place` stands."""
        k = bisect_right(self._passage_starts, place) - 1
        passages = self.agreement.passages
        return passages[k] if k >= 0 and place < passages[k].end else None

    def surroundings(self, place: int) -> Span:
        """The innermost clause at `place`, else its passage."""
        index = self.clause_at(place)
        if index >= 0:
            clause = self.agreement.clauses[index]
            return Span(clause.start, clause.end)
        passage = self.passage_at(place)
        return Span(passage.start, passage.end) if passage else Span(place, place)

    def clause_at(self, place: int) -> int:
        """The index of the innermost clause at `place`, -1 for none."""
        k = bisect_right(self._passage_starts, place) - 1
        return self.agreement.passages[k].clause if k >= 0 else -1

    def promise_at(self, start: int, end: int) -> Promise | None:
        """The promise whose words `start:end` are part of, the shortest where there are several."""
        k = bisect_right(self._promise_starts, start)
        around = [each for each in self.promises[max(0, k - _BACK) : k] if each.end >= end]
        return min(around, key=lambda each: each.end - each.start, default=None)

    def around(self, start: int, end: int, promise: Promise) -> str:
        """The words of `promise` around `start:end`, to quote; of a row, cells with their heads."""
        passage = self.passage_at(promise.start)
        if passage and passage.table >= 0:
            row = quote_row(self.text, self.agreement.tables[passage.table], promise.start, promise.end)
            if row:
                return row
        return quote_words(self.text, Span(promise.start, max(promise.end, end)), Span(start, end))

    def found(
        self,
        rule: Rule,
        start: int,
        end: int,
        *,
        promise: Promise | None = None,
        also: Sequence[Span] = (),
        **values: str,
    ) -> Finding:
        """A finding of `rule` at `start:end`; `values` fill the question, empty ones are left out.

        Without `promise` it is about the promise whose words these are, if any.
        """
        about = promise or self.promise_at(start, end)
        if about:
            values = {"duty": self.around(start, end, about), "party": about.party, **values}
        return Finding(
            rule.id,
            start,
            end,
            self.text[start:end],
            rule.severity,
            self.clause_at(start),
            about.id if about else "",
            tuple(also),
            tuple((name, value) for name, value in values.items() if value),
        )
