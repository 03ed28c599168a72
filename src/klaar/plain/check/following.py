"""Quantities that follow from what the other text says in other words."""

from fractions import Fraction

from klaar.plain.check.amounts import per_each
from klaar.plain.check.quantity import Quantity, unit_words
from klaar.plain.check.units import Reading
from klaar.text.times import find_times


def so_often(
    one: Reading, mine: list[Quantity], other: Reading, theirs: list[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """ "Two audits a year" and "an audit twice a year": without a frequency that the other text says in
    two parts."""
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
    often = unit_words(reading.language).often
    if first in often:
        return often[first]
    number = next(iter(find_times(first, reading.language)), None)
    return int(float(str(number.value))) if number and number.type == "number" else 0


def is_implied(q: Quantity, others: list[Quantity]) -> bool:
    """Whether a frequency is told by a length of time in the same unit: "monthly … in three months in a
    row"."""
    return q.sort == "every" and any(
        o.sort == "span" and o.single is False and q.value[0] and o.value[0] and not q.value[1]
        for o in others
    )


def is_keyed(reading: Reading, key: str) -> bool:
    """Whether any unit of the text means `key`."""
    return any(key in unit.entry.keys for unit in reading.units)


def always(
    source: Reading, plain: Reading, lost: list[Quantity], added: list[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """ "24 hours a day, seven days a week" is "at any time of day and night"."""
    whole = {(0, 86400), (0, 604800)}

    def rest(found: list[Quantity]) -> list[Quantity]:
        return [q for q in found if not (q.sort in {"span", "every", "bare"} and q.value in whole)]

    return (
        rest(lost) if is_keyed(plain, "round_the_clock") else lost,
        rest(added) if is_keyed(source, "round_the_clock") else added,
    )


def derived(
    left: list[Quantity], right: list[Quantity], lost: list[Quantity], added: list[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """What follows from what the source says: a total in equal parts, parts counted one by one."""
    counts = [n for q in left if q.sort in {"count", "rank"} and isinstance(n := q.value[0], Fraction) and n]
    money = [q.value for q in left if q.sort == "money"]
    explained: set[object] = set()
    kept = []
    for q in added:
        first = q.value[0] if isinstance(q.value[0], Fraction) else Fraction(0)
        if q.sort == "money" and any((first * n, q.value[1]) in money for n in counts):
            continue
        shares = [n for n in counts if q.sort == "percent" and abs(100 / n - first) < Fraction(1, 10)]
        explained.update(shares[:1])
        kept += [] if shares else [q]
    ranks = sorted({n for q in right if q.sort == "rank" and isinstance(n := q.value[0], Fraction)})
    if ranks and ranks[-1] in counts and ranks == [Fraction(k) for k in range(1, len(ranks) + 1)]:
        kept = [q for q in kept if q.sort != "rank"]
    return [q for q in lost if not (q.sort == "count" and q.value[0] in explained)], kept


def is_slight(reading: Reading, q: Quantity, others: list[Quantity], other: Reading) -> bool:
    """A "one", a "first" or a bare "year" that only the wording needs, where nothing else stands in its
    place."""
    if q.sort == "rank" and q.value[0] == 2 and is_keyed(other, "alternative"):
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
