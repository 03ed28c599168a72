"""Who a sentence is about: the side whose name, or whose pronoun, stands as subject of a verb."""

from klaar.promises.flags import ACTOR, ADVERB, AND, COMMA, DETERMINER, OF, PERSON
from klaar.promises.levels import WHICH
from klaar.promises.marked import BOTH, NOBODY, OTHER, Marked

HE = -1
"""The subject is a pronoun for a party ("hij", "they"): who, the words before it tell."""
SOMEONE = -2
"""The subject is someone who acts for a side that is not named: "de projectleider", "het team"."""

_MARKS = frozenset(["*", '"', "”", "“", "'", ")", "(", "]", "}", "{", "_", "`", ">", "|"])


def find_subject(marked: Marked, lo: int, verb: int, hi: int) -> int:
    """The side of the subject: its name before the verb, or behind it where the language inverts.

    NOBODY for a thing ("De back-ups worden …") or a name of no known side.
    """
    if marked.language == "nl" and verb > lo and marked.bits[verb - 1] & COMMA:
        return named_after(marked, verb, hi) or named_before(marked, lo, verb)
    if marked.language == "en" and verb > lo and marked.lows[verb - 1] in _INVERTS:
        return named_after(marked, verb, hi)
    before = named_before(marked, lo, verb) or _before_aside(marked, lo, verb)
    if before or marked.language != "nl":
        return before
    return named_after(marked, verb, hi)


def _before_aside(marked: Marked, lo: int, verb: int) -> int:
    """ "Customer, upon thirty days' notice, may …": the name before words between two commas."""
    if verb - 1 <= lo or not marked.bits[verb - 1] & COMMA:
        return NOBODY
    for k in range(verb - 2, max(lo, verb - 16), -1):
        if marked.bits[k] & COMMA:
            return NOBODY if _behind_preposition(marked, lo, k) else named_before(marked, lo, k)
    return NOBODY


def _behind_preposition(marked: Marked, lo: int, comma: int) -> bool:
    """ "According to the request of Client, the centre (Lucerne), will …": Client is not who will."""
    at = comma - 1
    side = marked.owners[at]
    while at > lo and (marked.owners[at] == side or marked.bits[at] & DETERMINER):
        at -= 1
    return bool(side) and marked.lows[at] in _PREPOSITIONS_EN


_PREPOSITIONS_EN = frozenset(["of", "to", "by", "with", "from", "for", "in", "on", "under", "at", "between"])


_INVERTS = frozenset(["event", "circumstances", "circumstance", "nor", "way", "neither", "case"])
"""Behind these English puts the subject after the verb: "in no event shall Supplier …"."""


def named_before(marked: Marked, lo: int, verb: int) -> int:
    """The side that stands right before the verb: "Leverancier zal", "Klant en Leverancier zullen" (BOTH)."""
    for k in range(verb - 1, max(lo - 1, verb - 9), -1):
        if marked.owners[k]:
            return NOBODY if _governed(marked, lo, k) else _with_others(marked, lo, k)
        if marked.bits[k] & PERSON:
            return HE
        if not marked.bits[k] & (ADVERB | COMMA) and marked.lows[k] not in _MARKS:
            return _of_a_side(marked, lo, k)
    return NOBODY


def _governed(marked: Marked, lo: int, at: int) -> bool:
    """A name behind a preposition is no Dutch subject: "Op verzoek van Klant zal Leverancier …"."""
    if marked.language != "nl":
        return False
    side = marked.owners[at]
    while at > lo and (marked.owners[at] == side or marked.bits[at] & DETERMINER):
        at -= 1
    return marked.lows[at] in _PREPOSITIONS


_PREPOSITIONS = frozenset(
    [
        "van",
        "aan",
        "door",
        "voor",
        "met",
        "bij",
        "namens",
        "jegens",
        "tegen",
        "tussen",
        "over",
        "op",
        "uit",
        "naar",
        "onder",
        "in",
    ]
)


def _with_others(marked: Marked, lo: int, at: int) -> int:
    """The side named at `at`; BOTH when the other side stands before it, joined by "and"."""
    if at in marked.whose:
        return NOBODY
    side = marked.owners[at]
    joined = False
    for k in range(at - 1, max(lo - 1, at - 12), -1):
        if marked.owners[k]:
            if joined and k not in marked.whose:
                if side == OTHER or marked.owners[k] == side or not _joins_both(marked, k, at):
                    return marked.owners[k]
                return BOTH
        elif marked.bits[k] & AND:
            joined = True
        elif (
            not marked.bits[k] & (COMMA | DETERMINER | ADVERB) and marked.lows[k] not in _MARKS and not joined
        ):
            return side
    return side


def _joins_both(marked: Marked, first: int, last: int) -> bool:
    return any(marked.lows[k] in ("and", "en", "alsmede") for k in range(first, last))


def _of_a_side(marked: Marked, lo: int, noun: int) -> int:
    """ "Staff of EuroTel must …", "Customer's personnel shall …": people of a side speak for it."""
    for k in range(noun, max(lo - 1, noun - 4), -1):
        if marked.bits[k] & ACTOR:
            for name in (k - 1, k - 2, k - 3, k + 1, k + 2, k + 3):
                if lo <= name < len(marked.owners) and marked.owners[name]:
                    return marked.owners[name] if name in marked.whose else _with_others(marked, lo, name)
            return SOMEONE
    return NOBODY


def named_after(marked: Marked, verb: int, hi: int) -> int:
    """The side right behind the verb: "zal Leverancier", "is hij"."""
    for k in range(verb + 1, min(hi, verb + 6)):
        if marked.owners[k]:
            if k in marked.whose:
                return NOBODY
            return _joined_after(marked, k, hi)
        if marked.bits[k] & PERSON:
            return HE
        if marked.bits[k] & ACTOR:
            return SOMEONE
        if not marked.bits[k] & (ADVERB | DETERMINER) and marked.lows[k] not in _MARKS:
            return NOBODY
    return NOBODY


def _joined_after(marked: Marked, at: int, hi: int) -> int:
    side = marked.owners[at]
    while at < hi and marked.owners[at] == side:
        at += 1
    if at < hi and marked.bits[at] & AND:
        for k in range(at + 1, min(hi, at + 3)):
            if marked.owners[k] and marked.owners[k] != side and k not in marked.whose:
                return BOTH if marked.lows[at] in ("and", "en") else side
    return side


def owner_of_thing(marked: Marked, lo: int, verb: int, levels: list[int], base: int) -> int:
    """The side a thing belongs to: "Customer's use of …", "de verplichtingen van Leverancier"."""
    for k in range(lo, verb):
        if (
            not marked.owners[k]
            or levels[k - base] == WHICH
            or (k > lo and marked.owners[k - 1] == marked.owners[k] and k not in marked.whose)
        ):
            continue
        if k in marked.whose or any(marked.bits[j] & OF for j in range(max(lo, k - 3), k)):
            return marked.owners[k]
    return NOBODY
