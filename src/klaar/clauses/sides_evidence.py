"""What the parties do in a text, by which their sides are told: who hosts and repairs, who pays."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from klaar.clauses.sides_mentions import Mention
from klaar.clauses.sides_words import Bare, strip
from klaar.text.data import LANGUAGES, load_words

_AHEAD = 14
"""Words after a "shall" in which its verb is looked for: the Dutch one stands at the end of the clause."""
_MOST = 1_000
"""Mentions that are looked at; in a longer text every second, third … of them."""

Point = tuple[str, str, int]


class Evidence(NamedTuple):
    """Points for each side, from the verbs around a name.

    "Alder shall host" is 3 for `it`, "Cedar shall pay" 3 for `client`; `acts` is how often the name is bound.
    """

    it: int = 0
    client: int = 0
    acts: int = 0


class _Cues(NamedTuple):
    verbs: Mapping[str, tuple[str, int]]
    modals: frozenset[str]
    binding: frozenset[str]
    skip: frozenset[str]
    by: frozenset[str]
    done: Mapping[str, str]
    of: frozenset[str]
    owns: Mapping[str, str]
    inverts: bool


@cache
def _cues(language: str) -> _Cues:
    codes = [language] if language in LANGUAGES else LANGUAGES
    does = [load_words(code, "parties")["does"] for code in codes]

    def words(key: str) -> frozenset[str]:
        return frozenset(word for part in does for word in part[key])

    verbs = {
        word: (side, points)
        for points, weight in ((1, "weak"), (3, "strong"))
        for side in ("it", "client")
        for word in words(f"{side}_{weight}")
    }
    done = {word: side for side in ("client", "it") for word in words(f"by_{side}")}
    owns = {word: side for side in ("client", "it") for word in words(f"owns_{side}")}
    return _Cues(
        verbs,
        words("modals"),
        words("acts"),
        words("skip"),
        words("by"),
        done,
        words("of"),
        owns,
        "nl" in codes,
    )


def gather_evidence(text: Bare, mentions: Sequence[Mention], language: str) -> Mapping[str, Evidence]:
    """The points of each name mentioned in `text`, by its lower-case words."""
    cues = _cues(language)
    points: Counter[tuple[str, str]] = Counter()
    for mention in mentions[:: len(mentions) // _MOST + 1]:
        for name, side, count in _read(text.lows, mention, cues):
            points[name, side] += count
    found = {name for name, _ in points}
    return {name: Evidence(*(points[name, side] for side in Evidence._fields)) for name in found}


def _read(lows: list[str], mention: Mention, cues: _Cues) -> Iterator[Point]:
    name, start, end = mention
    before = start - 2 if start > 1 and lows[start - 1] in _ARTICLES else start - 1
    last = lows[end - 1]
    if before >= 0:
        yield from _led(lows, name, before, end, cues)
    if last[-1].isalnum() and end < len(lows):
        if last.endswith(("'s", "’s")):
            if side := cues.owns.get(strip(lows[end])):
                yield name, side, 1
        else:
            yield from _acts(lows, name, end, cues)


_ARTICLES = frozenset(("the", "de", "het"))


def _acts(lows: list[str], name: str, at: int, cues: _Cues) -> Iterator[Point]:
    """ "Supplier [also] repairs", "Supplier shall … repair": points for who does it."""
    while at < len(lows) - 1 and lows[at] in cues.skip:
        at += 1
    word = strip(lows[at])
    if word in cues.binding:
        yield name, "acts", 1
    if word in cues.modals:
        yield from _modal(lows, name, at, cues)
    elif word in cues.verbs:
        yield name, *cues.verbs[word]


def _modal(lows: list[str], name: str, at: int, cues: _Cues) -> Iterator[Point]:
    for low in lows[at + 1 : at + _AHEAD]:
        verb = low if low[-1].isalpha() else strip(low)
        if verb in cues.verbs:
            yield name, *cues.verbs[verb]
            return
        if verb in cues.modals or low[-1] in ".;":
            return


def _led(lows: list[str], name: str, before: int, end: int, cues: _Cues) -> Iterator[Point]:
    """What stands before the name: "provided by", "the software of", "zal", "shall pay"."""
    word = lows[before]
    if word in cues.by:
        near = (*lows[max(0, before - 3) : before][::-1], *lows[end : end + 4])
        if side := next((cues.done[w] for low in near if (w := strip(low)) in cues.done), None):
            yield name, side, 2
    elif word in cues.of:
        if before and (side := cues.owns.get(lows[before - 1])):
            yield name, side, 1
    elif word in cues.modals:
        if cues.inverts:
            yield name, "acts", int(word in cues.binding)
            yield from _modal(lows, name, end - 1, cues)
    elif word in cues.verbs:
        side, points = cues.verbs[word]
        if cues.inverts:
            yield name, "acts", int(word in cues.binding)
            yield name, side, points
        elif points > 1:
            yield name, "client" if side == "it" else "it", 1
