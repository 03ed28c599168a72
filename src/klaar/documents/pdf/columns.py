"""Text set in columns: where a page must be read down one column before the next."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from klaar.documents.pdf.rows import Row, rows_of
from klaar.documents.pdf.segment import Segment

_FEWEST = 5
_FULL = 0.62
_WORDS = 3
_CLEAR = 0.6
_BIN = 2.0


class Region(NamedTuple):
    """A part of a page that is read from top to bottom: its rows, and its edges in points."""

    rows: tuple[Row, ...]
    left: float
    right: float


def regions_of(segments: Sequence[Segment]) -> list[Region]:
    """The regions of a page in reading order: all of it, or the columns between what runs across them."""
    if not segments:
        return []
    gutters = _gutters(segments)
    if not gutters:
        return [_region(segments)]
    regions: list[Region] = []
    band: list[Segment] = []
    for row in rows_of(segments):
        across = [one for one in row.segments if any(one.left < gutter < one.right for gutter in gutters)]
        if across:
            regions.extend(_columns(band, gutters))
            band = []
            regions.append(_region(row.segments))
        else:
            band.extend(row.segments)
    regions.extend(_columns(band, gutters))
    return _stacked(regions)


def _columns(band: Sequence[Segment], gutters: Sequence[float]) -> list[Region]:
    columns: list[list[Segment]] = [[] for _ in range(len(gutters) + 1)]
    for one in band:
        columns[sum(gutter < (one.left + one.right) / 2 for gutter in gutters)].append(one)
    return [_region(column) for column in columns if column]


def _region(segments: Sequence[Segment]) -> Region:
    left, right = min(one.left for one in segments), max(one.right for one in segments)
    return Region(tuple(rows_of(segments)), left, right)


def _stacked(regions: list[Region]) -> list[Region]:
    """Rows across the columns that follow each other are one region again."""
    kept: list[Region] = []
    for region in regions:
        if kept and len(region.rows) == 1 and len(kept[-1].rows) >= 1 and _both_wide(kept[-1], region):
            last = kept.pop()
            rows = (*last.rows, *region.rows)
            kept.append(Region(rows, min(last.left, region.left), max(last.right, region.right)))
        else:
            kept.append(region)
    return kept


def _both_wide(one: Region, two: Region) -> bool:
    return abs(one.left - two.left) < 40 and one.right - one.left > 0.7 * (two.right - two.left)


def _gutters(segments: Sequence[Segment]) -> list[float]:
    """The middles of the strips between columns of running text; none where a page has one column."""
    left, right = min(one.left for one in segments), max(one.right for one in segments)
    if len(segments) < 2 * _FEWEST or right - left < 200:
        return []
    strips = _clear_strips(segments, left, right)
    edges = [left, *strips, right]
    columns = [
        [one for one in segments if low <= one.left and one.right <= high] for low, high in pairwise(edges)
    ]
    for column, (low, high) in zip(columns, pairwise(edges), strict=True):
        if not _is_running(column, low, high):
            return []
    return [] if _are_rows(columns) else strips


def _are_rows(columns: Sequence[Sequence[Segment]]) -> bool:
    """Whether the space between lines is wide at the same heights in all columns: the rows of a table."""
    breaks = []
    for column in columns:
        bases = sorted(one.base for one in column)
        steps = [two - one for one, two in pairwise(bases)]
        usual = median(steps)
        breaks.append([two for two, step in zip(bases[1:], steps, strict=True) if step > 1.25 * usual])
    fewest = min(breaks, key=len)
    others = [column for column in breaks if column is not fewest]
    agreed = sum(all(any(abs(y - z) < 3 for z in other) for other in others) for y in fewest)
    return len(fewest) > 0 and agreed >= 0.6 * max(map(len, breaks))


def _clear_strips(segments: Sequence[Segment], left: float, right: float) -> list[float]:
    """Middles of upright strips that few segments run through, a fifth of the page or more from its sides."""
    bins = int((right - left) / _BIN) + 1
    steps = [0] * (bins + 1)
    for one in segments:
        steps[min(bins, int((one.left - left) / _BIN))] += 1
        steps[min(bins, int((one.right - left) / _BIN) + 1)] -= 1
    allowed = len(segments) * 0.06
    size = median(one.size for one in segments)
    strips, run, depth = [], 0, 0
    for place in range(bins):
        depth += steps[place]
        if depth <= allowed:
            run += 1
            continue
        middle = left + (place - run / 2) * _BIN
        if run * _BIN >= _CLEAR * size and 0.2 < (middle - left) / (right - left) < 0.8:
            strips.append(middle)
        run = 0
    return strips


def _is_running(lines: Sequence[Segment], low: float, high: float) -> bool:
    """Whether a column holds running text: enough lines, of several words, that mostly fill it."""
    if len(lines) < _FEWEST:
        return False
    width = max(one.right for one in lines) - min(one.left for one in lines)
    full = sum(one.width > 0.8 * width for one in lines)
    words = median(one.text.count(" ") + 1 for one in lines)
    return words > _WORDS and full >= 0.4 * len(lines) and width > _FULL * (high - low)
