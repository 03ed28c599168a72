"""Things that a side answers for: a level, an amount, a term, a state that must have been reached."""

from functools import cache
from typing import NamedTuple

from klaar.promises.flags import ACT, AVAILABLE, BE, LEVEL, MONEY, NOT, THING
from klaar.promises.frames import Frame
from klaar.promises.lexicon import read_room
from klaar.promises.look import Look
from klaar.promises.marked import CLIENT, IT, NOBODY, Marked
from klaar.promises.measure import is_no_less
from klaar.promises.verdict import Verdict


class ThingWords(NamedTuple):
    """The words of [things]."""

    percent: frozenset[str]
    euro: frozenset[str]
    limits: frozenset[str]
    amounts: frozenset[str]
    meets: frozenset[str]
    terms: frozenset[str]
    term_ends: tuple[str, ...]
    done_by: frozenset[str]
    done_ends: tuple[str, ...]
    done_starts: tuple[str, ...]


@cache
def thing_words(language: str) -> ThingWords:
    """The words of "nl" or "en"."""
    return read_room(ThingWords, language, "things")


def judge_level(marked: Marked, frame: Frame, look: Look) -> Verdict | None:
    """ "The SLA is a minimum of 99.7 percent", "De helpdesk is bereikbaar van
    8 tot 18 uur", "available 24 x 7".
    """
    if not marked.bits[frame.verb] & (BE | THING):
        return None
    if (look.negated or look.bits & NOT) and not is_no_less(marked, look.words):
        return None
    if not look.bits & (LEVEL | AVAILABLE):
        return None
    figures = sum(marked.lows[k][0].isdigit() for k in look.words)
    percent = thing_words(marked.language).percent
    level = look.bits & LEVEL and figures and any(marked.lows[k] in percent for k in look.words)
    if not level and not (look.bits & AVAILABLE and figures > 1):
        return None
    return Verdict("service_level", IT if not frame.subject or frame.subject == CLIENT else frame.subject)


def judge_thing(marked: Marked, frame: Frame, look: Look) -> Verdict | None:
    """ "De credits bedragen 5 %", "De maatregelen voldoen aan …": a thing that a side answers for."""
    t, words = marked.bits[frame.verb], thing_words(marked.language)
    if t & BE and _is_term(marked, frame, look, words):
        return Verdict("obligation", NOBODY, "thing")
    if t & BE and _done_by(marked, frame, look, words):
        return Verdict("obligation", look.agent, "thing")
    if t & ACT and not frame.subject and _is_limit(marked, look, words):
        return Verdict("service_level", IT, "thing")
    return _amount_or_meets(marked, frame, look, words) if t & THING else None


def _is_limit(marked: Marked, look: Look, words: ThingWords) -> bool:
    """ "De dienst verwerkt ten minste 200 aanvragen per uur"."""
    return any(marked.lows[k] in words.limits for k in look.words) and _has_figure(marked, look)


def _amount_or_meets(marked: Marked, frame: Frame, look: Look, words: ThingWords) -> Verdict | None:
    word = marked.lows[frame.verb]
    if word in words.amounts and (look.bits & MONEY or _has_amount(marked, look, words)):
        return Verdict("exclusion" if look.negated else "obligation", NOBODY, "thing")
    if word in words.meets and not look.negated:
        return Verdict("obligation", NOBODY, "thing")
    return None


def _has_amount(marked: Marked, look: Look, words: ThingWords) -> bool:
    return any(marked.lows[k] in words.percent or marked.lows[k] in words.euro for k in look.words)


def _is_term(marked: Marked, frame: Frame, look: Look, words: ThingWords) -> bool:
    """ "De betalingstermijn is 14 dagen", "Payment terms are 30 days"."""
    if not _has_figure(marked, look):
        return False
    subject = [marked.lows[k] for k in look.words if k < frame.verb]
    return any(word.endswith(words.term_ends) or word in words.terms for word in subject)


def _done_by(marked: Marked, frame: Frame, look: Look, words: ThingWords) -> bool:
    """ "De opleiding is afgerond vóór aanvang van de test": a state that must have been reached by then."""
    behind = [marked.lows[k] for k in look.words if k > frame.verb]
    if words.done_by.isdisjoint(behind):
        return False
    return any(w.startswith(words.done_starts) or w.endswith(words.done_ends) for w in behind[:3])


def _has_figure(marked: Marked, look: Look) -> bool:
    return any(marked.lows[k][0].isdigit() for k in look.words)
