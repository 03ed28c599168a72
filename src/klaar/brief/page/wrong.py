"""If it goes wrong: limits, penalties, credits, and rights to stop."""

from collections import Counter
from collections.abc import Iterator

from klaar.brief.page.desk import Desk
from klaar.brief.page.duty import is_fragment
from klaar.brief.page.line import notes
from klaar.brief.page.model import Group, Line, Section
from klaar.brief.page.remedy import pays_when_late
from klaar.brief.page.saying import say_promise
from klaar.promises.model import Promise

MOST = 7
"""The most lines of this section on the page."""
_OF_A_KIND = {"cap": 2, "penalty": 2}
"""The most lines of a kind; 1 where none is given."""
_OWED = ("penalty", "credit", "interest", "liability")
_LONGEST = 235
_KINDS = ("cap", "exclusion", "penalty", "credit", "interest", "liability", "suspend", "end", "lapse")
_HEAVY = {
    "exclusion": 4,
    "cap": 6,
    "penalty": 5,
    "credit": 5,
    "interest": 4,
    "liability": 0,
    "end": 3,
    "suspend": 3,
    "lapse": 2,
}


def wrong_section(desk: Desk) -> Section:
    """ "Als het misgaat"."""
    found = sorted(_candidates(desk), key=lambda item: (-item[0], item[2].start))
    shown = sorted(_spread(found), key=lambda item: (_KINDS.index(item[1]), item[2].start))
    lines = tuple(_line(desk, kind, promise) for _, kind, promise in shown)
    return Section(
        "wrong",
        desk.say("title", "wrong"),
        desk.columns(("lead", "about"), ("said", "said"), ("at", "at")),
        (Group("", lines),) if lines else (),
        desk.say("rule", "wrong"),
        (),
        desk.say("empty", "wrong"),
    )


def _candidates(desk: Desk) -> Iterator[tuple[int, str, Promise]]:
    for promise in desk.reading.promises:
        kind = _kind(desk, promise)
        if kind and not is_fragment(promise):
            weight = _HEAVY[kind] + 2 * desk.in_body(promise.clause) + 2 * (promise.measure is not None)
            yield weight - 2 * (promise.certainty == "check"), kind, promise


def _kind(desk: Desk, promise: Promise) -> str:
    """What a promise is about when things go wrong, "" where it is about something else."""
    signs = desk.signs
    words = signs.without("not_cap", promise.quote)
    if signs.of("liability", words) and signs.of("cap", words):
        return "cap"
    if pays_when_late(desk, promise):
        return "penalty"
    sign = signs.first(_KINDS[2:], words)
    if promise.kind == "exclusion":
        return "exclusion" if sign in _OWED else ""
    if sign in ("end", "lapse") and promise.kind not in ("permission", "exclusion"):
        return ""
    return "" if promise.kind == "service_level" else sign


def _spread(found: list[tuple[int, str, Promise]]) -> Iterator[tuple[int, str, Promise]]:
    """The heaviest, no more of each kind than `_OF_A_KIND` says."""
    taken: Counter[str] = Counter()
    for item in found:
        if taken[item[1]] < _OF_A_KIND.get(item[1], 1) and taken.total() < MOST:
            taken[item[1]] += 1
            yield item


def _line(desk: Desk, kind: str, promise: Promise) -> Line:
    said, at = say_promise(desk, promise, _LONGEST), (desk.at_promise(promise),)
    return Line(desk.say("wrong", kind), said, at, notes=tuple(notes(desk, promise)), side=promise.bearer)
