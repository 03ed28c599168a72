"""Quantities of two texts laid beside each other."""

from fractions import Fraction

from klaar.plain.check.amounts import KINDS, Quantity, per_each, quantities, unit_words
from klaar.plain.check.bounds import bound_losses
from klaar.plain.check.model import Kind, Loss
from klaar.plain.check.polarity import Denials
from klaar.plain.check.reading import Reading
from klaar.plain.check.swaps import swap_losses
from klaar.text.span import Span
from klaar.text.times import find_times

_QUARTER_HOUR = (0, 900)
Pairs = list[tuple[Quantity, Quantity]]


def pair_up(
    source: list[Quantity], plain: list[Quantity], hours: bool
) -> tuple[Pairs, list[Quantity], list[Quantity]]:
    """Pairs of equal quantities, and what is left on either side; one may stand in several pairs."""
    pairs: Pairs = []
    used: set[int] = set()
    left = []
    for one in source:
        same = [k for k, other in enumerate(plain) if equal(one, other, hours)]
        if not same:
            left.append(one)
            continue
        best = next((k for k in same if k not in used), same[0])
        pairs.append((one, plain[best]))
        used.add(best)
    rest = [
        other
        for k, other in enumerate(plain)
        if k not in used and not any(equal(one, other, hours) for one in source)
    ]
    return pairs, left, rest


def equal(one: Quantity, other: Quantity, hours: bool) -> bool:
    """Whether two quantities say the same; `hours`: both texts speak of working hours in other words."""
    if one.certain != other.certain and "date" in (one.sort, other.sort):
        return False
    if one.business != other.business and not hours:
        return False
    if one.measure and other.measure and one.measure != other.measure:
        return False
    sorts = {one.sort, other.sort}
    if one.sort == other.sort:
        if one.sort == "percent":
            return abs(one.value[0] - other.value[0]) < Fraction(1, 1000)  # type: ignore[operator]
        return one.value == other.value or (one.sort == "figure" and _figure(one) == _figure(other))
    if sorts == {"clock", "span"}:
        clock, span = (one, other) if one.sort == "clock" else (other, one)
        hour, _, minute = str(clock.value[0]).partition(":")
        return hour.isdecimal() and span.value == (0, int(hour) * 3600 + int(minute or 0) * 60)
    if sorts == {"clock", "count"}:
        clock, count = (one, other) if one.sort == "clock" else (other, one)
        return str(clock.value[0]).endswith(":00") and Fraction(str(clock.value[0])[:2]) == count.value[0]
    if sorts <= {"span", "every", "bare"}:
        alone = sorts != {"span", "bare"} or (one.single and other.single) or one.value == _QUARTER_HOUR
        return one.value == other.value and alone
    if sorts <= {"count", "rank", "figure"}:
        return _figure(one) == _figure(other)
    return False


def _figure(one: Quantity) -> str:
    return str(one.value[0]).replace(".", "").replace(",", "").lstrip("0")


def quantity_losses(source: Reading, plain: Reading, denied: tuple[Denials, Denials]) -> list[Loss]:
    """Every quantity that the two texts do not share, or that binds or belongs otherwise in the plain text."""
    left, right = quantities(source), quantities(plain)
    hours = _keyed(source, "office_hours") and _keyed(plain, "office_hours")
    pairs, lost, added = pair_up(left, right, hours)
    lost, added = _always(source, plain, lost, added)
    lost, added = _derived(left, right, lost, added)
    lost, added = _so_often(source, lost, plain, added)
    added, lost = _so_often(plain, added, source, lost)
    slight = (
        [q for q in lost if not (_slight(source, q, added, plain) or _implied(q, right))],
        [q for q in added if not _slight(plain, q, lost, source)],
    )
    losses = _told(*slight)
    losses += bound_losses(source, plain, pairs, denied)
    return losses or swap_losses(source, plain, pairs)


_OFTEN = {"once": 1, "eenmaal": 1, "twice": 2, "tweemaal": 2, "driemaal": 3, "viermaal": 4}


