"""Items of lists whose marks are drawn, lost, or were never there."""

from klaar.documents.pieces import Piece

_TAIL = 9
_POINTS = 3.0


class Listed:
    """Follows such lists; `last` is the last piece that was found to be an item without a mark."""

    def __init__(self, text: str, near: float) -> None:
        self._text, self._near = text, near
        self.last: Piece | None = None

    def is_item(self, piece: Piece, before: Piece) -> bool:
        """Whether `piece` comes below "The supplier shall:", or beside another such item."""
        if before.role:
            return False
        if self._asks_more(before) and self._answers(piece, before):
            return True
        if self._near < _POINTS:
            return False
        inset = piece.indent - before.indent
        if before is self.last and abs(inset) <= self._near:
            return True
        return self._text[before.end - 1] == ":" and inset > self._near

    def _asks_more(self, before: Piece) -> bool:
        """Whether a colon, or the comma or semicolon of an item, says that an item follows."""
        end = self._tail(before)
        return end[-1] == ":" or (before is self.last and ("," in end or ";" in end))

    def _answers(self, piece: Piece, before: Piece) -> bool:
        """Whether this is such an item: in lower case, or closed as one, or the last after "; and"."""
        if self._text[piece.start].islower() or ";" in self._tail(piece):
            return True
        return before is self.last and ";" in self._tail(before)

    def _tail(self, piece: Piece) -> str:
        return self._text[max(piece.start, piece.end - _TAIL) : piece.end]
