"""Where a condition or a relative clause ends, in a language with its subject first: English."""

from klaar.promises.depths import WHEN
from klaar.promises.flags import (
    ADVERB,
    AND,
    BE,
    BUT,
    COMMA,
    DETERMINER,
    FINITE,
    HAVE,
    IF,
    MAY,
    MUST,
    NOT,
    OPEN,
    PERSON,
    PRONOUN,
    RECEIVE,
    RELATIVE,
    SEMI,
    STATE,
    THAT,
)
from klaar.promises.marked import Marked


def is_bare(marked: Marked, lo: int, levels: list[int], i: int) -> bool:
    """Whether the modal at `i` follows a condition without a verb: "The charge once established may …"."""
    k = i - 1
    while k > lo and levels[k - lo] == WHEN:
        if marked.owners[k] or marked.bits[k] & (DETERMINER | PERSON | PRONOUN | FINITE):
            return False
        k -= 1
    return k > lo and i - k <= 4


def is_own_verb(marked: Marked, said: int, i: int) -> bool:
    """Whether the modal at `i` is of no other name than the relative clause's, whose verb is at `said`.

    In "any content Client may provide shall …" nothing stands between them that could be its subject.
    """
    return not any(marked.owners[k] or marked.bits[k] & (AND | PERSON) for k in range(said + 1, i))


def list_goes_on(marked: Marked, i: int, hi: int) -> bool:
    """Whether a list goes on behind the semicolon at `i`: "If Customer (a) is late; (b) breaches …, then"."""
    after = i + 1
    while after < hi and marked.bits[after] & AND:
        after += 1
    return bool(marked.bits[i] & SEMI) and after < hi and bool(marked.bits[after] & OPEN)


def opens_if(marked: Marked, comma: int, hi: int, conjunctions: frozenset[str]) -> bool:
    """Whether an "if" opens right behind one: "if, unless the law forbids it, Supplier tells …"."""
    if marked.lows[comma - 1] not in conjunctions:
        return False
    return comma + 1 < hi and bool(marked.bits[comma + 1] & IF)


def is_next_clause(marked: Marked, lo: int, hi: int, i: int) -> bool:
    """Whether the verb at `i` is the main clause's though no comma closed the condition before it.

    "If the fee is not paid in time Supplier may suspend …": behind a verb of the condition stands a new
    subject. Not where a comma further on closes the condition.
    """
    start = _subject_start(marked, lo, i)
    verbs = (k for k in range(start - 2, lo, -1) if marked.bits[k] & _SAID or _says(marked, k))
    verb = next(verbs, -1) if start > lo else -1
    if verb < 0 or any(marked.bits[k] & _BETWEEN for k in range(verb + 1, start)):
        return False
    return not any(
        marked.bits[k] & COMMA and not marked.bits[k + 1] & (AND | BUT) and _modal_in(marked, k, hi)
        for k in range(i, hi - 1)
    )


_SAID = BE | HAVE | MUST | MAY | STATE | RECEIVE
_BETWEEN = COMMA | AND | BUT | THAT | RELATIVE | MUST | MAY


def _subject_start(marked: Marked, lo: int, i: int) -> int:
    """Where the name before the verb begins, or the noun with its article: "all copies must"; -1: none."""
    k = i - 1
    while k > lo and marked.bits[k] & (ADVERB | NOT) and not marked.owners[k]:
        k -= 1
    if marked.owners[k] and k not in marked.whose:
        while k > lo + 1 and (marked.owners[k - 1] == marked.owners[k] or marked.bits[k - 1] & DETERMINER):
            k -= 1
        return k
    for j in range(k, max(lo, k - 4), -1):
        if marked.bits[j] & DETERMINER:
            return j
        if marked.bits[j] or not marked.lows[j].isalpha():
            break
    return -1


def _says(marked: Marked, k: int) -> bool:
    """ "Client requests it": a verb that no list knows, beside a name."""
    return bool(marked.owners[k - 1]) and not marked.owners[k] and marked.lows[k].endswith("s")


def _modal_in(marked: Marked, lo: int, hi: int) -> bool:
    return any(marked.bits[k] & (MUST | MAY) for k in range(lo, hi))


def binds_behind(marked: Marked, comma: int, hi: int) -> bool:
    """Whether a name with its modal stands right behind a comma, which closes all: ", Supplier must …"."""
    k = comma + 1
    while k < hi and (marked.owners[k] or marked.bits[k] & DETERMINER):
        k += 1
    return comma + 1 < k < hi and bool(marked.owners[k - 1]) and bool(marked.bits[k] & (MUST | MAY))
