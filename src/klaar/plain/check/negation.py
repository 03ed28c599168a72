"""Denials of two texts laid beside each other: each "not" needs an answer in the other text."""

from klaar.plain.check.clauses import clauses
from klaar.plain.check.denial import EXCEPTING, Denial, denials_about, likeness_of, says
from klaar.plain.check.model import Loss
from klaar.plain.check.narrowing import narrowed, without_pairs
from klaar.plain.check.polarity import Denials, alike
from klaar.plain.check.units import Reading
from klaar.text.span import Span


def negation_losses(source: Reading, plain: Reading, denied: tuple[Denials, Denials]) -> list[Loss]:
    """Where one text denies what the other does not."""
    left, right = denials_about(source, plain, denied[0]), denials_about(plain, source, denied[1])
    left, right = (
        narrowed(source, left, denied[0], plain, denied[1]),
        narrowed(plain, right, denied[1], source, denied[0]),
    )
    lost, added = _level(*_unanswered(source, left, plain, right))
    odd = (len(lost) + len(added)) % 2
    lost = without_pairs(source, lost, plain, denied[1])
    added = without_pairs(plain, added, source, denied[0])
    for denial in lost:
        if _said_plainly(source, denial, plain, denied[1]):
            return [Loss("negation", "denial_lost", _place(source, denial.place))]
    for denial in added:
        if _said_plainly(plain, denial, source, denied[0]):
            return [Loss("negation", "denial_added", None, _place(plain, denial.place))]
    for denial in lost if odd else ():
        if source.units[denial.place].low in EXCEPTING:
            return [Loss("exception", "exception_lost", _place(source, denial.place))]
        if not denial.about or _shared(source, denial, plain):
            return [Loss("negation", "denial_odd", _place(source, denial.place))]
    for denial in added if odd else ():
        if not denial.about or _shared(plain, denial, source):
            return [Loss("negation", "denial_odd", None, _place(plain, denial.place))]
    return _unturned(source, denied[0], plain, denied[1])


def _unturned(one: Reading, left: Denials, other: Reading, right: Denials) -> list[Loss]:
    """ "No longer than needed" that became "longer than needed": a comparison that only one text turns
    round."""
    mine = [i for i in left.turned if not _counted(one, i)]
    theirs = [i for i in right.turned if not _counted(other, i)]
    if len(mine) == len(theirs) or (mine and theirs):
        return []
    text, denied, places = (other, right, mine) if mine else (one, left, theirs)
    turned = one.units[places[0]] if mine else other.units[places[0]]
    bare = [
        i
        for i, u in enumerate(text.units)
        if i not in denied.turned
        and u.low.split("_")[0] == turned.low.split("_")[0]
        and not _counted(text, i)
    ]
    return (
        [Loss("negation", "denial_odd", *_both(one, other, places[0], bare[0], bool(mine)))] if bare else []
    )


def _both(one: Reading, other: Reading, turned: int, bare: int, mine: bool) -> tuple[Span, Span]:
    return _place(one, turned if mine else bare), _place(other, bare if mine else turned)


def _counted(reading: Reading, i: int) -> bool:
    """Whether a figure follows: those are compared by themselves."""
    return any(u.time is not None for u in reading.units[i + 1 : i + 4])


def _shared(one: Reading, denial: Denial, other: Reading) -> bool:
    """Whether the other text says what is denied here at all; if not, it says all of it in other words."""
    same = sum(any(says(u) and alike(one.units[i], u) for u in other.units) for i in denial.about)
    return 2 * same >= len(denial.about)


def _unanswered(
    one: Reading, left: list[Denial], other: Reading, right: list[Denial]
) -> tuple[list[Denial], list[Denial]]:
    """The denials on either side for which the other has none about the same."""
    pairs = sorted(
        ((-likeness_of(one, a, other, b), i, k) for i, a in enumerate(left) for k, b in enumerate(right)),
        key=lambda p: p,
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    for likeness, i, k in pairs:
        if likeness and i not in taken[0] and k not in taken[1]:
            taken[0].add(i)
            taken[1].add(k)
    return [a for i, a in enumerate(left) if i not in taken[0]], [
        b for k, b in enumerate(right) if k not in taken[1]
    ]


def _level(lost: list[Denial], added: list[Denial]) -> tuple[list[Denial], list[Denial]]:
    """What is left when each unanswered denial is set off against one of the other text, in other words."""
    firm_lost, firm_added = [a for a in lost if a.sort != "open"], [b for b in added if b.sort != "open"]
    while firm_lost and firm_added:
        firm_lost.pop()
        firm_added.pop()
    return firm_lost, firm_added


def _said_plainly(one: Reading, denial: Denial, other: Reading, answers: Denials) -> bool:
    """Whether the other text says what is denied here, in a clause that denies nothing of its own."""
    if not denial.about:
        return False
    hits: dict[tuple[int, int], int] = {}
    parts = clauses(other)
    for i in denial.about:
        for lo, hi in parts:
            if any(says(u) and alike(one.units[i], u) for u in other.units[lo:hi]):
                hits[lo, hi] = hits.get((lo, hi), 0) + 1
    if not hits:
        return False
    best = max(hits.values())
    if 2 * best < len(denial.about) and best < 2:
        return False
    loose = {*answers.open, *answers.only, *answers.turned}
    return not any(lo <= k < hi for (lo, hi), n in hits.items() if n == best for k in loose)


def _place(reading: Reading, i: int) -> Span:
    return Span(reading.units[i].start, reading.units[i].end)
