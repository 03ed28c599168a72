"""What a passage is for: body, recital, definition, signature or contents."""

import re
from collections.abc import Sequence

from klaar.clauses.definitions_said import defines
from klaar.clauses.model import Clause, Passage, Zone
from klaar.clauses.numbering_words import clause_words

_MARKS = " \t\n*_#|:.>“”\"'‘’(["
_DEEP = re.compile(r"\d+\.\d|\d+$")
_FIELD_LINE = re.compile(r"[_.…]{6,}|\[\s*\]")
_LONG, _NEAR = 420, 8


def zoned(
    text: str, passages: Sequence[Passage], clauses: Sequence[Clause]
) -> tuple[tuple[Passage, ...], tuple[Clause, ...]]:
    """The same passages and clauses with their zones; signature blocks become `skip`."""
    zones = _clause_zones(clauses)
    marks = _Marks(text, passages, zones, clauses)
    told: list[Passage] = []
    for index in range(len(passages)):
        passage = marks.told(index)
        lost = passage.opening >= 0 and passage.kind != "skip" and told[passage.opening].kind == "skip"
        told.append(passage._replace(opening=-1) if lost else passage)
    return tuple(told), tuple(
        clause if zone == "body" else clause._replace(zone=zone)
        for clause, zone in zip(clauses, zones, strict=True)
    )


def _clause_zones(clauses: Sequence[Clause]) -> list[Zone]:
    zones: list[Zone] = []
    definition, recital = clause_words("headings", "definition"), clause_words("headings", "recital")
    for clause in clauses:
        zone: Zone = zones[clause.parent] if clause.parent >= 0 else "body"
        if clause.title and zone == "body" and len(clause.title) < 60:
            title = clause.title.lower().strip(_MARKS)
            if title in definition:
                zone = "definition"
            elif title in recital:
                zone = "recital"
        elif zone == "recital" and clause.title and clause.number[:1].isdecimal():
            zone = "body"  # "WITNESSETH" with "1. Services" under it
        zones.append(zone)
    return zones


class _Marks:
    """Tells the zone of each passage from its clause and from the first words of those before it."""

    def __init__(
        self, text: str, passages: Sequence[Passage], zones: Sequence[Zone], clauses: Sequence[Clause]
    ) -> None:
        self._text, self._passages, self._zones, self._clauses = text, passages, zones, clauses
        self._modals, self._binding = clause_words("sentence", "modals"), clause_words("sentence", "binding")
        self._recital = self._signature = self._agreed = False
        self._left = -1
        self._recitals = tuple(clause_words("phrases", "recital"))
        self._agreement = tuple(clause_words("phrases", "agreed"))
        self._signatures = tuple(clause_words("phrases", "signature") | clause_words("headings", "signature"))
        self._sure = tuple(clause_words("phrases", "signature_sure"))
        self._fields = tuple(clause_words("phrases", "field"))

    def told(self, index: int) -> Passage:
        """Passage `index` with its zone."""
        passage = self._passages[index]
        if passage.zone != "body":
            return passage
        start = self._text[passage.start : min(passage.end, passage.start + 160)].lower().lstrip(_MARKS)
        self._enter(index, passage, start)
        if self._signature and passage.kind != "heading":
            return passage._replace(kind="skip", zone="signature")
        if self._signature:
            return passage._replace(zone="signature")
        zone: Zone = self._zones[passage.clause] if passage.clause >= 0 else "body"
        if zone == "recital" and self._leaves(passage):
            zone = "body"
        elif self._recital and zone == "body":
            zone = "recital"
        elif zone == "body" and passage.kind in {"paragraph", "item"}:
            zone = "definition" if defines(self._text, passage.start, passage.end) else "body"
        return passage if zone == "body" else passage._replace(zone=zone)

    def _enter(self, index: int, passage: Passage, start: str) -> None:
        if self._recital and (
            passage.kind == "heading" or self._agrees(passage) or self._binds(passage, self._binding)
        ):
            self._recital = False
            self._agreed = True
        elif not self._agreed and start.startswith(self._recitals) and passage.kind != "heading":
            self._agreed = self._agrees(passage)
            self._recital = not (self._agreed or self._binds(passage, self._modals))
        if self._signature and (passage.kind == "heading" or passage.end - passage.start > _LONG):
            self._signature = False
        if not self._signature and start.startswith(self._signatures):
            self._signature = start.startswith(self._sure) or self._signed(index, passage)

    def _leaves(self, passage: Passage) -> bool:
        """Whether a part titled "WHEREAS" is over: from "NOW THEREFORE …" on its passages bind."""
        if self._left != passage.clause:
            binds = self._agrees(passage) or self._binds(passage, self._binding)
            self._left = passage.clause if binds else self._left
        return self._left == passage.clause

    def _agrees(self, passage: Passage) -> bool:
        """ "In consideration of the promises below, the parties agree as follows:": here the body begins."""
        words = " ".join(self._text[passage.start : passage.end].lower().split())
        return any(phrase in words for phrase in self._agreement)

    def _binds(self, passage: Passage, modals: frozenset[str]) -> bool:
        """A numbered clause, whatever its first words: "4.1 Taking into account …, Processor shall …"."""
        if passage.clause < 0 or not self._clauses[passage.clause].number[:1].isdecimal():
            return False
        words = self._text[passage.start : passage.end].lower().split()
        return not modals.isdisjoint(words)

    def _signed(self, index: int, passage: Passage) -> bool:
        """Whether lines to be filled in by hand follow soon."""
        if passage.end - passage.start > _LONG:
            return False
        fields = 0
        for after in self._passages[index + 1 : index + 1 + _NEAR]:
            line = self._text[after.start : min(after.end, after.start + 80)]
            low = line.lower().lstrip(_MARKS)
            if low.startswith(self._fields) or _FIELD_LINE.search(line):
                fields += 1
        return fields >= 2
