"""Who bears a promise whose subject is no side: a thing, a pronoun, a passive without an agent."""

from typing import NamedTuple

from klaar.promises.flags import PRONOUN, TO
from klaar.promises.frames import AGREE, Frame
from klaar.promises.kind import OTHER_SIDE, Verdict
from klaar.promises.marked import BOTH, CLIENT, IT, NOBODY, OTHER, Marked
from klaar.promises.subject import HE, SOMEONE, named_before, owner_of_thing
from klaar.promises.unnamed import bearer_by_topic


class Before(NamedTuple):
    """What was said before, in the same passage and clause: the last side that was bound, and the title's side."""

    bound: int = NOBODY
    title: int = NOBODY
    last: int = NOBODY


def find_bearer(
    marked: Marked, frame: Frame, verdict: Verdict, base: int, before: Before, levels: list[int], start: int
) -> Verdict:
    """The verdict with its bearer found; doubt says how, where it had to be worked out."""
    if verdict.bearer == HE or frame.subject == HE:
        he = _who_agrees(marked, base, frame.verb) or _first_named(marked, base, frame.verb) or before.bound
        if he:
            bearer = he if verdict.bearer in (HE, NOBODY) else verdict.bearer
            return verdict._replace(bearer=bearer)
        return verdict._replace(bearer=before.title or IT, doubt="pronoun")
    if verdict.bearer == SOMEONE:
        return verdict._replace(bearer=before.title or IT, doubt="actor")
    if verdict.bearer:
        return verdict
    if frame.verb <= frame.lo + 1 and before.bound and frame.lo > base:
        return verdict._replace(bearer=before.bound)  # "… and must pay": the subject of the part before
    if any(
        marked.lows[k] in _USE and marked.lows[k + 1] in _OF_USE
        for k in range(frame.lo, min(frame.lo + 3, frame.verb))
    ):
        return verdict._replace(bearer=CLIENT, doubt="use")
    owner = _borne_by(marked, frame) or owner_of_thing(marked, frame.lo, frame.verb, levels, start)
    if owner:
        return verdict._replace(bearer=owner)
    told = _told(marked, frame)
    if told:
        return verdict._replace(bearer=told)
    topic = bearer_by_topic(marked, frame, verdict, before.bound, before.last)
    if topic:
        return verdict._replace(bearer=topic, doubt=verdict.doubt or "topic")
    points_back = bool(marked.bits[frame.lo] & PRONOUN) or before.title
    return verdict._replace(
        bearer=((before.bound or before.last * bool(marked.bits[frame.lo] & PRONOUN)) if points_back else 0)
        or before.title
        or IT,
        doubt="bearer",
    )


def _who_agrees(marked: Marked, lo: int, hi: int) -> int:
    """ "Supplier acknowledges that upon request it will …": it is who acknowledges."""
    for k in range(hi - 1, lo, -1):
        if marked.lows[k] in AGREE:
            return named_before(marked, lo, k)
    return NOBODY


def _first_named(marked: Marked, lo: int, hi: int) -> int:
    return next((marked.owners[k] for k in range(lo, hi) if marked.owners[k] not in (NOBODY, OTHER)), NOBODY)


def _borne_by(marked: Marked, frame: Frame) -> int:
    """ "komt voor rekening van Opdrachtgever", "is the responsibility of Supplier", "it is up to Client"."""
    for k in range(frame.lo, frame.hi - 2):
        if marked.lows[k] in _BORNE or (marked.lows[k] == "bij" and _LIES & set(marked.lows[frame.lo : k])):
            for name in range(k + 1, min(frame.hi, k + 4)):
                if marked.owners[name]:
                    return marked.owners[name]
    return NOBODY


_LIES = frozenset(["ligt", "liggen", "berust", "berusten", "rust", "lag"])
_OF_USE = frozenset(["of", "van", "by", "door", "is", "must", "may", "shall", "mag", "moet", "dient", "zal"])
_USE = frozenset(["use", "usage", "gebruik"])
_BORNE = frozenset(
    [
        "rekening",
        "laste",
        "verantwoordelijkheid",
        "kosten",
        "risico",
        "responsibility",
        "expense",
        "up",
        "borne",
        "taak",
    ]
)


def _told(marked: Marked, frame: Frame) -> int:
    """ "wordt aan Opdrachtgever gemeld", "shall be sent to Client": the other side must."""
    for k in range(frame.lo, frame.hi - 1):
        if marked.bits[k] & TO:
            for name in range(k + 1, min(frame.hi, k + 3)):
                side = OTHER_SIDE.get(marked.owners[name])
                if side:
                    return side
    return NOBODY


__all__ = ["BOTH", "Before", "find_bearer"]
