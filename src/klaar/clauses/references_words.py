"""The words that point at a place, as patterns and by how they are written."""

import re
from functools import cache
from typing import NamedTuple

from klaar.clauses.numbering_words import clause_map, clause_words, one_of
from klaar.clauses.references_sign import Kind


class PointingLabel(NamedTuple):
    """A word before a number: "artikelen" is the plural of "artikel"; `sure` says that it always points."""

    kind: Kind
    word: str
    plural: bool
    sure: bool


@cache
def labels() -> dict[str, PointingLabel]:
    """Every label by how it is written: "artikel", "artikelen", "§", "schedules"."""
    known = {"§": PointingLabel("article", "§", False, True), "§§": PointingLabel("article", "§", True, True)}
    sure = clause_words("refer", "sure") | clause_words("labels", "article") | clause_words("labels", "annex")
    kinds: tuple[Kind, ...] = ("below", "chapter", "article", "annex")
    for kind in kinds:
        known |= {
            word: PointingLabel(kind, word, False, word in sure) for word in clause_words("labels", kind)
        }
    for word in clause_words("labels", "below"):
        known[word] = PointingLabel("below", word, False, word in sure)
    for plural, single in clause_map("plurals").items():
        known[plural] = known[single]._replace(plural=True)
    return known


@cache
def phrases() -> dict[str, dict[str, tuple[Kind, str, tuple[str, ...]]]]:
    """The phrases by their last word, the longest first: the words to look for are few."""
    known: dict[str, tuple[Kind, str, tuple[str, ...]]] = {}
    for scope in ("top", "here", "annex"):
        known |= dict.fromkeys(clause_words("refer", scope), ("self", scope, ()))
    known |= dict.fromkeys(clause_words("refer", "previous"), ("previous", "", ()))
    known |= dict.fromkeys(clause_words("refer", "next"), ("next", "", ()))
    known |= {words: ("below", "ordinal", (str(nth),)) for words, nth in ordinals().items()}
    by_last: dict[str, dict[str, tuple[Kind, str, tuple[str, ...]]]] = {}
    for phrase in sorted(known, key=lambda each: (-len(each), each)):
        by_last.setdefault(phrase.rsplit(" ", 1)[-1], {})[phrase] = known[phrase]
    return by_last


@cache
def ordinals() -> dict[str, int]:
    """The place that words give: "tweede lid" is 2."""
    return {words: int(nth) for words, nth in clause_map("ordinals").items()}


@cache
def joints() -> re.Pattern[str]:
    """What stands between two numbers of a row: "en", "t/m", a comma."""
    words = one_of("refer", "and", "to")
    return re.compile(rf"\s*(?:,\s*(?:(?:{words})\s+)?|(?:{words})\s*)(?=[\dA-Z])(?![A-Z][a-z])")


@cache
def units() -> re.Pattern[str]:
    """A number with a unit after it is a quantity: "artikel 5 en 30 dagen"."""
    names = one_of("refer", "units")
    return re.compile(rf"[\d.,]+\s*(?:\([^)]*\)\s*)?(?:{names})\b", re.IGNORECASE)


@cache
def parts() -> re.Pattern[str]:
    """What follows a number: "lid 2", "sub a", ", tweede lid"."""
    below, also, the = one_of("labels", "below"), one_of("refer", "and"), one_of("refer", "the")
    counted = "|".join(map(re.escape, ordinals()))
    return re.compile(
        rf"[\s,]*(?:(?:{below})\s+(?:(\d{{1,2}}[a-z]?|[a-z])(?!\w)|\(([a-z\d]{{1,3}})\))"
        rf"(?:\s*(?:,|{also})\s+\(?[a-z]\)?(?!\w))*|(?:(?:{the})\s+)?(?:{counted})\b)",
        re.IGNORECASE,
    )