def _so_often(
    one: Reading, mine: list[Quantity], other: Reading, theirs: list[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """ "Two audits a year" and "an audit twice a year": without a frequency that the other text says in two parts."""
    for q in mine:
        if q.sort != "every":
            continue
        times = _times(one, q)
        months, seconds = (Fraction(str(v)) * times for v in q.value)
        number = next((o for o in theirs if o.sort == "count" and o.value[0] == times), None)
        unit = next(
            (o for o in theirs if o.sort in {"every", "bare", "span"} and o.value == (months, seconds)), None
        )
        if times and number and unit:
            return [o for o in mine if o is not q], [o for o in theirs if o not in (number, unit)]
    return mine, theirs


def _times(reading: Reading, q: Quantity) -> int:
    """How many times it says: 2 in "twee keer per jaar"."""
    first = reading.units[q.place].low.split()[0]
    if first in _OFTEN:
        return _OFTEN[first]
    number = next(iter(find_times(first, reading.language)), None)
    return int(float(str(number.value))) if number and number.type == "number" else 0


def _implied(q: Quantity, others: list[Quantity]) -> bool:
    """Whether a frequency is told by a length of time in the same unit: "monthly … in three months in a row"."""
    return q.sort == "every" and any(
        o.sort == "span" and o.single is False and q.value[0] and o.value[0] and not q.value[1]
        for o in others
    )


def _told(lost: list[Quantity], added: list[Quantity]) -> list[Loss]:
    losses: list[Loss] = []
    for one in lost:
        other = next((o for o in added if o.sort == one.sort), None)
        other = other or next(
            (o for o in added if {o.sort, one.sort} <= {"span", "every", "count", "rank", "bare"}), None
        )
        if other is not None:
            added.remove(other)
        where = Span(other.start, other.end) if other else None
        losses.append(
            Loss(_kind(one, other), "changed" if other else "lost", Span(one.start, one.end), where)
        )
    losses.extend(Loss("added_fact", "added", None, Span(other.start, other.end)) for other in added)
    return losses


def _kind(one: Quantity, other: Quantity | None) -> Kind:
    if other is not None and one.measure != other.measure and one.value == other.value:
        return "unit"
    if other is None or one.sort not in {"span", "every"}:
        return KINDS[one.sort]
    if one.business != other.business:
        return "unit"
    if one.sort == "every" or other.sort == "every":
        return "frequency"
    return "duration"


def _keyed(reading: Reading, key: str) -> bool:
    return any(key in unit.entry.keys for unit in reading.units)


def _always(
    source: Reading, plain: Reading, lost: list[Quantity], added: list[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """ "24 hours a day, seven days a week" is "at any time of day and night"."""
    whole = {(0, 86400), (0, 604800)}

    def rest(found: list[Quantity]) -> list[Quantity]:
        return [q for q in found if not (q.sort in {"span", "every", "bare"} and q.value in whole)]

    return (
        rest(lost) if _keyed(plain, "round_the_clock") else lost,
        rest(added) if _keyed(source, "round_the_clock") else added,
    )


def _derived(
    left: list[Quantity], right: list[Quantity], lost: list[Quantity], added: list[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """What follows from what the source says: a total in equal parts, parts counted one by one."""
    counts = [n for q in left if q.sort in {"count", "rank"} and isinstance(n := q.value[0], Fraction) and n]
    money = [q.value for q in left if q.sort == "money"]
    explained: set[object] = set()
    kept = []
    for q in added:
        if q.sort == "money" and any((q.value[0] * n, q.value[1]) in money for n in counts):  # type: ignore[operator]
            continue
        if q.sort == "percent":
            share = next((n for n in counts if abs(100 / n - q.value[0]) < Fraction(1, 10)), None)  # type: ignore[operator]
            if share is not None:
                explained.add(share)
                continue
        kept.append(q)
    ranks = sorted({q.value[0] for q in right if q.sort == "rank"})  # type: ignore[type-var]
    if ranks and ranks[-1] in counts and ranks == [Fraction(k) for k in range(1, len(ranks) + 1)]:
        kept = [q for q in kept if q.sort != "rank"]
    return [q for q in lost if not (q.sort == "count" and q.value[0] in explained)], kept


def _slight(reading: Reading, q: Quantity, others: list[Quantity], other: Reading) -> bool:
    """A "one", a "first" or a bare "year" that only the wording needs, where nothing else stands in its place."""
    if q.sort == "rank" and q.value[0] == 2 and _keyed(other, "alternative"):
        return not any(o.sort in {"rank", "count"} for o in others)
    if q.sort == "bare":
        return not per_each(reading, q) and not any(o.sort in {"bare", "every"} for o in others)
    if q.sort == "count" and any(
        u.low in unit_words(reading.language).vague for u in reading.units[q.place + 1 : q.place + 2]
    ):
        return not any(o.sort in {"rank", "count"} for o in others)
    return (
        q.sort in {"rank", "count"}
        and q.value[0] == 1
        and not any(o.sort in {"rank", "count"} for o in others)
    )
