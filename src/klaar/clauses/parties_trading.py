"""The names under which a firm trades: "Acme B.V., handelend onder de naam Kantel", "trading as “dxw”"."""

import re
from bisect import bisect
from collections.abc import Container, Iterator, Sequence
from functools import cache

from klaar.clauses.company import name_at
from klaar.clauses.parties_intro import OPENING, Introduction
from klaar.clauses.parties_stretch import after_leads
from klaar.text.data import LANGUAGES, load_words
from klaar.text.span import Span
from klaar.text.words import lower

_REACH = 400
"""Characters after a firm's name in which it may be said how it trades."""
_QUOTED = re.compile(r"[*\s]*[\"“”„‘']\s?([^\"“”„‘’\n]{2,40}?)\s?[\"“”’']")
_BARE = re.compile(r"[*\s]*(?=\w)")
_LONGEST = 60
"""Characters of a trading name, at most."""
_BEFORE = re.compile(r"(?<!\w)(\w*[A-ZÀ-Þ]\S*(?: [A-ZÀ-Þ]\S*){0,2})[\"”*]*,? (?:\w+ ){1,3}$")


def with_trading_names(
    text: str, words: Container[str], found: Sequence[Introduction], starts: Sequence[int]
) -> list[Introduction]:
    """The same introductions, in order, with the names under which the openings say that the firms trade.

    "Kantel is een handelsnaam van Acme B.V." introduces Acme B.V. with the alias "Kantel". `words` are
    the whole text's in lower case, by which most texts are seen to say nothing of the kind.
    """
    firsts = [first for first in _firsts() if first in words]
    if not firsts:
        return list(found)
    known = sorted(found, key=lambda one: one.start)
    begins = [one.start for one in known]
    for at, name in _forward(text, starts, firsts):
        index = bisect(begins, at) - 1
        if index >= 0 and at - begins[index] < _REACH and name not in known[index].aliases:
            known[index] = known[index]._replace(aliases=(*known[index].aliases, name))
    return known + list(_backward(text, starts, firsts))


def _forward(text: str, starts: Sequence[int], firsts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Where a firm is said to trade under a name, and that name."""
    for _, at in _places(text, starts, firsts, "trading"):
        if quoted := _QUOTED.match(text, at):
            yield at, quoted[1]
        elif (gap := _BARE.match(text, at)) and (name := name_at(text, gap.end(), at + _LONGEST)):
            yield at, text[name.start : name.end]


def _backward(text: str, starts: Sequence[int], firsts: Sequence[str]) -> Iterator[Introduction]:
    """A name that is said to be a firm's: "Kantel is a trading name of Acme Ltd"."""
    for before, at in _places(text, starts, firsts, "trading_of"):
        begin = after_leads(text, at, at + _LONGEST)
        name = name_at(text, begin, min(len(text), begin + _LONGEST))
        called = _BEFORE.search(text, max(0, before - _LONGEST), before)
        if name and name.firm and called:
            yield Introduction(
                text[name.start : name.end], (called[1],), called.start(), name.end, sure=False
            )


def _places(text: str, starts: Sequence[int], firsts: Sequence[str], key: str) -> list[Span]:
    """Where such words stand in the openings; `firsts` are the first words of those that may."""
    found = set()
    for start in starts:
        low = lower(text[start : start + OPENING])
        for first in firsts:
            at = low.find(first)
            while at >= 0:
                if match := _phrases(key).match(low, at):
                    found.add(Span(start + at, start + match.end()))
                at = low.find(first, at + 1)
    return sorted(found)


@cache
def _firsts() -> frozenset[str]:
    """The first words of all of them."""
    return frozenset(
        phrase.split()[0].strip(".") for key in ("trading", "trading_of") for phrase in _listed(key)
    )


def _listed(key: str) -> set[str]:
    return {phrase for code in LANGUAGES for phrase in load_words(code, "parties")["opening"][key]}


@cache
def _phrases(key: str) -> re.Pattern[str]:
    spelled = "|".join(
        re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(_listed(key), key=len, reverse=True)
    )
    return re.compile(rf"(?<!\w)(?:{spelled})(?!\w)")
