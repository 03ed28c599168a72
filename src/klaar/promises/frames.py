"""A sentence becomes frames: one finite verb that may bind, with the words that go with it.

"Klant meldt storingen en Leverancier lost ze op." has two frames, around "meldt" and "lost".
"""

from typing import NamedTuple

from klaar.promises.flags import (
    ACT,
    ADVERB,
    AND,
    BE,
    BECOME,
    BUT,
    BY,
    COLON,
    COMMA,
    DETERMINER,
    FINITE,
    GIVE,
    HAVE,
    MAY,
    MUST,
    NOT,
    PARTY,
    PERSON,
    PLURAL,
    RECEIVE,
    RELATIVE,
    SCOPE,
    SEMI,
    SIGN,
    SPLIT,
    STATE,
    THING,
)
from klaar.promises.levels import MAIN
from klaar.promises.marked import NOBODY, Marked
from klaar.promises.nouns import is_noun
from klaar.promises.subject import find_subject, named_after, named_before


class Frame(NamedTuple):
    """The words `lo:hi`, the finite verb among them, and the side of its subject (NOBODY: a thing or unknown)."""

    lo: int
    hi: int
    verb: int
    subject: int


def find_frames(marked: Marked, lo: int, hi: int, levels: list[int]) -> list[Frame]:
    """The frames of the sentence `lo:hi`, in order; none where nothing could bind."""
    cuts: list[tuple[int, int, int]] = []  # start, verb, subject
    for verb in range(lo, hi):
        if levels[verb - lo] != MAIN or not (marked.bits[verb] & _CANDIDATE or _acts(marked, verb, hi)):
            continue
        if _is_agreement(marked, verb, hi):
            continue
        if cuts and _is_infinitive(marked, cuts[-1][1], verb):
            continue
        if marked.bits[verb] & (BE | HAVE) and _behind_modal(marked, lo, verb):
            continue
        begin = lo if not cuts else _part_begins(marked, cuts[-1][1], verb, lo, hi, levels)
        if begin is None:
            continue
        if (
            cuts
            and begin - cuts[-1][1] <= 4
            and marked.bits[cuts[-1][1]] & (MUST | MAY)
            and marked.bits[verb] & (MUST | MAY)
        ):
            cuts[-1] = (cuts[-1][0], verb, cuts[-1][2])
            continue  # "must keep, and must have others keep, accounts": one promise in two verbs
        subject = _before_relative(marked, begin, verb, lo, levels) or find_subject(marked, begin, verb, hi)
        if not subject and not cuts:
            subject = _agreed_by(marked, lo, verb)
        if _can_bind(marked, begin, verb, hi, subject, first=not cuts):
            cuts.append((begin, verb, subject))
    if not cuts:
        return []
    ends = [start for start, _, _ in cuts[1:]] + [hi]
    return [
        _trim(marked, Frame(start, end, verb, subject))
        for (start, verb, subject), end in zip(cuts, ends, strict=True)
    ]


_CANDIDATE = FINITE | PLURAL | SIGN


def _before_relative(marked: Marked, begin: int, verb: int, lo: int, levels: list[int]) -> int:
    """ "De Klant, die zich daarmee niet verenigt, is bevoegd …": the name before a relative clause."""
    edge = verb
    while edge > begin and (levels[edge - 1 - lo] != MAIN or marked.bits[edge - 1] & COMMA):
        edge -= 1
    if (
        edge == verb
        or edge - begin > 6
        or not marked.owners[edge - 1]
        or not marked.bits[edge] & COMMA | marked.bits[edge] & RELATIVE
    ):
        return NOBODY
    return named_before(marked, begin, edge)


def _behind_modal(marked: Marked, lo: int, verb: int) -> bool:
    """ "shall be", "may not have": the infinitive of the modal before it, in English."""
    if marked.language != "en":
        return False
    return any(
        marked.bits[k] & (MUST | MAY) and all(marked.bits[j] & (NOT | ADVERB) for j in range(k + 1, verb))
        for k in range(max(lo, verb - 3), verb)
    )


def _is_agreement(marked: Marked, verb: int, hi: int) -> bool:
    """True for "agrees" where "that … shall" follows: the modal says what is agreed."""
    if marked.lows[verb] not in AGREE or verb + 1 >= hi or marked.lows[verb + 1] != "that":
        return False
    return any(marked.bits[k] & (MUST | MAY) for k in range(verb + 2, min(hi, verb + 30)))


def _agreed_by(marked: Marked, lo: int, verb: int) -> int:
    """ "Contractor agrees that no changes shall be made": who agreed is bound, whatever the subject is."""
    for k in range(lo + 1, verb - 1):
        if marked.lows[k] in AGREE and marked.lows[k + 1] == "that":
            return named_before(marked, lo, k)
    return NOBODY


AGREE = frozenset(["agrees", "agree", "acknowledges", "acknowledge", "understands", "understand", "accepts"])


def _is_infinitive(marked: Marked, previous: int, verb: int) -> bool:
    """ "zal door A en B gemonitord worden": the end of the verb before, no verb of its own."""
    return bool(marked.bits[previous] & (MUST | MAY)) and marked.lows[verb] in _INFINITIVES


_INFINITIVES = frozenset(["worden", "zijn", "hebben", "blijven"])


