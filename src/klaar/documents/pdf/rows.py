"""Segments that stand beside each other on a page become rows."""

from collections.abc import Sequence
from typing import NamedTuple

from klaar.documents.pdf.segment import Segment

_SAME = 0.3


class Row(NamedTuple):
    """What stands on one height of the page, from left to right."""

    segments: tuple[Segment, ...]

    @property
    def base(self) -> float:
        """The height of the first segment's baseline, in points from the top."""
        return self.segments[0].base

    @property
    def left(self) -> float:
        """Where it begins, in points from the left."""
        return self.segments[0].left

    @property
    def right(self) -> float:
        """Where it ends, in points from the left."""
        return max(segment.right for segment in self.segments)

    @property
    def size(self) -> float:
        """The size of its largest letters."""
        return max(segment.size for segment in self.segments)

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(segment.text for segment in self.segments)


def rows_of(segments: Sequence[Segment]) -> list[Row]:
    """The rows of a page from top to bottom; segments belong together when their baselines nearly agree."""
    groups: list[list[Segment]] = []
    low = reach = 0.0
    for segment in sorted(segments, key=lambda one: one.base):
        if groups and segment.base - low <= max(reach, _SAME * min(segment.size, 14)):
            groups[-1].append(segment)
            continue
        groups.append([segment])
        low, reach = segment.base, _SAME * min(segment.size, 14)
    return [Row(tuple(sorted(group, key=lambda one: one.left))) for group in groups]
