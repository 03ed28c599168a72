"""Words that look like jargon: rare abbreviations, English in Dutch text, long compounds of unknown parts."""

import re

from klaar.plain.terms.compound import has_known_end, split_compound
from klaar.plain.terms.fold import fold
from klaar.plain.terms.model import JargonKind
from klaar.plain.terms.terms import Terms
from klaar.plain.terms.words import Ordinary, ordinary_words

_ABBREVIATION = re.compile(r"[A-Za-z]{2,7}(?:&[A-Z]+)?")
_ROMAN = re.compile(r"[IVXLC]+")
_LONG = 16
"""Letters from which a word without a known part is hard to read."""
_SHORT = 5
"""Letters under which an ending tells nothing: "able" is all of the word."""


def jargon_kind(written: str, terms: Terms) -> JargonKind | None:
    """What makes `written`, a word that no glossary explains, look like jargon; None where nothing does."""
    ordinary = ordinary_words(terms.language)
    if _is_abbreviation(written, ordinary, terms):
        return "abbreviation"
    if not written[:1].isalpha() or not written[1:].islower():
        return None
    low = fold(written)
    if written.islower() and all(_is_foreign(piece, ordinary, terms) for piece in low.split("-")):
        return "foreign"
    return "compound" if any(_is_obscure(piece, ordinary, terms) for piece in low.split("-")) else None


def _is_abbreviation(written: str, ordinary: Ordinary, terms: Terms) -> bool:
    """Whether `written` is mostly capitals, and no word in capitals, no number and none that all know."""
    capitals = sum(map(str.isupper, written))
    if capitals < 2 or 2 * capitals < len(written) or not _ABBREVIATION.fullmatch(written):
        return False
    low = fold(written)
    if low in ordinary.foreign or low in ordinary.plain or low in terms.pieces:
        return False
    return not _ROMAN.fullmatch(written) and not {written.upper(), written[:-1]} & ordinary.abbreviations


def _is_foreign(low: str, ordinary: Ordinary, terms: Terms) -> bool:
    if low in ordinary.foreign:
        return True
    if len(low) <= _SHORT or low in ordinary.native or low in ordinary.parts:
        return False
    ends = low.endswith(ordinary.endings) or low.startswith(ordinary.starts)
    return bool(ends) and not split_compound(low, terms)


def _is_obscure(low: str, ordinary: Ordinary, terms: Terms) -> bool:
    """Whether `low` is a long word without any known part; only where compounds are written as one."""
    if not ordinary.links or len(low) < _LONG or not low.isalpha() or low.endswith(ordinary.derived):
        return False
    return low not in ordinary.plain and not has_known_end(low, terms)
