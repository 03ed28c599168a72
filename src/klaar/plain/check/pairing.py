"""Which quantities of two texts say the same."""

from fractions import Fraction

from klaar.plain.check.quantity import Quantity

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
    return _same_sort(one, other) if one.sort == other.sort else _other_sort(one, other)


def _same_sort(one: Quantity, other: Quantity) -> bool:
    if one.sort == "percent":
        return abs(Fraction(str(one.value[0])) - Fraction(str(other.value[0]))) < Fraction(1, 1000)
    return one.value == other.value or (one.sort == "figure" and _figure(one) == _figure(other))


def _other_sort(one: Quantity, other: Quantity) -> bool:
    """Whether quantities of two sorts can say the same: "binnen een jaar" and "elk jaar", "8 uur" and
    "8:00"."""
    sorts = {one.sort, other.sort}
    if "clock" in sorts:
        clock, rest = (one, other) if one.sort == "clock" else (other, one)
        return _at_the_hour(clock, rest)
    if sorts <= {"span", "every", "bare"}:
        alone = sorts != {"span", "bare"} or (one.single and other.single) or one.value == _QUARTER_HOUR
        return one.value == other.value and alone
    return sorts <= {"count", "rank", "figure"} and _figure(one) == _figure(other)


def _at_the_hour(clock: Quantity, rest: Quantity) -> bool:
    hour, _, minute = str(clock.value[0]).partition(":")
    if rest.sort == "span":
        return hour.isdecimal() and rest.value == (0, int(hour) * 3600 + int(minute or 0) * 60)
    return rest.sort == "count" and minute == "00" and Fraction(hour) == rest.value[0]


def _figure(one: Quantity) -> str:
    return str(one.value[0]).replace(".", "").replace(",", "").lstrip("0")
