"""What narrows a clause: only, only if, excluding tax."""

from klaar.plain.check.model import Loss
from klaar.plain.check.polarity import Denials, sort_of
from klaar.plain.check.small import small_words
from klaar.plain.check.units import Reading
from klaar.text.span import Span

_PAIRED = small_words("pairing")


def only_losses(source: Reading, plain: Reading, denied: tuple[Denials, Denials]) -> list[Loss]:
    """ "Only" that one text has: as a word, or as "not … unless"."""
    left, right = denied
    losses = []
    limited = all("bounds.most" in source.units[i].entry.tags for i in left.only) and any(
        "bounds.most" in unit.entry.tags for unit in plain.units
    )
    if left.only and not right.only and not _double(plain, right) and not right.turned and not limited:
        losses.append(Loss("condition", "only_lost", _span(source, left.only[0])))
    if right.only and not left.only and not _double(source, left) and not _narrow(source, left):
        losses.append(Loss("condition", "only_added", None, _span(plain, right.only[0])))
    return losses


def _double(reading: Reading, denied: Denials) -> bool:
    """ "not … unless", "not … without", "niet … dan nadat"."""
    if denied.excepting:
        return True
    units = reading.units
    return (
        any(
            units[k].low in _PAIRED
            and any(h < k and units[h].sentence == units[k].sentence for h in denied.hard)
            for k in range(len(units))
        )
        or len(denied.hard) + len(denied.soft) >= 2
    )


def _narrow(reading: Reading, denied: Denials) -> bool:
    """Whether the text narrows by other words: a condition, a limit."""
    return bool(denied.turned) or any(
        unit.entry.tags & {"condition.if", "condition.unless", "bounds.most", "only.words"}
        or "valid" in unit.entry.keys
        for unit in reading.units
    )


def tax_losses(source: Reading, plain: Reading) -> list[Loss]:
    """A price with its tax that was one without, or the other way round."""
    one, other = _tax(source), _tax(plain)
    if one and other and one[1] != other[1]:
        return [Loss("amount", "tax", _span(source, one[0]), _span(plain, other[0]))]
    return []


_WITHOUT = small_words("without_tax")
_WITH = small_words("with_tax")


def _tax(reading: Reading) -> tuple[int, bool] | None:
    """Where the tax is named, and whether the price is without it."""
    units = reading.units
    for i, unit in enumerate(units):
        if "!vat" not in unit.entry.core and "!vat" not in unit.entry.keys:
            continue
        near = [
            (abs(k - i), k)
            for k in range(max(0, i - 9), min(len(units), i + 14))
            if units[k].sentence == unit.sentence
        ]
        for distance, k in sorted(near):
            low = units[k].low
            if low in _WITHOUT and (low != "bij" or distance < 5):
                return i, True
            if low in _WITH and (low != "in" or k > i):
                return i, any(
                    sort_of(units[m]) == "hard"
                    for m in range(max(0, i - 6), min(len(units), i + 6))
                    if units[m].sentence == unit.sentence
                )
        return None
    return None


def _span(reading: Reading, i: int) -> Span:
    return Span(reading.units[i].start, reading.units[i].end)
