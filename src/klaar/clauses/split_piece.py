"""A piece: a run of text with its number or bullet taken off."""

from typing import Literal, NamedTuple

from klaar.clauses.numbering import Label

PieceKind = Literal["heading", "paragraph", "item", "row", "skip"]


class Piece(NamedTuple):
    """`text[body:end]` is what it says, `text[start:body]` the number, bullet or pipe before it.

    `label` is None where there is a bullet or nothing; `level` the block's own; `toc` is true for a line of
    a table of contents; `table` the index of its table or -1; `typed` is true for a number that the format
    did not tell apart from the words.
    """

    kind: PieceKind
    start: int
    body: int
    end: int
    label: Label | None = None
    bullet: bool = False
    level: int = 0
    toc: bool = False
    table: int = -1
    typed: bool = False
