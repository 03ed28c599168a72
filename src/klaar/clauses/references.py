"""Words that point to another place in the agreement: "as set out in clause 11.2"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from klaar.clauses.join import JoinedDocument
from klaar.clauses.model import Passage, Reference, Structure
from klaar.clauses.numbering_words import clause_words, one_of
from klaar.clauses.references_laws import document_of, is_law
from klaar.clauses.references_sign import Sign
from klaar.clauses.references_signs import numbered_signs, worded_signs
from klaar.clauses.references_targets import Targets
from klaar.documents.model import Document

_HEAD, _NEAR, _MARKED = 200, 16, 2


class _Pointed(NamedTuple):
    sign: Sign
    clause: int


def find_references(document: Document, structure: Structure, language: str) -> tuple[Reference, ...]:
    """Every place that points to a clause, an annex or a chapter of the agreement, in order.

    "artikelen 3 en 4" are two references; "artikel 28 AVG" points to a law and is none. The labels of both
    languages are known whatever the `language`. One that points to nothing here has the target -1.
    """
    del language
    text = document.text
    parts = document.parts if isinstance(document, JoinedDocument) else ()
    targets = Targets(structure.clauses, parts)
    signs = sorted({sign.start: sign for sign in (*worded_signs(text), *numbered_signs(text))}.values())
    pointed = list(_inside(signs, structure.passages, text))
    own = (document.title + " " + text[:_HEAD].strip().partition("\n")[0]).lower()
    return tuple(_Resolver(text, own, targets).references(pointed))


def _inside(signs: Sequence[Sign], passages: Sequence[Passage], text: str) -> Iterator[_Pointed]:
    """The signs within a passage that says something: a clause's own number is none."""
    starts = [passage.start for passage in passages]
    for sign in signs:
        index = bisect_right(starts, sign.start) - 1
        if index < 0:
            continue
        passage = passages[index]
        own = passage.kind == "heading" and sign.start - passage.start <= _MARKED
        if passage.kind == "skip" or own or sign.end > passage.end or is_law(text, sign):
            continue
        yield _Pointed(sign, passage.clause)


class _Resolver(NamedTuple):
    """Tells what signs point at; `own` are the words that the agreement itself begins with."""

    text: str
    own: str
    targets: Targets

    def references(self, pointed: Sequence[_Pointed]) -> Iterator[Reference]:
        index = 0
        while index < len(pointed):
            sign, clause = pointed[index]
            after = pointed[index + 1].sign if index + 1 < len(pointed) else None
            if after is not None and self._chained(sign, after):
                yield Reference(sign.start, after.end, clause, self._chain(sign, after, clause))
                index += 2
                continue
            target = self._target(sign, clause)
            if target >= 0 or sign.certain:
                yield Reference(sign.start, sign.end, clause, target)
            index += 1

    def _chained(self, one: Sign, two: Sign) -> bool:
        """ "Bijlage B, paragraaf 5.2" is one reference, and so are "paragraph 4 of Schedule D" and "lid 2 van
        artikel 5"."""
        if two.start - one.end > _NEAR:
            return False
        between = _between().match(self.text, one.end, two.start)
        if between is None:
            return False
        if one.kind == "annex":
            return two.kind in {"article", "below"} and not between["of"]
        if two.kind == "annex":
            return one.kind in {"article", "below"} and bool(between["of"])
        return one.kind == "below" and two.kind == "article" and bool(between["of"])

    def _chain(self, one: Sign, two: Sign, clause: int) -> int:
        if "annex" not in {one.kind, two.kind}:
            return self.targets.number((*two.path, *one.path), clause)
        annex, inner = (one, two) if one.kind == "annex" else (two, one)
        return self.targets.annexed(annex.word, (*annex.path, *inner.path))

    def _target(self, sign: Sign, clause: int) -> int:
        if sign.kind == "self":
            annex = self.targets.annex_of(clause)
            return annex if sign.word == "annex" else self.targets.same(clause, top=sign.word == "top")
        if sign.kind in {"previous", "next"}:
            return self.targets.beside(clause, -1 if sign.kind == "previous" else 1)
        if sign.kind in {"annex", "chapter"}:
            return self.targets.annexed(sign.word, sign.path)
        if sign.kind == "below":
            above = self.targets.same(clause, top=True) if sign.word in _of_the_whole() else clause
            found = self.targets.below(sign.path, above)
            return found if found >= 0 or sign.word == "ordinal" else self.targets.number(sign.path, clause)
        name = document_of(self.text, sign)
        if not name:
            return self.targets.number(sign.path, clause)
        scope = self.targets.named(name, clause, self.own)
        return -1 if scope is None else self.targets.number(sign.path, clause, scope)


@cache
def _between() -> re.Pattern[str]:
    """What may stand between two signs that are one reference: ", ", "van", "of the"."""
    of, the = one_of("refer", "of"), one_of("refer", "the", "near")
    return re.compile(rf"\s*[,(]?\s*(?P<of>(?:{of})\s+)?(?:(?:{the})\s+)?$")


@cache
def _of_the_whole() -> frozenset[str]:
    """Parts that are counted within the whole article they are named in: "lid 2" said in 4.1 is 4.2."""
    return clause_words("refer", "whole") | {"ordinal"}
