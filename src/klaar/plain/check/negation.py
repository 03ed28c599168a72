"""Denials of two texts laid beside each other: each "not" needs an answer in the other text."""

from typing import NamedTuple

from klaar.plain.check.clauses import clauses
from klaar.plain.check.model import Loss
from klaar.plain.check.polarity import Denials, alike
from klaar.plain.check.reading import Reading, Unit
from klaar.text.span import Span


class Denial(NamedTuple):
    """A denial at unit `place`, "hard", "soft" or "open" (see `Denials`), and the words of content it is about."""

    place: int
    sort: str
    about: tuple[int, ...]


def negation_losses(source: Reading, plain: Reading, denied: tuple[Denials, Denials]) -> list[Loss]:
    """Where one text denies what the other does not."""
    left, right = _denials(source, plain, denied[0]), _denials(plain, source, denied[1])
    left, right = (
        _narrowed(source, left, denied[0], plain, denied[1]),
        _narrowed(plain, right, denied[1], source, denied[0]),
    )
    lost, added = _level(*_unanswered(source, left, plain, right))
    odd = (len(lost) + len(added)) % 2
    lost = _without_pairs(source, lost, plain, denied[1])
    added = _without_pairs(plain, added, source, denied[0])
    for denial in lost:
        if _said_plainly(source, denial, plain, denied[1]):
            return [Loss("negation", "denial_lost", _place(source, denial.place))]
    for denial in added:
        if _said_plainly(plain, denial, source, denied[0]):
            return [Loss("negation", "denial_added", None, _place(plain, denial.place))]
    for denial in lost if odd else ():
        if source.units[denial.place].low in _EXCEPTING:
            return [Loss("exception", "exception_lost", _place(source, denial.place))]
        if not denial.about or _shared(source, denial, plain):
            return [Loss("negation", "denial_odd", _place(source, denial.place))]
    for denial in added if odd else ():
        if not denial.about or _shared(plain, denial, source):
            return [Loss("negation", "denial_odd", None, _place(plain, denial.place))]
    return _unturned(source, denied[0], plain, denied[1])


def _unturned(one: Reading, left: Denials, other: Reading, right: Denials) -> list[Loss]:
    """ "No longer than needed" that became "longer than needed": a comparison that only one text turns round."""
    mine = [i for i in left.turned if not _counted(one, i)]
    theirs = [i for i in right.turned if not _counted(other, i)]
    if len(mine) == len(theirs) or (mine and theirs):
        return []
    text, denied, places = (other, right, mine) if mine else (one, left, theirs)
    turned = one.units[places[0]] if mine else other.units[places[0]]
    bare = [
        i
        for i, u in enumerate(text.units)
        if i not in denied.turned and u.low == turned.low and not _counted(text, i)
    ]
    return (
        [Loss("negation", "denial_odd", *_both(one, other, places[0], bare[0], bool(mine)))] if bare else []
    )


def _both(one: Reading, other: Reading, turned: int, bare: int, mine: bool) -> tuple[Span, Span]:
    return _place(one, turned if mine else bare), _place(other, bare if mine else turned)


def _counted(reading: Reading, i: int) -> bool:
    """Whether a figure follows: those are compared by themselves."""
    return any(u.time is not None for u in reading.units[i + 1 : i + 4])


def _narrowed(
    one: Reading, left: list[Denial], own: Denials, other: Reading, denied: Denials
) -> list[Denial]:
    """Without "not … unless", which is "only … if", where the other text says "only"."""
    if not denied.only or any(
        u.low.split("_")[0] in _PAIRED
        for k in denied.hard
        for u in [other.units[k]]
        if u.low in {"unless", "tenzij", "dan"}
    ):
        return left
    return _without(one, _not_both(one, _limited(one, left, own)))


def _limited(one: Reading, left: list[Denial], own: Denials) -> list[Denial]:
    """Without the "unless" behind a limit: "shall not exceed … unless" is "only … more if"."""
    units = one.units
    return [
        a
        for a in left
        if units[a.place].low not in _EXCEPTING
        or not any(
            (k in own.turned or units[k].low.startswith(("not_exceed", "no_more", "not_more", "niet_meer")))
            for k in range(a.place)
            if units[k].sentence == units[a.place].sentence
        )
    ]


def _not_both(one: Reading, left: list[Denial]) -> list[Denial]:
    """Without two that hang together: "as long as … not …, … not" is "only once …"."""
    units = one.units
    rest = list(left)
    for a in left:
        others = [
            b
            for b in rest
            if b is not a and b.sort == "hard" and units[b.place].sentence == units[a.place].sentence
        ]
        ahead = any(
            units[k].low in _LASTING and units[k].sentence == units[a.place].sentence
            for k in range(max(0, a.place - 15), a.place)
        )
        if a.sort == "hard" and ahead and len(others) == 1 and a in rest:
            rest.remove(a)
            rest.remove(others[0])
    return rest


_LASTING = frozenset(
    ["zolang", "totdat", "tot", "until", "as_long_as", "so_long_as", "before", "voordat", "als", "if"]
)


