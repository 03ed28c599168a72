"""What follows when a promise is not kept, as far as its clause or one that refers to it says so."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from klaar.brief.citing import cite
from klaar.brief.page.desk import Desk
from klaar.brief.page.line import date_of
from klaar.brief.page.model import Said
from klaar.brief.page.saying import on_a_line
from klaar.promises.model import Promise
from klaar.text.sentences import split_sentences
from klaar.text.span import Span

_MOST = 130
_THING = re.compile(r"[^\W\d_]{4,}|\b\d{1,2}\b")
_SAME_THING = 3
"""So many words and numbers in common say that two promises are about the same thing."""


def _things(words: str) -> frozenset[str]:
    return frozenset(_THING.findall(words.lower()))


class Remedies:
    """Finds what follows; the promises that name a remedy are looked up once for all."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def after(self, promise: Promise) -> Said | None:
        """What follows when `promise` is not kept, None where neither its clause nor a referring one says."""
        signs, consequence = self._desk.signs, promise.consequence
        if consequence and signs.of("remedy", consequence.text):
            return self._said(consequence.text)
        words = next(self._in_row(promise), "") or next(self._beside(promise), "")
        return self._said(words) if words else self._elsewhere(promise) or self._when_late(promise)

    def after_level(self, promise: Promise) -> Said | None:
        """The same of a level, for which one clause may say what follows for all of them.

        None where the rule level-without-remedy found that nothing does.
        """
        if promise.id in self._without or Span(promise.start, promise.end) in self._without:
            return None
        return self.after(promise) or (self._cited(self._of_levels[0]) if self._of_levels else None)

    def _said(self, words: str) -> Said:
        return Said(on_a_line(words, _MOST), self._desk.lang, "original")

    def _in_row(self, promise: Promise) -> Iterator[str]:
        """Cells of the same row that name a remedy: "Servicekrediet volgens tabel B-19"."""
        desk = self._desk
        passage = desk.passage_at(promise.start)
        if promise.measure and passage and passage.table >= 0:
            for cell in desk.text[passage.start : passage.end].split("|"):
                if desk.signs.of("remedy", cell):
                    yield cell.strip()

    def _beside(self, promise: Promise) -> Iterator[str]:
        """Sentences of the same passage, after the promise, that name a remedy."""
        desk = self._desk
        passage = desk.passage_at(promise.start)
        if passage is None or passage.end <= promise.end:
            return
        for span in split_sentences(desk.text, promise.end, passage.end, desk.lang):
            words = span.of(desk.text)
            if desk.signs.of("remedy", words):
                yield words.strip(" |")

    def _elsewhere(self, promise: Promise) -> Said | None:
        found = self._by_target.get(promise.clause)
        return self._cited(found[0]) if found else None

    def _when_late(self, promise: Promise) -> Said | None:
        """What follows when a day is missed, said elsewhere of the same thing: "livegang", "fase", "1"."""
        if not date_of(promise):
            return None
        own = _things(promise.quote)
        found = ((len(own & things), -other.start, other) for other, things in self._late)
        count, _, best = max(found, key=lambda each: each[:2], default=(0, 0, None))
        return self._cited(best) if best and best is not promise and count >= _SAME_THING else None

    @cached_property
    def _late(self) -> Sequence[tuple[Promise, frozenset[str]]]:
        """The promises that say what follows when someone is late, with the things that they name."""
        late = (each for each in self._named if self._desk.signs.of("late", each.quote))
        return [(each, _things(each.quote)) for each in late]

    def _cited(self, other: Promise) -> Said:
        """A promise with its clause: "18.5: Bij het niet behalen van …"."""
        number = cite(self._desk.clauses, other.clause)
        words = on_a_line(other.quote, _MOST)
        said = self._desk.say("fails", "see", number=number, words=words) if number else words
        return Said(said, self._desk.lang, "original")

    @cached_property
    def _named(self) -> Sequence[Promise]:
        """The promises that name a remedy."""
        return [each for each in self._desk.reading.promises if self._desk.signs.of("remedy", each.quote)]

    @cached_property
    def _of_levels(self) -> Sequence[Promise]:
        """Those that say what follows when a level is missed, those of the main text first."""
        desk = self._desk
        found = (each for each in self._named if desk.signs.of("levels", each.quote))
        return sorted(
            (each for each in found if desk.signs.of("credit", each.quote)),
            key=lambda each: (not desk.in_body(each.clause), each.kind == "exclusion", each.start),
        )

    @cached_property
    def _without(self) -> frozenset[str | Span]:
        """The levels of which a rule found that nothing follows when they are missed."""
        found = [each for each in self._desk.checked.findings if each.rule == "level-without-remedy"]
        return frozenset((*(each.promise for each in found), *(span for each in found for span in each.also)))

    @cached_property
    def _by_target(self) -> Mapping[int, Sequence[Promise]]:
        """The promises that name a remedy, by the clauses that they stand in or refer to."""
        found: dict[int, list[Promise]] = {}
        named = self._named
        references = self._desk.reading.agreement.references
        place = 0
        for promise in named:
            while place < len(references) and references[place].start < promise.start:
                place += 1
            at = place
            while at < len(references) and references[at].start < promise.end:
                if references[at].target >= 0:
                    found.setdefault(references[at].target, []).append(promise)
                at += 1
        return found
