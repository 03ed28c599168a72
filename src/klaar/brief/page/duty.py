"""One thing that a side must do, with every place that says so."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from klaar.brief.page.desk import Desk
from klaar.promises.model import Promise

DUTIES = ("obligation", "prohibition", "service_level", "warranty")
_WORD = re.compile(r"[^\W\d_]{5,}")
_STEM = 7
_TELLING = 11
"""Letters of a word that tells by itself what a duty of one day is about: "testgegevens"."""
_ALIKE = 0.5
_OPENING = 8
"""Words with which two duties without a time must begin alike to be one."""
_ALONE, _IN_SENTENCE = 4, 2
"""Long words that a cell and a sentence need to tell what must be done."""


class Duty(NamedTuple):
    """A promise, the best told first, with the others that say the same: clause 6.1.a and annex C 5.5.

    `weight` says how much it matters, `why` are the reasons for that as codes of [why] in brief.toml.
    """

    promises: tuple[Promise, ...]
    weight: int
    why: tuple[str, ...]

    @property
    def promise(self) -> Promise:
        """The place that tells it best."""
        return self.promises[0]


def find_duties(desk: Desk, promises: Iterable[Promise]) -> list[Duty]:
    """The duties among `promises`, those of one time and nearly the same words taken together."""
    groups: dict[object, list[tuple[set[str], list[Promise]]]] = {}
    names = _party_words(desk)
    for promise in promises:
        stems = _stems(promise, names)
        same = groups.setdefault(_key(promise), [])
        alike = next((one for one in same if _alike(stems, one[0])), None)
        if alike:
            alike[1].append(promise)
        else:
            same.append((stems, [promise]))
    return [_duty(desk, found) for same in groups.values() for _, found in same]


def _key(promise: Promise) -> object:
    deadline = promise.deadline
    if deadline and deadline.value:
        return (promise.bearer, deadline.kind, deadline.value)
    return (promise.bearer, *promise.quote.lower().split()[:_OPENING])


def _party_words(desk: Desk) -> frozenset[str]:
    """The words of the names of the parties, which say nothing of what must be done."""
    parties = desk.reading.agreement.parties
    names = " ".join(name for party in parties for name in (party.name, party.company, *party.aliases))
    return frozenset(_WORD.findall(names.lower()))


def _stems(promise: Promise, names: frozenset[str]) -> set[str]:
    """What tells a duty from another one: stems of its words, long words whole."""
    deadline = promise.deadline
    words = promise.quote.replace(deadline.text, " ") if deadline else promise.quote
    return {
        word if len(word) >= _TELLING else word[:_STEM]
        for word in _WORD.findall(words.lower())
        if word not in names
    }


def _alike(one: set[str], other: set[str]) -> bool:
    shorter = min(len(one), len(other))
    shared = one & other
    return bool(shared) and (len(shared) >= _ALIKE * shorter or max(map(len, shared)) >= _TELLING)


def _duty(desk: Desk, found: Sequence[Promise]) -> Duty:
    best = max(found, key=lambda each: _told(desk, each))
    others = (each for each in found if each is not best)
    why = tuple(_why(desk, best, len(found)))
    weight = sum(_WEIGHTS[code] for code in why)
    weight -= 3 * (best.certainty == "check") + 4 * is_fragment(best) + 2 * _in_row(desk, best)
    weight -= 9 * _for_other(desk, best)
    return Duty((best, *sorted(others, key=lambda each: _told(desk, each), reverse=True)), weight, why)


def _in_row(desk: Desk, promise: Promise) -> bool:
    """Whether a promise without a day of its own is a row of a table, which tells less than a sentence."""
    passage = desk.passage_at(promise.start)
    dated = promise.deadline is not None and promise.deadline.kind == "date"
    return passage is not None and passage.table >= 0 and not dated


def _for_other(desk: Desk, promise: Promise) -> bool:
    """Whether the words put the cost on the side that was not read as the bearer."""
    found = desk.signs.after("borne", promise.quote)
    parties = desk.reading.agreement.parties
    names = [
        name for p in parties if p.side not in (promise.bearer, "other") for name in (p.name, *p.aliases)
    ]
    return any(found.casefold().startswith(name.casefold()) for name in names) if found else False


_WEIGHTS = {
    "date": 0,
    "recurring": 0,
    "event": 0,
    "level": 0,
    "consequence": 3,
    "money": 2,
    "stop": 2,
    "repeated": 2,
    "body": 1,
}


def _told(desk: Desk, promise: Promise) -> tuple[bool, bool, bool, int]:
    """How well a place tells a duty: surely, in a sentence, in the main text, and early."""
    sentence = promise.quote.rstrip().endswith(".") or promise.opening is not None
    return (promise.certainty == "sure", sentence, desk.in_body(promise.clause), -promise.start)


def is_fragment(promise: Promise) -> bool:
    """Whether the words alone tell too little: a cell of a table with nothing but a date."""
    words = len(_WORD.findall(promise.quote))
    sentence = promise.quote.rstrip().endswith(".") or promise.opening is not None
    return words < (_IN_SENTENCE if sentence else _ALONE)


def _why(desk: Desk, promise: Promise, places: int) -> Iterable[str]:
    kind = promise.deadline.kind if promise.deadline else ""
    if promise.kind == "service_level":
        yield "level"
    elif kind in ("date", "recurring"):
        yield kind
    elif kind in ("within", "before", "event"):
        yield "event"
    if promise.consequence and desk.signs.of("remedy", promise.consequence.text):
        yield "consequence"
    for sign in ("money", "stop"):
        if desk.signs.of(sign, promise.quote):
            yield sign
    if places > 1:
        yield "repeated"
    if desk.in_body(promise.clause):
        yield "body"
