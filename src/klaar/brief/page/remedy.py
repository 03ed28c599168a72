"""What follows when a promise is not kept, as far as its clause or one that refers to it says so."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from klaar.brief.page.desk import Desk
from klaar.brief.page.duty import Duty
from klaar.brief.page.line import date_of
from klaar.brief.page.line_of import on_a_line
from klaar.brief.page.model import At, Said
from klaar.brief.page.signs import Signs
from klaar.findings.model import Finding
from klaar.promises.model import Promise
from klaar.text.sentences import split_sentences
from klaar.text.span import Span

_MOST = 80
_LATE = 3
"""How much heavier a day weighs of which is said what follows when it is missed."""
KINDS = ("penalty", "credit", "interest", "suspend", "end", "lapse", "liability")
"""What a remedy can be, by the words that show it."""
_NAMED = re.compile(r"\b(?:[A-Z][a-z]{2,} \d{1,2}|[A-Z]{1,2}\d{1,2})\b")
"""A thing with a number: "Fase 1", "M3"."""


class Remedy(NamedTuple):
    """What follows when a promise is not kept, in a few words, and where that stands."""

    said: Said
    at: At


def _named(words: str, signs: Signs) -> frozenset[str]:
    return frozenset(name for name in _NAMED.findall(words) if not signs.of("labels", name))


def pays_when_late(desk: Desk, promise: Promise) -> bool:
    """Whether a promise is to pay an amount for being late: "GBP 900 for every full week of delay"."""
    amount = promise.measure is not None and promise.measure.metric in ("amount", "percentage")
    owed = promise.kind in ("obligation", "exclusion")
    return amount and owed and desk.signs.of("late", promise.quote)


class Remedies:
    """Finds what follows; the promises that name a remedy are looked up once for all."""

    def __init__(self, desk: Desk, findings: Sequence[Finding]) -> None:
        self._desk, self._findings = desk, findings

    def after(self, promise: Promise) -> Remedy | None:
        """What follows when `promise` is not kept, None where neither its clause nor a referring one says."""
        slot, signs = promise.consequence, self._desk.signs
        if slot and signs.of("remedy", slot.text):
            return self._there(Span(slot.start, slot.end), promise.clause)
        near = next(self._in_row(promise), None) or next(self._beside(promise), None)
        if near:
            return self._there(near, promise.clause)
        found = self._by_target.get(promise.clause)
        return self._cited(found[0]) if found else self._when_late(promise)

    def after_level(self, promise: Promise) -> Remedy | None:
        """The same of a level, for which one clause may say what follows for all of them.

        None where the rule level-without-remedy found that nothing does.
        """
        if promise.id in self._without or Span(promise.start, promise.end) in self._without:
            return None
        return self.after(promise) or (self._cited(self._of_levels[0]) if self._of_levels else None)

    def _there(self, span: Span, clause: int) -> Remedy:
        """A remedy beside the promise, in its own words."""
        words = Said(on_a_line(span.of(self._desk.text), _MOST), self._desk.lang, "original")
        return Remedy(words, self._desk.at(*span, clause))

    def _cited(self, other: Promise) -> Remedy:
        """A remedy elsewhere, by what it is and where it stands: "korting, zie 18.5"."""
        desk = self._desk
        at = desk.at_promise(other)
        late = "penalty" if pays_when_late(desk, other) else "other"
        kind = desk.say("wrong", desk.signs.first(KINDS, other.quote) or late).lower()
        return Remedy(Said(desk.say("fails", "see", kind=kind, place=at.cited), desk.speaker.language), at)

    def _in_row(self, promise: Promise) -> Iterator[Span]:
        """Cells of the same row that name a remedy: "Servicekrediet volgens tabel B-19"."""
        desk = self._desk
        passage = desk.passage_at(promise.start)
        if not promise.measure or not passage or passage.table < 0:
            return
        start = passage.start
        for cell in desk.text[passage.start : passage.end].split("|"):
            if desk.signs.of("remedy", cell):
                yield Span(start + len(cell) - len(cell.lstrip()), start + len(cell.rstrip()))
            start += len(cell) + 1

    def _beside(self, promise: Promise) -> Iterator[Span]:
        """Sentences of the same passage, after the promise, that name a remedy."""
        desk = self._desk
        passage = desk.passage_at(promise.start)
        if passage is None or passage.end <= promise.end:
            return
        for span in split_sentences(desk.text, promise.end, passage.end, desk.lang):
            if desk.signs.of("remedy", span.of(desk.text)):
                yield span

    def weighed(self, duties: Iterable[Duty]) -> list[Duty]:
        """The duties, those heavier of which it is said what follows when they are late."""
        return [
            each._replace(weight=each.weight + 3 * bool(self._when_late(each.promise))) for each in duties
        ]

    def _when_late(self, promise: Promise) -> Remedy | None:
        """What follows when the same side misses a day, said elsewhere of the same thing: "Fase 1"."""
        own = _named(promise.quote, self._desk.signs) if date_of(promise) else frozenset()
        late = (each for each, things in self._late if own & things and each.bearer == promise.bearer)
        best = next((each for each in late if each is not promise), None)
        return self._cited(best) if best else None

    @cached_property
    def _late(self) -> Sequence[tuple[Promise, frozenset[str]]]:
        """The promises that say what follows when someone is late, with the things that they name."""
        signs = self._desk.signs
        late = (each for each in self._remedies if signs.of("late", each.quote))
        return [(each, _named(each.quote, signs)) for each in late]

    @cached_property
    def _remedies(self) -> Sequence[Promise]:
        """The promises that name a remedy."""
        desk = self._desk
        return [
            each
            for each in desk.reading.promises
            if desk.signs.of("remedy", each.quote) or pays_when_late(desk, each)
        ]

    @cached_property
    def _of_levels(self) -> Sequence[Promise]:
        """Those that say what follows when a level is missed, those of the main text first."""
        desk = self._desk
        found = (each for each in self._remedies if desk.signs.of("levels", each.quote))
        return sorted((each for each in found if desk.signs.of("credit", each.quote)), key=self._tells)

    def _tells(self, promise: Promise) -> tuple[bool, bool, int]:
        """What says what is given comes before what limits it, and the main text before an annex."""
        limits = promise.kind == "exclusion" or self._desk.signs.of("only", promise.quote)
        return (limits, not self._desk.in_body(promise.clause), promise.start)

    @cached_property
    def _without(self) -> frozenset[str | Span]:
        """The levels of which a rule found that nothing follows when they are missed."""
        found = [each for each in self._findings if each.rule == "level-without-remedy"]
        return frozenset((*(each.promise for each in found), *(span for each in found for span in each.also)))

    @cached_property
    def _by_target(self) -> Mapping[int, Sequence[Promise]]:
        """The promises that name a remedy, by the clauses that they stand in or refer to."""
        found: dict[int, list[Promise]] = {}
        named = self._remedies
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
