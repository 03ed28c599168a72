"""The side named right before a verb, or right behind it."""

from klaar.promises.flags import ACTOR, ADVERB, AND, COMMA, DETERMINER, PERSON
from klaar.promises.marked import BOTH, NOBODY, OTHER, Marked
from klaar.promises.subject_words import MARKS, subject_words

HE = -1
"""The subject is a pronoun for a party ("hij", "they"): who, the words before it tell."""
SOMEONE = -2
"""The subject is someone who acts for a side that is not named: "de projectleider", "het team"."""


def named_before(marked: Marked, lo: int, verb: int) -> int:
    """The side that stands right before the verb: "Leverancier zal", "Klant en Leverancier zullen" (BOTH)."""
    for k in range(verb - 1, max(lo - 1, verb - 9), -1):
        if marked.owners[k]:
            return NOBODY if is_governed(marked, lo, k) else _with_others(marked, lo, k)
        if marked.bits[k] & PERSON:
            return HE
        if not marked.bits[k] & (ADVERB | COMMA) and marked.lows[k] not in MARKS:
            return _of_a_side(marked, lo, k)
    return NOBODY


def is_governed(marked: Marked, lo: int, at: int) -> bool:
    """A name behind a preposition is no Dutch subject: "Op verzoek van Klant zal Leverancier …"."""
    if not marked.verb_second:
        return False
    return marked.lows[before_name(marked, lo, at)] in subject_words(marked.language).prepositions


def before_name(marked: Marked, lo: int, at: int) -> int:
    """The index of the word before the name at `at` and its article: of "van" in "van de Klant"."""
    side = marked.owners[at]
    while at > lo and (marked.owners[at] == side or marked.bits[at] & DETERMINER):
        at -= 1
    return at


def _with_others(marked: Marked, lo: int, at: int) -> int:
    """The side named at `at`; BOTH when the other side stands before it, joined by "and"."""
    if at in marked.whose:
        return NOBODY
    side, joined = marked.owners[at], False
    for k in range(at - 1, max(lo - 1, at - 12), -1):
        if marked.owners[k]:
            if joined and k not in marked.whose:
                return _joined(marked, k, at)
        elif marked.bits[k] & AND:
            joined = True
        elif not joined and not _between(marked, k):
            return side
    return side


def _between(marked: Marked, k: int) -> bool:
    """Whether word k may stand between two names: "Klant (de koper) en …"."""
    return bool(marked.bits[k] & (COMMA | DETERMINER | ADVERB)) or marked.lows[k] in MARKS


def _joined(marked: Marked, first: int, last: int) -> int:
    """Who two joined names stand for: both sides for "and", the first for "or" and for someone else."""
    side = marked.owners[first]
    if marked.owners[last] in (OTHER, side):
        return side
    joins = subject_words(marked.language).joins
    return side if joins.isdisjoint(marked.lows[first:last]) else BOTH


def _of_a_side(marked: Marked, lo: int, noun: int) -> int:
    """ "Staff of EuroTel must …", "Customer's personnel shall …": people of a side speak for it."""
    for k in range(noun, max(lo - 1, noun - 4), -1):
        if marked.bits[k] & ACTOR:
            return _whose_people(marked, lo, k)
    return NOBODY


def _whose_people(marked: Marked, lo: int, people: int) -> int:
    for name in (people - 1, people - 2, people - 3, people + 1, people + 2, people + 3):
        if lo <= name < len(marked.owners) and marked.owners[name]:
            return marked.owners[name] if name in marked.whose else _with_others(marked, lo, name)
    return SOMEONE


def named_after(marked: Marked, verb: int, hi: int) -> int:
    """The side right behind the verb: "zal Leverancier", "is hij"."""
    for k in range(verb + 1, min(hi, verb + 6)):
        if marked.owners[k]:
            return NOBODY if k in marked.whose else _with_next(marked, k, hi)
        t = marked.bits[k]
        if t & (PERSON | ACTOR):
            return HE if t & PERSON else SOMEONE
        if not t & (ADVERB | DETERMINER) and marked.lows[k] not in MARKS:
            return NOBODY
    return NOBODY


def _with_next(marked: Marked, at: int, hi: int) -> int:
    """ "zullen Klant en Leverancier": both."""
    side = marked.owners[at]
    while at < hi and marked.owners[at] == side:
        at += 1
    if at >= hi or not marked.bits[at] & AND:
        return side
    for k in range(at + 1, min(hi, at + 3)):
        if marked.owners[k] and marked.owners[k] != side and k not in marked.whose:
            return BOTH if marked.lows[at] in subject_words(marked.language).joins else side
    return side
