"""A page's segments become lines and tables in reading order."""

from collections.abc import Sequence, Set
from typing import NamedTuple

from klaar.documents.markers import marker_at
from klaar.documents.pdf.aligned import aligned_tables
from klaar.documents.pdf.columns import Region, regions_of
from klaar.documents.pdf.grids import PdfTable, ruled_tables
from klaar.documents.pdf.lattice import Lattice
from klaar.documents.pdf.rows import Row
from klaar.documents.pdf.segment import Segment
from klaar.documents.words import DocumentWords


class PdfLine(NamedTuple):
    """A line of running text: its segments, its words, and the edges of the region it stands in.

    `body` is where the words begin after a marker that stands apart, else `left`; `listed` whether it is a
    line of a table of contents.
    """

    segments: tuple[Segment, ...]
    text: str
    left: float
    body: float
    right: float
    edges: tuple[float, float]
    listed: bool = False

    @property
    def is_strong(self) -> bool:
        """Whether it is bold from beginning to end."""
        return all(one.strong and one.ends_strong for one in self.segments)

    @property
    def base(self) -> float:
        """The height of its baseline, in points from the top."""
        return self.segments[0].base

    @property
    def page(self) -> int:
        """The page it stands on."""
        return self.segments[0].page


Part = PdfLine | PdfTable
"""What a page consists of, from top to bottom."""


def page_layout(
    segments: Sequence[Segment],
    found: Sequence[Lattice],
    words: DocumentWords,
    listed: Set[Segment],
    margin: float = 0.0,
) -> list[Part]:
    """The lines and tables of a page in reading order.

    `listed` begin the lines of a table of contents; `margin` is how far to the right lines of text run in
    this document, where a page has one column.
    """
    tables, rest = ruled_tables(segments, found)
    parts: list[Part] = []
    regions = regions_of(rest)
    if len(regions) == 1:
        regions = [regions[0]._replace(right=max(regions[0].right, margin))]
    for region in regions:
        parts.extend(_region_parts(region, words, listed))
    for table in tables:
        parts.insert(_place(parts, table), table)
    return parts


def _place(parts: Sequence[Part], table: PdfTable) -> int:
    """Before the first part that stands below the table and beside none of it."""
    for index, part in enumerate(parts):
        if isinstance(part, PdfTable):
            if part.top > table.top:
                return index
        elif part.base > table.top and part.left < table.right and part.right > table.left:
            return index
    return len(parts)


def _region_parts(region: Region, words: DocumentWords, contents: Set[Segment]) -> list[Part]:
    rows = [_with_markers(row, words) for row in region.rows]
    edges = region.left, region.right
    listed = {place for place, row in enumerate(region.rows) if row.segments[0] in contents}
    parts: list[Part] = []
    index = 0
    for found in aligned_tables(rows, listed):
        parts.extend(_line(region.rows[at], edges, at in listed) for at in range(index, found.first))
        parts.append(found.table)
        index = found.last
    parts.extend(_line(region.rows[at], edges, at in listed) for at in range(index, len(rows)))
    return parts


def _with_markers(row: Row, words: DocumentWords) -> Row:
    """A row whose first segment is no more than a marker, as one with that and the next segment together."""
    if len(row.segments) < 2 or not is_marker(row.segments[0], words):
        return row
    one, two, *rest = row.segments
    whole = one._replace(
        text=f"{one.text} {two.text}",
        right=two.right,
        top=min(one.top, two.top),
        bottom=max(one.bottom, two.bottom),
    )
    return Row((whole, *rest))


def is_marker(segment: Segment, words: DocumentWords) -> bool:
    """Whether a segment holds only a number with a point, a letter with a bracket, a bullet or a label."""
    said = segment.text
    if len(said) > 24:
        return False
    marker = marker_at(said, 0, len(said), words)
    return marker is not None and marker.body == len(said) and marker.kind != "bare"


def _line(row: Row, edges: tuple[float, float], listed: bool) -> PdfLine:
    first = row.segments[0]
    body = row.segments[1].left if len(row.segments) > 1 and len(first.text) <= 24 else first.left
    return PdfLine(row.segments, row.text, first.left, body, row.right, edges, listed)
