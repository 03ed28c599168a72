"""A piece: a paragraph on its way to become a block, before its neighbours have said what it is."""

from typing import Literal, NamedTuple

from klaar.documents.markers import Marker
from klaar.documents.model import Block, BlockKind

Role = Literal[
    "", "heading", "item", "paragraph", "row", "quote", "code", "caption", "note", "toc", "furniture"
]


class Piece(NamedTuple):
    """`text[start:end]` with its marker; `role` is "" where only the neighbours can tell.

    `indent` is in columns or points, whichever the format has; `lines` how many lines it was written on;
    `strong` whether all of it is bold or larger than the text around it; `level` as in `Block`;
    `body` where the words begin when there is no marker but something else before them ("## ").
    """

    start: int
    end: int
    role: Role = ""
    marker: Marker | None = None
    indent: float = 0
    lines: int = 1
    strong: bool = False
    level: int = 0
    body: int = -1

    def block(self, kind: BlockKind, level: int, *, marked: bool = True) -> Block:
        """This piece as a block of `kind`; `marked` is false when its marker turned out to be plain words."""
        marker = self.marker if marked else None
        if marker is not None:
            return Block(kind, self.start, self.end, level, marker.text, min(marker.body, self.end))
        return Block(kind, self.start, self.end, level, "", max(self.body, self.start))