def _acts(marked: Marked, verb: int, hi: int) -> bool:
    """In English the word after a party that looks like a verb ("Supplier maintains"): Klaar has no list of them."""
    if marked.language == "nl":
        return _acts_in_dutch(marked, verb, hi)
    if marked.language != "en" or marked.bits[verb] & ~GIVE or not verb or not marked.owners[verb - 1]:
        return False
    if (
        verb - 1 in marked.whose
        or marked.text[marked.spans[verb][0]].isupper()
        or not _opens_part(marked, verb - 1)
    ):
        return False
    word = marked.lows[verb]
    if not word.endswith("s") or word.endswith("ss") or len(word) < 4 or not word.isalpha():
        return False
    return not any(marked.bits[k] & (MUST | MAY | BE | HAVE) for k in range(verb + 1, min(hi, verb + 4)))


def _acts_in_dutch(marked: Marked, verb: int, hi: int) -> bool:
    """A word that no list knows, in -t, between or beside party and rest: "Leverancier willigt …", "beproeft hij"."""
    word = marked.lows[verb]
    if marked.bits[verb] or not word.endswith("t") or len(word) < 5 or not word.isalpha() or word in _NO_VERB:
        return False
    if verb + 1 < hi and marked.bits[verb + 1] & (PARTY | PERSON) and verb + 1 not in marked.whose:
        return not word.startswith("ge") and not marked.bits[verb - 1] & (BY | DETERMINER)
    return bool(
        verb and marked.owners[verb - 1] and verb - 1 not in marked.whose and _opens_part(marked, verb - 1)
    )


_NO_VERB = frozenset(
    [
        "direct",
        "recht",
        "geschikt",
        "verzocht",
        "bericht",
        "product",
        "project",
        "contract",
        "budget",
        "bedacht",
        "gericht",
        "verplicht",
        "inzicht",
    ]
)


def _opens_part(marked: Marked, name: int) -> bool:
    """True where a party's name (its last word at `name`) stands first in its part of the sentence."""
    side = marked.owners[name]
    while name >= 0 and (marked.owners[name] == side or marked.bits[name] & (DETERMINER | ADVERB)):
        name -= 1
    if name < 0 or marked.bits[name] & SPLIT or not marked.lows[name][:1].isalpha():
        return True
    return marked.text[marked.spans[name][0]].isupper()  # a title that runs on into its sentence


def _can_bind(marked: Marked, lo: int, verb: int, hi: int, subject: int, first: bool) -> bool:
    t = marked.bits[verb]
    if is_noun(marked, verb, lo):
        return False
    if t & (MUST | MAY | BECOME | BE | HAVE | THING):
        return not _is_month(marked, verb)
    if t & SCOPE and t & STATE:
        return True
    if t & PLURAL:
        return subject != NOBODY
    if t & STATE and marked.language == "en" and not _REMEDY.isdisjoint(marked.lows[verb + 1 : verb + 6]):
        return True
    if t & (ACT | STATE | RECEIVE):
        return subject != NOBODY or (first and marked.language == "nl")
    if t & SIGN:
        return marked.language == "en" and subject != NOBODY
    return subject != NOBODY


_REMEDY = frozenset(["remedy", "remedies"])
""" "This SLA describes Customer's exclusive remedy": a state that lets off."""


def _is_month(marked: Marked, verb: int) -> bool:
    """ "May 2004" and "4 May" are no permission."""
    if marked.lows[verb] != "may":
        return False
    return any(marked.lows[k][:1].isdigit() for k in (verb - 1, verb + 1) if 0 <= k < len(marked.lows))


def _part_begins(marked: Marked, previous: int, verb: int, lo: int, hi: int, levels: list[int]) -> int | None:
    """Where the part of the sentence that holds `verb` begins, or None where it goes on with the one before."""
    bits = marked.bits
    best, rank = -1, 0
    for k in range(verb - 1, previous, -1):
        t = bits[k]
        if not t & SPLIT or levels[k - lo] not in (MAIN, 2, 1):
            continue
        here = _rank(bits, k)
        if here > rank:
            best, rank = k, here
    if best < 0:
        return None
    between = sum(levels[k - lo] == MAIN and not bits[k] & COMMA for k in range(best + 1, verb))
    named = named_before(marked, best + 1, verb)
    near = (
        between <= 1
        or named > 0
        or (named < 0 and bool(marked.bits[best + 1] & (PERSON | ADVERB | DETERMINER)))
    )
    if not near and marked.language == "nl":
        near = bool(named_after(marked, verb, hi)) and between <= 3
    if rank == 1 and not near:
        return None
    if (
        not near
        and not bits[verb] & (MUST | MAY | BECOME)
        and not (rank == 4 and bits[verb] & (BE | HAVE) and between <= 8)
    ):
        return None
    if rank == 2 and not near and between > 8:
        return None
    return best + 1


def _rank(bits: list[int], k: int) -> int:
    t = bits[k]
    if t & (SEMI | COLON | BUT):
        return 4
    if t & AND:
        return 3 if bits[k - 1] & COMMA else 2
    return 1


def _trim(marked: Marked, frame: Frame) -> Frame:
    lo, hi = frame.lo, frame.hi
    while hi > lo and marked.bits[hi - 1] & (COMMA | SEMI | AND | BUT | COLON):
        hi -= 1
    while lo < hi and marked.bits[lo] & (COMMA | SEMI | AND | BUT):
        lo += 1
    return frame._replace(lo=lo, hi=hi)
