"""Where a condition or a relative clause ends, in a language with its subject first: English."""

from klaar.promises.depths import WHEN
from klaar.promises.flags import AND, DETERMINER, FINITE, IF, OPEN, PERSON, PRONOUN, SEMI
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
