"""How deep a list item lies, from its marker and its indentation."""

from klaar.documents.pieces import Piece

_NEAR = 1.5


class ListLevels:
    """Follows the lists of one text from top to bottom.

    After "1. Supplier shall:", the items "a) …", "b) …" are one level deeper and "2. …" is back at the first.
    """

    def __init__(self, near: float = _NEAR) -> None:
        self._open: list[Piece] = []
        self._interrupted = False
        self._near = near

    def close(self) -> None:
        """A heading or a numbered clause: whatever list was open has ended."""
        self._open.clear()
        self._interrupted = False

    def interrupt(self) -> None:
        """A paragraph without a marker: the list may go on after it, or a new one may begin."""
        self._interrupted = True

    def inside(self, piece: Piece) -> int:
        """The depth of the open item that an indented paragraph goes on with, 0 where there is none."""
        return sum(piece.indent > other.indent + self._near for other in self._open)

    def level(self, item: Piece) -> int:
        """The depth of `item`, from 1; remembers it for the items to come."""
        if self._interrupted and item.marker and item.marker.first and not self._deeper(item):
            self._open.clear()
        self._interrupted = False
        del self._open[self._place(item) :]
        self._open.append(item)
        return len(self._open)

    def _place(self, item: Piece) -> int:
        goes_on = [place for place, other in enumerate(self._open) if self._continues(item, other)]
        beside = [place for place in goes_on if self._aligned(item, self._open[place])]
        if beside or goes_on:
            return (beside or goes_on)[-1]
        if not self._open or self._deeper(item):
            return len(self._open)
        if item.marker and item.marker.first and item.marker.kind != "bullet":
            return len(self._open)
        return self._beside(item)

    def _continues(self, item: Piece, other: Piece) -> bool:
        if item.marker is None or other.marker is None or not item.marker.follows(other.marker):
            return False
        return item.marker.kind != "bullet" or self._aligned(item, other)

    def _aligned(self, item: Piece, other: Piece) -> bool:
        return abs(item.indent - other.indent) <= self._near

    def _deeper(self, item: Piece) -> bool:
        return bool(self._open) and item.indent > self._open[-1].indent + self._near

    def _beside(self, item: Piece) -> int:
        """A bullet below a number lies in it; else the level with the same indentation, or the outermost."""
        if item.marker is None:
            bare = [place for place, other in enumerate(self._open) if other.marker is None]
            return bare[-1] if bare else len(self._open)
        last = self._open[-1].marker
        bullet = item.marker is not None and item.marker.kind == "bullet"
        for place, other in enumerate(self._open):
            same = self._aligned(item, other)
            if same and (other.marker is not None and other.marker.kind == "bullet") == bullet:
                return place
        if bullet and last is not None and last.kind != "bullet":
            return len(self._open)
        return max(0, len(self._open) - 1)
