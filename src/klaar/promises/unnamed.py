"""Who bears a promise that names no side, by what it is about: a notice, a meeting, a request, an invoice."""

from functools import cache
from typing import NamedTuple

from klaar.promises.flags import CHARGE, COLON, CREDIT, MAY, PRONOUN
from klaar.promises.frames import Frame
from klaar.promises.lexicon import read_room
from klaar.promises.marked import BOTH, CLIENT, IT, NOBODY, Marked
from klaar.promises.verdict import Verdict


class TopicWords(NamedTuple):
    """The words of [topics] of signs.toml: what a promise is about when it names no side."""

    notice: frozenset[str]
    written: frozenset[str]
    paper: frozenset[str]
    changed: frozenset[str]
    meeting: frozenset[str]
    agreed: frozenset[str]
    passive: frozenset[str]
    beside: frozenset[str]
    consultation: frozenset[str]
    by: frozenset[str]
    secrecy: frozenset[str]
    audit: frozenset[str]
    product: frozenset[str]
    used: frozenset[str]
    request: frozenset[str]
    sent: frozenset[str]
    passed_on: frozenset[str]
    paid: frozenset[str]
    any: frozenset[str]
    between: frozenset[str]
    due: frozenset[str]
    invoiced: frozenset[str]
    raised: frozenset[str]
    considering: frozenset[str]


@cache
def topic_words(language: str) -> TopicWords:
    """The words of "nl" or "en"."""
    return read_room(TopicWords, language, "topics", "signs")


class _Topic(NamedTuple):
    """A frame with the words before and behind its verb; `begin` is where it begins, behind a colon."""

    frame: Frame
    begin: int
    before: set[str]
    after: set[str]


def bearer_by_topic(marked: Marked, frame: Frame, verdict: Verdict, bound: int, last: int) -> int:
    """The side that a thing of this kind binds: "Kennisgevingen dienen schriftelijk te geschieden" binds
    both.

    `bound` is who was bound before in the same passage, `last` in the passage before; NOBODY for no topic.
    """
    lows, words = marked.lows, topic_words(marked.language)
    begin = next((k for k in range(frame.verb - 1, frame.lo, -1) if marked.bits[k] & COLON), frame.lo)
    topic = _Topic(frame, begin, set(lows[begin : frame.verb]), set(lows[frame.verb : frame.hi]))
    if topic.before & words.notice and topic.after & words.written:
        return bound if bound and lows[frame.lo] not in words.any else BOTH
    if _binds_both(marked, topic, words):
        return BOTH
    if topic.before & words.secrecy:
        return bound or (last if marked.bits[begin] & PRONOUN else NOBODY) or BOTH
    return CLIENT if _binds_client(topic, verdict, words) else _payer(marked, topic, verdict, words)


def _binds_both(marked: Marked, topic: _Topic, words: TopicWords) -> bool:
    """A meeting, a change of the agreement, what is done together."""
    frame = topic.frame
    for k in range(frame.verb, frame.hi):
        if marked.lows[k] in words.between and BOTH in marked.owners[k : k + 4]:
            return True
    if topic.before & words.paper and topic.after & words.changed:
        return True
    return bool((topic.before | topic.after) & words.meeting) or _together(marked, frame, words)


def _together(marked: Marked, frame: Frame, words: TopicWords) -> bool:
    """ "wordt in overleg bepaald", "may be varied by agreement", "must be agreed in advance"."""
    lows = marked.lows
    for k in range(frame.verb + 1, frame.hi):
        after = lows[k + 1] if k + 1 < len(lows) else ""
        if lows[k] in words.consultation and lows[k - 1] in words.by and after not in words.beside:
            return True
        if lows[k] in words.agreed and (after in words.passive or lows[k - 1] in words.passive):
            return True
    return False


def _binds_client(topic: _Topic, verdict: Verdict, words: TopicWords) -> bool:
    """The client asks, reports and claims; it audits, and uses the product."""
    if verdict.kind in ("prohibition", "permission") and topic.before & words.audit:
        return True
    if verdict.kind == "prohibition" and topic.after & words.used and topic.before & words.product:
        return True
    return bool(topic.before & words.request and topic.after & words.sent)


def _payer(marked: Marked, topic: _Topic, verdict: Verdict, words: TopicWords) -> int:
    """Who pays: the supplier a credit, the client a charge; how an invoice is made binds the supplier."""
    frame, after, bits = topic.frame, topic.after, 0
    for k in range(frame.lo, frame.hi):
        bits |= marked.bits[k]
    if bits & CREDIT:
        return CLIENT if verdict.kind == "prohibition" and marked.bits[frame.verb] & MAY else IT
    if after & words.passed_on:
        return CLIENT
    if verdict.kind == "exclusion" and bits & CHARGE and after & words.due:
        return CLIENT  # "no fee shall be due": the client is let off
    if after & words.considering or verdict.kind == "exclusion":
        return NOBODY
    if after & words.due:
        return CLIENT
    return _charged(marked, topic, verdict, words) if bits & CHARGE else NOBODY


def _charged(marked: Marked, topic: _Topic, verdict: Verdict, words: TopicWords) -> int:
    """A charge: "Reiskosten worden vergoed" binds the client, "Kosten worden gefactureerd" the supplier."""
    frame, after = topic.frame, topic.after
    if not any(marked.bits[k] & CHARGE for k in range(frame.lo, frame.verb)):
        return CLIENT if after & words.paid else NOBODY
    if after & words.invoiced and not _priced(marked, frame):
        return IT
    return IT if verdict.kind == "prohibition" and after & words.raised else CLIENT


def _priced(marked: Marked, frame: Frame) -> bool:
    """ "Reiskosten worden in rekening gebracht tegen € 0,23": a price is put on it."""
    return any(
        marked.lows[k][0].isdigit() or marked.lows[k] == "€" or marked.bits[k] & CHARGE
        for k in range(frame.verb + 1, frame.hi)
    )
