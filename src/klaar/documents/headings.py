"""Which pieces are headings where the format does not say so, and how deep they lie."""

from collections.abc import Sequence

from klaar.documents.markers import Marker
from klaar.documents.pieces import Piece
from klaar.documents.titles import ends_sentence, is_capitals, is_title
from klaar.documents.words import DocumentWords

_SHORT_TITLE = 8
_LONGEST = 160
_PROSE = 80
_SHORT_LINE = 60
_WINDOW = 12
_UNTITLED = "@|[{0123456789_<☒☐\n"


class Headings:
    """Judges the pieces of one text; knows the level of the last heading that the format itself gave.

    Once a format has given a heading, a short line without a sign is none, unless the text is `plain`.
    """

    def __init__(
        self, text: str, pieces: Sequence[Piece], words: DocumentWords, near: float, *, plain: bool
    ) -> None:
        self._text, self._pieces, self._words, self._near = text, pieces, words, near
        self._plain = plain
        self._depth = 0

    def level(self, piece: Piece, marker: Marker | None) -> int:
        """What the format says; else by the number; else one below the last heading of the format."""
        if piece.level:
            self._depth = piece.level
            return piece.level
        if marker is not None:
            return marker.depth
        first = self._pieces[0] is piece or self._body(piece).isupper()
        return self._depth + 1 if self._depth else 1 if first else 2

    def is_numbered(self, index: int, piece: Piece) -> bool:
        """Whether a piece with a marker is a heading: "3.1 Onderhoud", but not "3.1 Wij onderhouden het."."""
        marker, body = piece.marker, self._body(piece)
        if marker is None or marker.kind == "bullet" or len(body) > _LONGEST:
            return False
        if marker.kind == "label":
            return not body or is_title(body, self._words) or (piece.strong and piece.lines <= 3)
        if not body or not (is_title(body, self._words) or (piece.strong and not body.endswith((";", ",")))):
            return False
        if marker.kind == "letter" and not (piece.strong or marker.text[0].isupper() or is_capitals(body)):
            return False
        return piece.strong or is_capitals(body) or not self._in_run(index)

    def is_plain(self, index: int, piece: Piece) -> bool:
        """Whether a piece without a marker is a heading: in capitals, bold, or a short line above a text."""
        body = self._body(piece)
        if is_capitals(body) and piece.lines <= 2 and not body.endswith((".", ",", ";")):
            return True
        if piece.strong and is_title(body, self._words):
            return True
        if (self._depth and not self._plain) or not self._could_be_title(piece):
            return False
        return index == 0 or (self._opens(index) and self._after_end(index))

    def in_sequence(self, index: int) -> bool:
        """Whether a number without a point is counted on from, or on to, within a few pieces."""
        here = self._pieces[index].marker
        near = [
            one.marker for one in self._pieces[max(0, index - _WINDOW) : index + _WINDOW + 1] if one.marker
        ]
        return here is not None and any(
            other.kind == "bare" and (here.follows(other) or other.follows(here)) for other in near
        )

    def _body(self, piece: Piece) -> str:
        start = piece.marker.body if piece.marker else max(piece.body, piece.start)
        return self._text[start : piece.end]

    def _in_run(self, index: int) -> bool:
        """A short numbered line right beside the next or the last of its own list is an item of it."""
        return any(self._siblings(low, low + 1) for low in (index - 1, index))

    def _siblings(self, low: int, high: int) -> bool:
        if low < 0 or high >= len(self._pieces):
            return False
        if abs(self._pieces[low].indent - self._pieces[high].indent) > self._near:
            return False
        one, two = self._pieces[low].marker, self._pieces[high].marker
        return one is not None and two is not None and one.kind == two.kind and two.follows(one)

    def _could_be_title(self, piece: Piece) -> bool:
        body = self._body(piece)
        if piece.lines > 1 or not is_title(body, self._words) or len(body.split()) > _SHORT_TITLE:
            return False
        return ": " not in body and ":*" not in body and not any(sign in body for sign in _UNTITLED)

    def _opens(self, index: int, titles: int = 2) -> bool:
        """Whether real text follows, after at most two more titles: a title stands above something."""
        if index + 1 >= len(self._pieces):
            return False
        after = self._pieces[index + 1]
        if titles and not after.role and after.marker is None and self._could_be_title(after):
            return self._opens(index + 1, titles - 1)
        marker = after.marker
        if after.role in {"item", "row"} or (marker is not None and marker.first and not marker.initial):
            return True
        if after.role in {"furniture", "toc", "code"}:
            return False
        return after.end - after.start > _PROSE or ends_sentence(self._text[after.start : after.end])

    def _after_end(self, index: int) -> bool:
        """Whether what stands before has ended, so that something new may begin."""
        if index == 0:
            return True
        before = self._pieces[index - 1]
        labelled = before.marker is not None and before.marker.kind == "label"
        if before.role in {"heading", "row", "furniture", "toc"}:
            return True
        if before.end - before.start < _SHORT_LINE and not labelled:
            return True
        if before.marker is None and self._could_be_title(before):
            return True
        return ends_sentence(self._text[before.start : before.end])
