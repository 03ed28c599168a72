"""Whether a number is a place in a law, or in a document that stands beside the agreement."""

import re
from functools import cache

from klaar.clauses.numbering_words import clause_words, one_of
from klaar.clauses.references_sign import Sign

_AHEAD, _MOST = 90, 6
_BESIDE = re.compile(r"[\s,]*(?:\([^)]{0,80}\)\s*)?")
_TOKEN = re.compile(r"[\w.’'-]+|[^\w\s]")
_BEFORE = re.compile(r"([\w.]+)(?:\s+\d{4})?,?\s+$")
_EDGE = ".,;:’'-"


def is_law(text: str, sign: Sign) -> bool:
    """Whether `sign` is a place in a law: "artikel 6:119a BW", "Section 230 of the Communications Act"."""
    if sign.kind in {"annex", "self", "previous", "next"}:
        return False
    if text[sign.tail : sign.tail + 1] == ":" and text[sign.tail + 1 : sign.tail + 2].isdecimal():
        return True
    before = _BEFORE.search(text, max(0, sign.start - 24), sign.start)
    if before and _is_name(before[1]):
        return True
    of = _of().match(text, sign.tail)
    beside = of or _BESIDE.match(text, sign.tail)
    after = beside.end() if beside else sign.tail
    tokens = _TOKEN.findall(text, after, min(len(text), after + _AHEAD))[:_MOST]
    return bool(tokens) and (
        _is_name(tokens[0]) or (_is_kind(tokens) if of else _is_kind(tokens[:1], capital=True))
    )


def document_of(text: str, sign: Sign) -> str:
    """The document that a number is said to be in ("artikel 7 van de hoofdovereenkomst"), "" for none."""
    of = _of().match(text, sign.tail)
    if of is not None and not of["the"]:
        return ""
    found = _documents().match(text, of.end() if of else sign.tail) or _named_before(text, sign)
    name = " ".join(found[1].lower().split()) if found else ""
    near = of is not None and of["the"].strip() in clause_words("refer", "near")
    return "" if near and name not in clause_words("laws", "own") else name


def _named_before(text: str, sign: Sign) -> re.Match[str] | None:
    """ "the general terms (art. 7)": the name stands before the bracket."""
    bracket = text.rfind("(", max(0, sign.start - 4), sign.start)
    if bracket < 0 or text[bracket + 1 : sign.start].strip():
        return None
    place = max(0, bracket - 40)
    for found in _documents().finditer(text, place, bracket):
        if not text[found.end() : bracket].strip():
            return found
    return None


def _is_name(token: str) -> bool:
    return token[:1].isupper() and (token.lower() in _names() or token.rstrip(_EDGE).lower() in _names())


def _is_kind(tokens: list[str], *, capital: bool = False) -> bool:
    """Whether a law's name ends within `tokens`, before a word that belongs to no name."""
    kinds, small = (
        clause_words("laws", "kinds"),
        clause_words("sentence", "small") - clause_words("laws", "inside"),
    )
    for token in tokens:
        low = token.lower().strip(_EDGE)
        if low in kinds or (len(low) > 6 and low.endswith(_endings())):
            return not capital or token[0].isupper()
        if low in small or not low or _is_name(token):
            return _is_name(token)
    return False


@cache
def _names() -> frozenset[str]:
    return clause_words("laws", "names")


@cache
def _of() -> re.Pattern[str]:
    """ "van de", "of the", "under this", after a number and what may stand in brackets behind it."""
    of, the = one_of("refer", "of"), one_of("refer", "the", "near")
    return re.compile(rf"[\s,]*(?:\([^)]{{0,80}}\)\s*)?(?P<of>{of})\s+(?P<the>(?:{the})\s+)?")


@cache
def _endings() -> tuple[str, ...]:
    return tuple(word for word in clause_words("laws", "kinds", ("nl",)) if len(word) > 2)


@cache
def _documents() -> re.Pattern[str]:
    return re.compile(rf"\s*({one_of('laws', 'other', 'own')})\b", re.IGNORECASE)
