"""Sets of moments as sorted stretches that do not touch: joined, cut, laid on each other, in linear time."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from klaar.ledger.levels.model import NONE, Stretch

Stretches = Sequence[Stretch]


def merged(stretches: Iterable[tuple[datetime, datetime]]) -> tuple[Stretch, ...]:
    """Any stretches, sorted and joined where they overlap or touch; empty ones are gone."""
    found: list[Stretch] = []
    for start, end in sorted(stretches):
        if end <= start:
            continue
        if found and start <= found[-1].end:
            found[-1] = Stretch(found[-1].start, max(found[-1].end, end))
        else:
            found.append(Stretch(start, end))
    return tuple(found)


def clipped(stretches: Stretches, start: datetime, end: datetime) -> tuple[Stretch, ...]:
    """What lies between `start` and `end`."""
    if end <= start:
        return ()
    first = bisect_right(stretches, start, key=lambda each: each.end)
    last = bisect_left(stretches, end, key=lambda each: each.start)
    return tuple(Stretch(max(a, start), min(b, end)) for a, b in stretches[first:last])


def common(one: Stretches, other: Stretches) -> tuple[Stretch, ...]:
    """What lies in both."""
    return tuple(_common(one, other))


def _common(one: Stretches, other: Stretches) -> Iterator[Stretch]:
    i = j = 0
    while i < len(one) and j < len(other):
        start, end = max(one[i].start, other[j].start), min(one[i].end, other[j].end)
        if start < end:
            yield Stretch(start, end)
        if one[i].end < other[j].end:
            i += 1
        else:
            j += 1


def without(one: Stretches, other: Stretches) -> tuple[Stretch, ...]:
    """What lies in `one` and not in `other`."""
    return tuple(_without(one, other))


def _without(one: Stretches, other: Stretches) -> Iterator[Stretch]:
    j = 0
    for each in one:
        start, end = each
        while j < len(other) and other[j].end <= start:
            j += 1
        k = j
        while k < len(other) and other[k].start < end:
            if start < other[k].start:
                yield Stretch(start, other[k].start)
            start = max(start, other[k].end)
            k += 1
        if start < end:
            yield Stretch(start, end)


def length(stretches: Iterable[Stretch]) -> timedelta:
    """How long they are together."""
    return sum((end - start for start, end in stretches), NONE)
