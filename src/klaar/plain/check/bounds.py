"""At least or at most, more or less, within or after: from which side a quantity binds."""

from klaar.plain.check.model import Loss
from klaar.plain.check.polarity import Denials
from klaar.plain.check.quantity import Quantity
from klaar.plain.check.small import small_words
from klaar.plain.check.units import Reading
from klaar.text.span import Span

_TURN = {"more": "most", "less": "least"}
_TAGS = tuple((name, f"bounds.{name}") for name in ("more", "less", "most", "least"))
_DOWN, _UP = {"most", "less"}, {"least", "more"}


def bound(reading: Reading, quantity: Quantity, denied: Denials) -> str:
    """ "most", "least", "more", "less", "lapse" (only after it has passed) or ""."""
    units = reading.units
    here = quantity.place
    for k in range(here + 1, min(here + 4, len(units))):
        if units[k].mark or units[k].time is not None:
            break
        found = _tag(reading, k, denied)
        behind = units[k].low.startswith(("or_", "of_", "at_the_", "op_zijn_", "ten_", "beforehand"))
        if found and (behind or k + 1 == len(units) or units[k + 1].mark):
            return _ahead(reading, here, found, _latest(units[k].low))
    for k in range(here - 1, max(-1, here - 7), -1):
        if (
            units[k].sentence != units[here].sentence
            or units[k].time is not None
            or (units[k].mark and units[k].low not in ",(")
        ):
            break
        found = _tag(reading, k, denied)
        if found:
            return _ahead(reading, here, found, _latest(units[k].low))
    if here and units[here - 1].low in {"after", "na"} and quantity.sort == "span":
        return "lapse"
    return ""


def _tag(reading: Reading, k: int, denied: Denials) -> str:
    tags = reading.units[k].entry.tags
    for name, tag in _TAGS if tags else ():
        if tag in tags:
            return _TURN.get(name, name) if k in denied.turned else name
    return ""


def _latest(low: str) -> bool:
    """Whether the words name the last moment, which lies before it: "uiterlijk", "no later than"."""
    return low.startswith(_LAST)


_LAST = tuple(small_words("latest"))


def _ahead(reading: Reading, here: int, found: str, latest: bool) -> str:
    """ "At the latest five days before" is "at least five days before"."""
    near = reading.units[here + 1 : here + 5]
    if found == "most" and (time := reading.units[here].time) is not None and time.type != "duration":
        return found
    near = near[:2]
    if not latest:
        return found
    if found == "most" and near and near[0].low in {"voor", "vóór"}:
        return "least"
    if found == "most" and any(u.entry.tags & {"time.before", "time.in_advance"} for u in near):
        return "least"
    return found


def _anchor(reading: Reading, quantity: Quantity) -> str:
    """Whether a length of time stands "before" or "after" something: "zes maanden vóór de einddatum"."""
    if quantity.sort != "span":
        return ""
    after = reading.units[quantity.place + 1 : quantity.place + 2]
    if not after:
        return ""
    if after[0].low in {
        "voor",
        "vóór",
        "before",
        "prior",
        "voordat",
        "voorafgaand",
        "prior_to",
        "in_advance",
        "ahead",
        "beforehand",
    }:
        return "before"
    return "after" if after[0].low in {"na", "nadat", "after", "following"} else ""


def bound_losses(
    source: Reading, plain: Reading, pairs: list[tuple[Quantity, Quantity]], denied: tuple[Denials, Denials]
) -> list[Loss]:
    """Quantities that bind from the other side in the plain text."""
    losses = []
    for one, other in pairs:
        left, right = bound(source, one, denied[0]), bound(plain, other, denied[1])
        if (left in _DOWN and right in _UP) or (left in _UP and right in _DOWN):
            losses.append(Loss("number", "bound", Span(one.start, one.end), Span(other.start, other.end)))
        elif {_anchor(source, one), _anchor(plain, other)} == {"before", "after"}:
            losses.append(Loss("condition", "anchor", Span(one.start, one.end), Span(other.start, other.end)))
        elif "lapse" in (left, right) and {left, right} & {"most"}:
            losses.append(Loss("condition", "lapse", Span(one.start, one.end), Span(other.start, other.end)))
        elif {_until(source, one), _until(plain, other)} == {"tot", "tot_en_met"}:
            losses.append(Loss("date", "until", Span(one.start, one.end), Span(other.start, other.end)))
    return losses or _loose_losses(source, plain, denied)


def _until(reading: Reading, quantity: Quantity) -> str:
    """ "tot" or "tot en met" before a Dutch date: the last day belongs to it or not."""
    if quantity.sort != "date" or reading.language != "nl":
        return ""
    lows = "_".join(u.low for u in reading.units[max(0, quantity.place - 3) : quantity.place])
    return "tot_en_met" if lows.endswith(("tot_en_met", "t/m")) else "tot" if lows.endswith("tot") else ""


def _loose_losses(source: Reading, plain: Reading, denied: tuple[Denials, Denials]) -> list[Loss]:
    """At most that became at least where no figure follows: "by no more than the change in the index"."""
    mine, theirs = _loose(source, denied[0]), _loose(plain, denied[1])
    for one, other in ((_DOWN, _UP), (_UP, _DOWN)):
        a, b = [i for i, t in mine if t in one], [i for i, t in theirs if t in other]
        if a and b and not any(t in other for _, t in mine) and not any(t in one for _, t in theirs):
            left, right = source.units[a[0]], plain.units[b[0]]
            return [Loss("number", "bound", Span(left.start, left.end), Span(right.start, right.end))]
    return []


def _loose(reading: Reading, denied: Denials) -> list[tuple[int, str]]:
    """The bounds that stand by no figure."""
    units = reading.units
    return [
        (i, tag)
        for i, unit in enumerate(units)
        if "_" in unit.low
        and (tag := _tag(reading, i, denied)) in {"most", "least"}
        and not any(u.time is not None for u in units[max(0, i - 1) : i + 5])
    ]