def _without(one: Reading, left: list[Denial]) -> list[Denial]:
    units = one.units
    rest = list(left)
    for b in left:
        if (
            b.sort != "hard"
            or units[b.place].low.split("_")[0] not in _PAIRED
            or units[b.place].low in {"behalve", "except"}
        ):
            continue
        before = [
            a
            for a in rest
            if a.sort == "hard"
            and a.place < b.place
            and units[a.place].sentence == units[b.place].sentence
            and units[a.place].low.split("_")[0] not in _PAIRED
        ]
        if before and b in rest:
            rest.remove(before[-1])
            rest.remove(b)
    return rest


def _shared(one: Reading, denial: Denial, other: Reading) -> bool:
    """Whether the other text says what is denied here at all; if not, it says all of it in other words."""
    same = sum(any(_says(u) and alike(one.units[i], u) for u in other.units) for i in denial.about)
    return 2 * same >= len(denial.about)


def _says(unit: Unit) -> bool:
    """Whether the unit says anything, a small verb ("krijgt") included."""
    return not unit.light or bool(unit.keys)


def _denials(one: Reading, other: Reading, denied: Denials) -> list[Denial]:
    free = any("!free" in u.entry.core | u.entry.keys for u in other.units)
    found = []
    for sort, places in (("hard", denied.hard), ("soft", denied.soft), ("open", denied.open)):
        for i in places:
            family = one.units[i].family
            if sort == "open" and family and any(u.family == family for u in other.units):
                continue
            about = () if one.units[i].low in _REFERRING else _about(one, i)
            if free and sort == "hard" and any(_PRICE & one.units[k].entry.keys for k in about):
                continue
            found.append(Denial(i, sort, about))
    return sorted(found)


_REFERRING = frozenset(["failing_which", "bij_gebreke", "zo_niet", "otherwise", "anders", "if_not"])
"""What denies something said before: "bij gebreke waarvan"."""
_EXCEPTING = frozenset(
    [
        "unless",
        "except",
        "tenzij",
        "behalve",
        "behoudens",
        "uitgezonderd",
        "save_for",
        "save_where",
        "excluding",
        "apart_from",
        "other_than",
        "aside_from",
        "with_the_exception",
        "met_uitzondering",
        "daargelaten",
        "dat_is_anders",
        "dat_ligt_anders",
        "this_is_different",
        "that_is_different",
    ]
)
_PRICE = {"charge", "cost", "pay"}
_AHEAD = frozenset(
    [
        "unless",
        "without",
        "except",
        "zonder",
        "tenzij",
        "behalve",
        "behoudens",
        "uitgezonderd",
        "save_for",
        "save_where",
        "excluding",
        "apart_from",
        "other_than",
        "dan",
    ]
)


def _about(reading: Reading, i: int) -> tuple[int, ...]:
    """The words of content in the clause of the denial, those behind it for "without" and "unless"."""
    units = reading.units
    lo, hi = next(((a, b) for a, b in clauses(reading) if a <= i < b), (i, i + 1))
    if units[i].low in _AHEAD:
        lo = i
        if hi == i + 1:
            hi = next((b for a, b in clauses(reading) if a == i + 1), hi)
    words = [
        k
        for k in range(lo, hi)
        if (
            (not units[k].light or "negation.either" in units[k].entry.tags)
            and not units[k].mark
            and (k != i or units[k].entry.keys)
        )
    ]
    return tuple(words)


def _likeness(one: Reading, a: Denial, other: Reading, b: Denial) -> int:
    """How well two denials answer each other: the same word that denies by itself, both referring back, both a
    "not" about the same words, another denial about the same words."""
    mine, theirs = one.units[a.place], other.units[b.place]
    if "hard" not in (a.sort, b.sort) and alike(mine, theirs):
        same = mine.family == theirs.family and mine.low and "open" not in (a.sort, b.sort)
        return 100 if same else 80
    if not a.about and not b.about:
        return 90
    for here, there in ((mine, theirs), (theirs, mine)):
        if here.low.endswith("_wel") and there.low not in _EXCEPTING:
            return 0
    shared = sum(any(alike(one.units[i], other.units[k]) for k in b.about) for i in a.about)
    return shared + (50 if shared and a.sort == b.sort else 0)


def _unanswered(
    one: Reading, left: list[Denial], other: Reading, right: list[Denial]
) -> tuple[list[Denial], list[Denial]]:
    """The denials on either side for which the other has none about the same."""
    pairs = sorted(
        ((-_likeness(one, a, other, b), i, k) for i, a in enumerate(left) for k, b in enumerate(right)),
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


_PAIRED = frozenset(
    ["unless", "without", "except", "until", "tenzij", "zonder", "behalve", "dan", "behoudens"]
)


def _without_pairs(one: Reading, left: list[Denial], other: Reading, denied: Denials) -> list[Denial]:
    """ "Not … unless" is "only … if": two denials in one sentence that the other text says with "only" or "if"."""
    narrow = denied.only or any({"condition.if", "time.before"} & u.entry.tags for u in other.units)
    if len(left) < 2 or not narrow:
        return left
    return _without(one, left)


def _said_plainly(one: Reading, denial: Denial, other: Reading, answers: Denials) -> bool:
    """Whether the other text says what is denied here, in a clause that denies nothing of its own."""
    if not denial.about:
        return False
    hits: dict[tuple[int, int], int] = {}
    parts = clauses(other)
    for i in denial.about:
        for lo, hi in parts:
            if any(_says(u) and alike(one.units[i], u) for u in other.units[lo:hi]):
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
