"""Quantities of two texts laid beside each other."""

from fractions import Fraction

from klaar.plain.check.amounts import KINDS, Quantity, quantities
from klaar.plain.check.bounds import bound_losses
from klaar.plain.check.model import Kind, Loss
from klaar.plain.check.polarity import Denials
from klaar.plain.check.reading import Reading
from klaar.text.span import Span


def pair_up(source: list[Quantity], plain: list[Quantity], hours: bool) -> tuple[list[tuple[Quantity, Quantity]], list[Quantity], list[Quantity]]:
    """Pairs of equal quantities, and what is left on either side; one may stand in several pairs."""
    pairs: list[tuple[Quantity, Quantity]] = []
    used: set[int] = set()
    left = []
    for one in source:
        same = [k for k, other in enumerate(plain) if equal(one, other, hours)]
        if not same:
            left.append(one)
            continue
        best = next((k for k in same if k not in used), same[0])
        pairs.append((one, plain[best]))
        used.update(same if len([o for o in source if equal(o, plain[best], hours)]) == 1 else [best])
    rest = [other for k, other in enumerate(plain) if k not in used and not any(equal(one, other, hours) for one in source)]
    return pairs, left, rest


_ALIKE = ({"span", "every"}, {"count", "rank"}, {"rank", "span"}, {"count", "figure"}, {"rank", "figure"})


def equal(one: Quantity, other: Quantity, hours: bool) -> bool:
    """Whether two quantities say the same; `hours`: both texts speak of working hours in other words."""
    if one.certain != other.certain and "date" in (one.sort, other.sort):
        return False
    if one.business != other.business and not hours:
        return False
    if one.sort == other.sort:
        return one.value == other.value or (one.sort == "figure" and _figure(one) == _figure(other))
    if {one.sort, other.sort} == {"clock", "span"}:
        clock, span = (one, other) if one.sort == "clock" else (other, one)
        hour, _, minute = str(clock.value[0]).partition(":")
        return hour.isdecimal() and span.value == (0, int(hour) * 3600 + int(minute or 0) * 60)
    if {one.sort, other.sort} == {"clock", "count"}:
        clock, count = (one, other) if one.sort == "clock" else (other, one)
        return str(clock.value[0]).endswith(":00") and Fraction(str(clock.value[0])[:2]) == count.value[0]
    if {one.sort, other.sort} == {"span", "every"}:
        return one.value == other.value
    if {one.sort, other.sort} in ({"count", "rank"}, {"count", "figure"}, {"rank", "figure"}):
        return _figure(one) == _figure(other)
    return False


def _figure(one: Quantity) -> str:
    return str(one.value[0]).replace(".", "").replace(",", "").lstrip("0")


def quantity_losses(source: Reading, plain: Reading, denied: tuple[Denials, Denials]) -> tuple[list[Loss], list[tuple[Quantity, Quantity]]]:
    """Every quantity that the two texts do not share, and the pairs that they do."""
    left, right = quantities(source), quantities(plain)
    hours = _keyed(source, "office_hours") and _keyed(plain, "office_hours")
    pairs, lost, added = pair_up(left, right, hours)
    lost, added = _always(source, plain, lost, added)
    lost, added = _derived(left, right, lost, added)
    lost = [q for q in lost if not _slight(source, q, added)]
    added = [q for q in added if not _slight(plain, q, lost)]
    losses: list[Loss] = []
    for one in lost:
        other = next((o for o in added if o.sort == one.sort), None) or next((o for o in added if {o.sort, one.sort} <= {"span", "every", "count", "rank"}), None)
        if other is not None:
            added.remove(other)
        losses.append(Loss(_kind(source, plain, one, other), "changed" if other else "lost", Span(one.start, one.end), Span(other.start, other.end) if other else None))
    for other in added:
        losses.append(Loss("added_fact", "added", None, Span(other.start, other.end)))
    losses += bound_losses(source, plain, pairs, denied)
    return losses, pairs


def _kind(source: Reading, plain: Reading, one: Quantity, other: Quantity | None) -> Kind:
    if other is None or one.sort not in {"span", "every"}:
        return KINDS[one.sort]
    if one.business != other.business:
        return "unit"
    if one.sort == "every" or other.sort == "every":
        return "frequency"
    return "duration"


def _keyed(reading: Reading, key: str) -> bool:
    return any(key in unit.entry.keys for unit in reading.units)


_DAY, _WEEK = (0, 86400), (0, 604800)


def _always(source: Reading, plain: Reading, lost: list[Quantity], added: list[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """ "24 hours a day, seven days a week" is "at any time of day and night"."""
    sizes = {(0, 86400), (0, 604800)}
    def free(qs: list[Quantity]) -> list[Quantity]:
        return [q for q in qs if not (q.sort in {"span", "every"} and q.value in sizes)]
    if _keyed(source, "round_the_clock") and _keyed(plain, "round_the_clock"):
        return free(lost), free(added)
    return lost, added


def _derived(left: list[Quantity], right: list[Quantity], lost: list[Quantity], added: list[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """What follows from what the source says: a total in equal parts, parts counted one by one."""
    counts = [q.value[0] for q in left if q.sort in {"count", "rank"}]
    money = [q for q in left if q.sort == "money"]
    kept_added = []
    explained: set[object] = set()
    for q in added:
        if q.sort == "money" and any(n and m.value[0] == q.value[0] * n and m.value[1] == q.value[1] for m in money for n in counts):  # type: ignore[operator]
            continue
        if q.sort == "percent" and any(n and abs(Fraction(100) / n - q.value[0]) < Fraction(1, 10) for n in counts):  # type: ignore[operator]
            explained.update(n for n in counts if n and abs(Fraction(100) / n - q.value[0]) < Fraction(1, 10))  # type: ignore[operator]
            continue
        kept_added.append(q)
    ranks = sorted({q.value[0] for q in right if q.sort == "rank"})
    if ranks and ranks[-1] in counts and ranks == [Fraction(k) for k in range(1, len(ranks) + 1)]:
        kept_added = [q for q in kept_added if q.sort != "rank"]
    kept_lost = [q for q in lost if not (q.sort == "count" and q.value[0] in explained)]
    return kept_lost, kept_added


def _slight(reading: Reading, q: Quantity, others: list[Quantity]) -> bool:
    """A "one" or a "first" that only the wording needs, where no other number stands in its place."""
    if q.sort == "rank" and q.value[0] == 1:
        return not any(o.sort in {"rank", "count"} for o in others)
    if q.sort == "count" and q.value[0] == 1:
        return not any(o.sort in {"rank", "count"} for o in others)
    if q.sort == "span" and q.value == _DAY and reading.units[q.place].low.startswith(("een dag", "a day", "one day", "de dag")):
        return False
    return False
