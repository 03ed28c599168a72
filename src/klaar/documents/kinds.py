"""Pieces become blocks: what each is, by its marker, its looks and its neighbours."""

from collections.abc import Iterator, Sequence

from klaar.documents.levels import ListLevels
from klaar.documents.markers import Marker
from klaar.documents.model import Block, BlockKind
from klaar.documents.pieces import Piece
from klaar.documents.titles import ends_sentence, is_capitals, is_title
from klaar.documents.words import DocumentWords

_SHORT_TITLE = 8
_PROSE = 80
_SOON = 60
_POINTS = 3.0


def blocks_of(
    text: str, pieces: Sequence[Piece], words: DocumentWords, *, near: float = 1.5
) -> tuple[Block, ...]:
    """The blocks of `text`, one a piece; pieces whose role is "" get their kind from their neighbours.

    `near` is how far two indentations may differ and still be the same (columns or points).
    """
    return tuple(_Reader(text, pieces, words, near).blocks())


class _Reader:
    def __init__(self, text: str, pieces: Sequence[Piece], words: DocumentWords, near: float) -> None:
        self.text, self.pieces, self.words = text, pieces, words
        self.near = near
        self.levels = ListLevels(near)
        self.depth = 0
        self.listed: Piece | None = None

    def blocks(self) -> Iterator[Block]:
        for index, piece in enumerate(self.pieces):
            kind, marked = self._kind(index, piece)
            if kind == "item" and not marked:
                self.listed = piece
            yield piece.block(kind, self._level(kind, piece, marked=marked), marked=marked)

    def _level(self, kind: BlockKind, piece: Piece, *, marked: bool) -> int:
        marker = piece.marker if marked else None
        if kind == "item":
            level = self.levels.level(piece)
            return piece.level or level
        if kind == "heading":
            self.levels.close()
            return self._heading_level(piece, marker)
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

    def _heading_level(self, piece: Piece, marker: Marker | None) -> int:
        """What the format says; else by the number; else one below the last heading of the format."""
        if piece.level:
            self.depth = piece.level
            return piece.level
        if marker is not None:
            return marker.depth
        first = self.pieces[0] is piece or self._body(piece).isupper()
        return self.depth + 1 if self.depth else 1 if first else 2

    def _kind(self, index: int, piece: Piece) -> tuple[BlockKind, bool]:
        if piece.role:
            return piece.role, True
        if piece.marker is None or (piece.marker.initial and not self._has_next(index, piece.marker)):
            return self._unmarked(index, piece), False
        if self._is_numbered_heading(index, piece):
            return "heading", True
        if piece.marker.kind == "bare":
            return "paragraph", self._in_sequence(index)
        return ("paragraph" if piece.marker.kind in {"deep", "label"} else "item"), True

    def _unmarked(self, index: int, piece: Piece) -> BlockKind:
        if self._is_heading(index, piece):
            return "heading"
        return "item" if self._is_listed(index, piece) else "paragraph"

    def _has_next(self, index: int, marker: Marker) -> bool:
        """Whether "A." is followed by "B." soon, or follows one: else it is somebody's initial."""
        near = self.pieces[max(0, index - _SOON) : index + _SOON]
        return any(
            one.marker is not None and (one.marker.follows(marker) or marker.follows(one.marker))
            for one in near
        )

    def _is_listed(self, index: int, piece: Piece) -> bool:
        """Below "The supplier shall:", or beside such an item: a list whose bullets are drawn, or lost."""
        before = self.pieces[index - 1] if index else None
        if before is None or before.role:
            return False
        if self._asks_more(before) and self._answers(piece, before):
            return True
        if self.near < _POINTS:
            return False
        inset = piece.indent - before.indent
        if before is self.listed and abs(inset) <= self.near:
            return True
        return self._opens_list(before) and inset > self.near

    def _asks_more(self, before: Piece) -> bool:
        """Whether a colon, or the comma or semicolon of an item, says that an item follows."""
        end = self.text[max(before.start, before.end - 9) : before.end]
        return end[-1] == ":" or (before is self.listed and ("," in end or ";" in end))

    def _answers(self, piece: Piece, before: Piece) -> bool:
        """Whether this is such an item: in lower case, or closed as one, or the last after "; and"."""
        if self.text[piece.start].islower():
            return True
        end = self.text[max(piece.start, piece.end - 9) : piece.end]
        return ";" in end or (before is self.listed and ";" in self.text[before.end - 9 : before.end])

    def _opens_list(self, piece: Piece) -> bool:
        return self.text[piece.end - 1] == ":"

    def _body(self, piece: Piece) -> str:
        start = piece.marker.body if piece.marker else max(piece.body, piece.start)
        return self.text[start : piece.end]

    def _is_numbered_heading(self, index: int, piece: Piece) -> bool:
        marker, body = piece.marker, self._body(piece)
        if marker is None or marker.kind == "bullet" or len(body) > 160:
            return False
        if marker.kind == "label":
            return not body or is_title(body, self.words) or (piece.strong and piece.lines <= 3)
        if not body or not (is_title(body, self.words) or (piece.strong and not body.endswith((";", ",")))):
            return False
        if marker.kind == "letter" and not (piece.strong or marker.text[0].isupper() or is_capitals(body)):
            return False
        return piece.strong or is_capitals(body) or not self._in_run(index)

    def _in_run(self, index: int) -> bool:
        """A short numbered line right beside the next or the last of its own list is an item of it."""
        return any(self._siblings(low, low + 1) for low in (index - 1, index))

    def _siblings(self, low: int, high: int) -> bool:
        if low < 0 or high >= len(self.pieces):
            return False
        if abs(self.pieces[low].indent - self.pieces[high].indent) > self.near:
            return False
        one, two = self.pieces[low].marker, self.pieces[high].marker
        return one is not None and two is not None and one.kind == two.kind and two.follows(one)

    def _in_sequence(self, index: int) -> bool:
        """Whether a number without a point is counted on from, or on to, within a few pieces."""
        here = self.pieces[index].marker
        near = [p.marker for p in self.pieces[max(0, index - 12) : index + 13] if p.marker]
        return here is not None and any(
            other.kind == "bare" and (here.follows(other) or other.follows(here)) for other in near
        )

    def _is_heading(self, index: int, piece: Piece) -> bool:
        body = self._body(piece)
        if is_capitals(body) and piece.lines <= 2 and not body.endswith((".", ",", ";")):
            return True
        if piece.strong and is_title(body, self.words):
            return True
        return self._could_be_title(piece) and (index == 0 or (self._opens(index) and self._after_end(index)))

    def _could_be_title(self, piece: Piece) -> bool:
        body = self._body(piece)
        if piece.lines > 1 or not is_title(body, self.words) or len(body.split()) > _SHORT_TITLE:
            return False
        return ": " not in body and not any(sign in body for sign in "@|[{0123456789_<☒☐\n")

    def _opens(self, index: int, titles: int = 2) -> bool:
        """Whether real text follows, after at most two more titles: a title stands above something."""
        if index + 1 >= len(self.pieces):
            return False
        after = self.pieces[index + 1]
        if titles and not after.role and after.marker is None and self._could_be_title(after):
            return self._opens(index + 1, titles - 1)
        if after.role in {"item", "row"} or (
            after.marker is not None and after.marker.first and not after.marker.initial
        ):
            return True
        return after.end - after.start > _PROSE and after.role not in {"furniture", "toc", "code"}

    def _after_end(self, index: int) -> bool:
        if index == 0:
            return True
        before = self.pieces[index - 1]
        if before.marker is None and self._could_be_title(before):
            return True
        return before.role in {"heading", "row", "furniture", "toc"} or ends_sentence(
            self.text[before.start : before.end]
        )
