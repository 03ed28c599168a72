"""The letters of one page of a PDF, and the boxes around stretches of them."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from klaar.documents.pdf.characters import clean
from klaar.documents.pdf.frame import Frame
from klaar.documents.pdf.glyphs import Glyphs

_HYPHENS = frozenset("-\u00ad\u2010\ufffe\x02")
"""Left out on both sides: a page has hyphens at line ends that the text has not."""


class Box(NamedTuple):
    """A rectangle on page `page` (from 1), in points from the PDF's own origin, bottom left."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


class PageLetters:
    """The letters of a loaded page, without white space and hyphens, ligatures written out."""

    def __init__(self, page: Any, frame: Frame, number: int) -> None:
        self._number, self._glyphs = number, Glyphs(page, frame)
        said: list[str] = []
        self._places: list[int] = []
        for place, sign in enumerate(self._glyphs.text):
            for letter in _plain(sign):
                said.append(letter)
                self._places.append(place)
        self._said = "".join(said)

    def close(self) -> None:
        """Gives pdfium its memory back; before the page is closed."""
        self._glyphs.close()

    def find(self, whole: str, before: str, wanted: str) -> Iterator[tuple[Box, Box]]:
        """Where `whole` stands: its box, and the box of `wanted`, which comes after `before` in it."""
        line, skipped, size = _squeezed(whole), len(_squeezed(before)), len(_squeezed(wanted))
        at = self._said.find(line) if line and size else -1
        while at >= 0:
            yield self._box(at, at + len(line)), self._box(at + skipped, at + skipped + size)
            at = self._said.find(line, at + 1)

    def _box(self, start: int, end: int) -> Box:
        run = self._glyphs.run(self._places[start], self._places[end - 1] + 1)
        return Box(self._number, run.left, run.bottom, run.right, run.top)


def _plain(sign: str) -> str:
    return sign if sign.isascii() and sign.isalnum() else _squeezed(clean(sign))


def _squeezed(said: str) -> str:
    return "".join(sign for sign in said if not sign.isspace() and sign not in _HYPHENS)
