"""Lists whose every item is written "1.": Markdown counts them itself.

CommonMark 0.31, section 5.3: an ordered list begins with the number of its first item; the numbers that the
others are written with are disregarded.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from klaar.documents.markers import Marker
from klaar.documents.pieces import Piece

_NEAR = 1.5


class _List(NamedTuple):
    """An open list: its indentation in columns, and its last item's marker as written and as counted."""

    indent: float
    written: str
    number: int


def counted(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """`pieces` with "1." "1." "1." right below each other marked as "1.", "2.", "3."; their places stay."""
    held: list[_List] = []
    for piece in pieces:
        marker = piece.marker
        numbered = marker if marker and marker.kind == "number" and not piece.role else None
        edge = piece.indent + _NEAR if numbered else piece.indent
        while held and held[-1].indent >= edge:
            held.pop()
        if numbered is None:
            yield piece
            continue
        beside = held.pop() if held and held[-1].indent > piece.indent - _NEAR else None
        again = beside is not None and beside.written == numbered.text
        count = beside.number + 1 if beside and again else numbered.readings[0][1]
        held.append(_List(piece.indent, numbered.text, count))
        yield piece._replace(marker=_as(numbered, count)) if again else piece


def _as(marker: Marker, count: int) -> Marker:
    """ "1." as the third of its list: "3."."""
    number = str(marker.readings[0][1])
    return marker._replace(
        text=marker.text.replace(number, str(count), 1), readings=((marker.readings[0][0], count),)
    )
