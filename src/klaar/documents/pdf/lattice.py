"""Ruling lines that cross become a lattice: the columns and rows of a ruled table."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from klaar.documents.pdf.segment import Rule

_SAME = 2.0
_TOUCH = 3.5
_MOST = 600
_BACK = 60


class Stroke(NamedTuple):
    """A line at one place across the axis, from `low` to `high` along it."""

    at: float
    low: float
    high: float


class Lattice(NamedTuple):
    """A ruled table: where its columns and rows are parted, and the strokes that are really drawn."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    uprights: tuple[Stroke, ...]
    levels: tuple[Stroke, ...]

    def parted(self, column: int, row: int) -> bool:
        """Whether a line is drawn between cell `column - 1` and cell `column` of `row`."""
        middle = (self.ys[row] + self.ys[row + 1]) / 2
        return any(
            abs(stroke.at - self.xs[column]) <= _TOUCH and stroke.low <= middle <= stroke.high
            for stroke in self.uprights
        )

    def floored(self, column: int, row: int) -> bool:
        """Whether a line is drawn between `row - 1` and `row` in `column`."""
        middle = (self.xs[column] + self.xs[column + 1]) / 2
        return any(
            abs(stroke.at - self.ys[row]) <= _TOUCH and stroke.low <= middle <= stroke.high
            for stroke in self.levels
        )


def lattices(rules: Sequence[Rule]) -> list[Lattice]:
    """The ruled tables of a page from top to bottom; a single box is none."""
    levels = joined(Stroke(rule.top, rule.left, rule.right) for rule in rules if rule.top == rule.bottom)
    uprights = joined(Stroke(rule.left, rule.top, rule.bottom) for rule in rules if rule.left == rule.right)
    if not uprights or not levels or len(levels) > _MOST or len(uprights) > _MOST:
        return []
    found = [_lattice(*group) for group in _groups(levels, uprights)]
    return sorted((one for one in found if len(one.xs) > 2 and len(one.ys) > 1), key=lambda one: one.ys[0])


def joined(strokes: Iterator[Stroke]) -> list[Stroke]:
    """Strokes on one line that touch, as one."""
    whole: list[Stroke] = []
    for stroke in sorted(strokes):
        place = _touching(whole, stroke)
        if place < 0:
            whole.append(stroke)
        else:
            other = whole[place]
            whole[place] = Stroke(other.at, min(other.low, stroke.low), max(other.high, stroke.high))
    return whole


def _touching(whole: list[Stroke], stroke: Stroke) -> int:
    """The last of the strokes on the same line that `stroke` touches, -1 for none."""
    for place in range(len(whole) - 1, max(-1, len(whole) - _BACK), -1):
        other = whole[place]
        if stroke.at - other.at > _SAME:
            return -1
        if stroke.low <= other.high + _TOUCH and other.low <= stroke.high + _TOUCH:
            return place
    return -1


def _groups(levels: list[Stroke], uprights: list[Stroke]) -> Iterator[tuple[list[Stroke], list[Stroke]]]:
    """Levels and uprights that touch, directly or through others."""
    owner = list(range(len(levels) + len(uprights)))

    def root(index: int) -> int:
        while owner[index] != index:
            owner[index] = owner[owner[index]]
            index = owner[index]
        return index

    for i, level in enumerate(levels):
        for j, upright in enumerate(uprights, len(levels)):
            across = level.low - _TOUCH <= upright.at <= level.high + _TOUCH
            if across and upright.low - _TOUCH <= level.at <= upright.high + _TOUCH:
                owner[root(i)] = root(j)
    groups: dict[int, tuple[list[Stroke], list[Stroke]]] = {}
    for index, stroke in enumerate([*levels, *uprights]):
        groups.setdefault(root(index), ([], []))[index >= len(levels)].append(stroke)
    for group in groups.values():
        if group[0] and group[1]:
            yield group


def _lattice(levels: list[Stroke], uprights: list[Stroke]) -> Lattice:
    """The columns are parted at the uprights and at the ends of the levels; the rows the other way round."""
    xs = _places([stroke.at for stroke in uprights], [end for one in levels for end in one[1:]])
    ys = _places([stroke.at for stroke in levels], [end for one in uprights for end in one[1:]])
    return Lattice(xs, ys, tuple(uprights), tuple(levels))


def _places(drawn: list[float], ends: list[float]) -> tuple[float, ...]:
    places: list[float] = []
    for place in sorted([*drawn, min(ends), max(ends)]):
        if not places or place - places[-1] > _TOUCH:
            places.append(place)
    return tuple(places)
