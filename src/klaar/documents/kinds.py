"""Pieces become blocks: what each is, by its marker, its looks and its neighbours."""

from collections.abc import Iterator, Sequence

from klaar.documents.captions import is_caption
from klaar.documents.headings import Headings
from klaar.documents.levels import ListLevels
from klaar.documents.listed import Listed
from klaar.documents.markers import Marker
from klaar.documents.model import Block, BlockKind
from klaar.documents.pieces import Piece
from klaar.documents.words import DocumentWords

_SOON = 60


def blocks_of(
    text: str, pieces: Sequence[Piece], words: DocumentWords, *, near: float = 1.5, plain: bool = False
) -> tuple[Block, ...]:
    """The blocks of `text`, one a piece; pieces whose role is "" get their kind from their neighbours.

    `near` is how far two indentations may differ and still be the same (columns or points); `plain` is
    whether the format has no sign for headings.
    """
    return tuple(_Reader(text, pieces, words, near, plain=plain).blocks())


class _Reader:
    def __init__(
        self, text: str, pieces: Sequence[Piece], words: DocumentWords, near: float, *, plain: bool
    ) -> None:
        self.text, self.pieces, self.words = text, pieces, words
        self.levels = ListLevels(near)
        self.headings = Headings(text, pieces, words, near, plain=plain)
        self.listed = Listed(text, near)

    def blocks(self) -> Iterator[Block]:
        for index, piece in enumerate(self.pieces):
            kind, marked = self._kind(index, piece)
            if kind == "item" and not marked:
                self.listed.last = piece
            marker = piece.marker if marked else None
            yield piece.block(kind, self._level(kind, piece, marker), marked=marked)

    def _kind(self, index: int, piece: Piece) -> tuple[BlockKind, bool]:
        """What a piece is, and whether its marker is one."""
        if piece.role:
            return piece.role, True
        if piece.marker is None or (piece.marker.initial and not self._has_next(index, piece.marker)):
            return self._unmarked(index, piece), False
        if self.headings.is_numbered(index, piece):
            return "heading", True
        if piece.marker.kind == "bare":
            return "paragraph", self.headings.in_sequence(index)
        return ("paragraph" if piece.marker.kind in {"deep", "label"} else "item"), True

    def _unmarked(self, index: int, piece: Piece) -> BlockKind:
        if is_caption(self.text, self.pieces, index, self.words):
            return "caption"
        if self.headings.is_plain(index, piece):
            return "heading"
        before = self.pieces[index - 1] if index else None
        return "item" if before is not None and self.listed.is_item(piece, before) else "paragraph"

    def _has_next(self, index: int, marker: Marker) -> bool:
        """Whether "A." is followed by "B." soon, or follows one: else it is somebody's initial."""
        near = self.pieces[max(0, index - _SOON) : index + _SOON]
        return any(
            one.marker is not None and (one.marker.follows(marker) or marker.follows(one.marker))
            for one in near
        )

    def _level(self, kind: BlockKind, piece: Piece, marker: Marker | None) -> int:
        if kind == "item":
            return self.levels.level(piece)
        if kind == "heading":
            self.levels.close()
            return self.headings.level(piece, marker)
        if kind == "paragraph":
            return self._paragraph_level(piece, marker)
        return piece.level

    def _paragraph_level(self, piece: Piece, marker: Marker | None) -> int:
        if marker is not None:
            self.levels.close()
            return marker.depth
        inside = self.levels.inside(piece)
        if not inside:
            self.levels.interrupt()
        return piece.level or inside
