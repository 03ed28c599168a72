"""A segment: a run of characters on one line of a PDF's page, without wide gaps in it."""

from typing import NamedTuple


class Segment(NamedTuple):
    """`text` in one line; its box in points from the left and top of the page as it is shown.

    `base` is the height of its baseline, `size` the height of its letters with ascent and descent, `strong`
    whether it begins and `ends_strong` whether it ends in bold; `turn` is 1 for text that runs up the page,
    3 for text that runs down it, else 0. `kind` is "field" for a form's value, "note" for a comment, "ocr"
    for recognised words. `first:last` are its characters in pdfium's text of the page, -1 where they stand
    elsewhere. A word cut by the line end keeps its hyphen.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    page: int
    strong: bool = False
    ends_strong: bool = False
    turn: int = 0
    kind: str = ""
    first: int = -1
    last: int = -1

    @property
    def upright(self) -> bool:
        """Whether it reads from left to right."""
        return not self.turn

    @property
    def width(self) -> float:
        """Points from left to right."""
        return self.right - self.left

    def is_on(self, width: float, height: float) -> bool:
        """Whether any of it can be seen on a page of this size."""
        return self.right > 0 and self.left < width and self.bottom > 0 and self.top < height


class Rule(NamedTuple):
    """A ruling line, or the edge of a filled box, in points; level when `top == bottom`."""

    left: float
    top: float
    right: float
    bottom: float


class PageParts(NamedTuple):
    """What stands on one page: its segments in the file's order, rules once asked for, and its size.

    `turned` is 1 or 3 when nearly all its text is turned and the segments are placed as if its reader had
    turned the paper along; then `width` and `height` are still those of the page as it is shown.
    """

    number: int
    width: float
    height: float
    segments: tuple[Segment, ...]
    turned: int = 0
