"""The names under which a firm trades: "Acme B.V., handelend onder de naam Kantel", "trading as “dxw”"."""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
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


def with_trading_names(text: str, found: Sequence[Introduction], starts: Sequence[int]) -> list[Introduction]:
    """The same introductions, in order, with the names under which the openings say that the firms trade.

    "Kantel is een handelsnaam van Acme B.V." introduces Acme B.V. itself, with the alias "Kantel".
    """
    known = sorted(found, key=lambda one: one.start)
    begins = [one.start for one in known]
    for at, name in _forward(text, starts):
        index = bisect(begins, at) - 1
        if index >= 0 and at - begins[index] < _REACH and name not in known[index].aliases:
            known[index] = known[index]._replace(aliases=(*known[index].aliases, name))
    return known + list(_backward(text, starts))


def _forward(text: str, starts: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Where a firm is said to trade under a name, and that name."""
    for _, at in _places(text, starts, "trading"):
        if quoted := _QUOTED.match(text, at):
            yield at, quoted[1]
        elif (gap := _BARE.match(text, at)) and (name := name_at(text, gap.end(), at + _LONGEST)):
            yield at, text[name.start : name.end]


def _backward(text: str, starts: Sequence[int]) -> Iterator[Introduction]:
    """A name that is said to be a firm's: "Kantel is a trading name of Acme Ltd"."""
    for before, at in _places(text, starts, "trading_of"):
        begin = after_leads(text, at, at + _LONGEST)
        name = name_at(text, begin, min(len(text), begin + _LONGEST))
        called = _BEFORE.search(text, max(0, before - _LONGEST), before)
        if name and name.firm and called:
            yield Introduction(
                text[name.start : name.end], (called[1],), called.start(), name.end, sure=False
            )


def _places(text: str, starts: Sequence[int], key: str) -> list[Span]:
    """Where such words stand in the openings."""
    found = set()
    for start in starts:
        for match in _phrases(key).finditer(lower(text[start : start + OPENING])):
            found.add(Span(start + match.start(), start + match.end()))
    return sorted(found)


@cache
def _phrases(key: str) -> re.Pattern[str]:
    phrases = {phrase for code in LANGUAGES for phrase in load_words(code, "parties")["opening"][key]}
    spelled = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(phrases, key=len)[::-1])
    return re.compile(rf"(?<!\w)(?:{spelled})(?!\w)")
