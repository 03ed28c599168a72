"""Who bears a promise whose subject is no side: a thing, a pronoun, a passive without an agent."""

from typing import NamedTuple

from klaar.promises.burdens import bearer_words, borne_by, doer_of
from klaar.promises.flags import AND, COMMA, MAY, PRONOUN, TO
from klaar.promises.frames import Frame
from klaar.promises.marked import CLIENT, IT, NOBODY, OTHER, Marked
from klaar.promises.statement import Statement
from klaar.promises.subject import owner_of_thing
from klaar.promises.subject_named import HE, SOMEONE, named_before
from klaar.promises.unnamed import bearer_by_topic, topic_words
from klaar.promises.verbs import verb_words
from klaar.promises.verdict import OTHER_SIDE, Verdict


class Before(NamedTuple):
    """What was said before, in the same passage and clause: the last side
    that was bound, and the title's side.
    """

    bound: int = NOBODY
    title: int = NOBODY
    last: int = NOBODY


def find_bearer(marked: Marked, statement: Statement, before: Before) -> Verdict:
    """The verdict with its bearer found; doubt says how, where it had to be worked out.

    "Facturen worden binnen 30 dagen betaald" binds the client, by its topic.
    """
    frame, verdict, base = statement.frame, statement.verdict, statement.words.base
    if HE in (verdict.bearer, frame.subject):
        return _of_pronoun(marked, frame, verdict, base, before)
    if verdict.bearer == SOMEONE:
        return verdict._replace(bearer=before.title or IT, doubt="actor")
    if verdict.bearer:
        return verdict
    if frame.verb <= frame.lo + 1 and before.bound and frame.lo > base:
        return verdict._replace(bearer=before.bound)  # "… and must pay": the subject of the part before
    if _is_of_use(marked, frame):
        return verdict._replace(bearer=CLIENT, doubt="use")
    known = (
        doer_of(marked, frame)
        or borne_by(marked, frame)
        or owner_of_thing(marked, frame.lo, frame.verb, statement.words)
        or _passed_on(marked, frame)
        or _told(marked, frame)
    )
    return verdict._replace(bearer=known) if known else _guess(marked, frame, verdict, before)


def _of_pronoun(marked: Marked, frame: Frame, verdict: Verdict, base: int, before: Before) -> Verdict:
    """ "hij", "they": who was named first, or bound before."""
    borne = borne_by(marked, frame)
    if borne:
        return verdict._replace(bearer=borne)  # "It is Client's responsibility to …"
    he = _who_agrees(marked, base, frame.verb) or _first_named(marked, base, frame.verb) or before.bound
    if not he and verdict.bearer > 0:
        return verdict
    if not he:
        return verdict._replace(bearer=before.title or IT, doubt="pronoun")
    return verdict._replace(bearer=he if verdict.bearer in (HE, NOBODY) else verdict.bearer)


def _guess(marked: Marked, frame: Frame, verdict: Verdict, before: Before) -> Verdict:
    """By topic, by what "deze" points back to, by the title; the supplier where nothing tells."""
    topic = bearer_by_topic(marked, frame, verdict, before.bound, before.last)
    if topic:
        return verdict._replace(bearer=topic, doubt=verdict.doubt or "topic")
    pronoun = bool(marked.bits[frame.lo] & PRONOUN)
    back = before.bound if pronoun or before.title else NOBODY
    bearer = back or (before.last if pronoun else NOBODY) or before.title or IT
    return verdict._replace(bearer=bearer, doubt="bearer")


def _is_of_use(marked: Marked, frame: Frame) -> bool:
    """ "Use of the service must comply with …", "Gebruik van …": the client's."""
    words = bearer_words(marked.language)
    return any(
        marked.lows[k] in words.use and marked.lows[k + 1] in words.of_use
        for k in range(frame.lo, min(frame.lo + 3, frame.verb))
    )


def _who_agrees(marked: Marked, lo: int, hi: int) -> int:
    """ "Supplier acknowledges that upon request it will …": it is who acknowledges."""
    agree = verb_words(marked.language).agree
    for k in range(hi - 1, lo, -1):
        if marked.lows[k] in agree:
            return named_before(marked, lo, k)
    return NOBODY


def _first_named(marked: Marked, lo: int, hi: int) -> int:
    return next((marked.owners[k] for k in range(lo, hi) if marked.owners[k] not in (NOBODY, OTHER)), NOBODY)


def _passed_on(marked: Marked, frame: Frame) -> int:
    """ "Reiskosten worden aan Klant doorberekend": a cost that is put on the client."""
    words, behind = topic_words(marked.language), marked.lows[frame.verb : frame.hi]
    if not words.passed_on.isdisjoint(behind):
        return CLIENT
    if words.invoiced.isdisjoint(behind):
        return NOBODY
    last = max(k for k in range(frame.verb, frame.hi) if marked.lows[k] in words.invoiced)
    near = range(max(frame.lo, last - 6), min(frame.hi - 1, last + 2))
    told = any(marked.bits[k] & TO and CLIENT in marked.owners[k + 1 : k + 3] for k in near)
    if not told or any(marked.bits[k] & (AND | COMMA) for k in near):
        return NOBODY
    return IT if marked.bits[frame.verb] & MAY else CLIENT  # who may charge, or who must pay


def _told(marked: Marked, frame: Frame) -> int:
    """ "wordt aan Opdrachtgever gemeld", "shall be sent to Client": the other side must."""
    with_ = bearer_words(marked.language)
    aligned = not with_.aligned.isdisjoint(marked.lows[frame.verb : frame.hi])
    for k in range(frame.lo, frame.hi - 1):
        if marked.bits[k] & TO or (aligned and marked.lows[k] in with_.with_):
            for name in range(k + 1, min(frame.hi, k + 3)):
                side = OTHER_SIDE.get(marked.owners[name])
                if side:
                    return side
    return NOBODY
