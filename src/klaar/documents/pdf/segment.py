"""A segment: a run of characters on one line of a PDF's page, without wide gaps in it."""

from typing import NamedTuple


class Segment(NamedTuple):
    """`text` in one line; its box in points from the left and top of the page as it is shown.

    `base` is the height of its baseline, `size` the height of its letters with ascent and descent, `strong`
    whether it begins and `ends_strong` whether it ends in bold; `upright` is false for text that is turned.
    `kind` is "field" for a form's value, "note" for a comment. `first:last` are its characters in pdfium's
    text of the page, -1 where they stand elsewhere. A word cut by the line end keeps its hyphen.
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
    upright: bool = True
    kind: str = ""
    first: int = -1
    last: int = -1

    @property
    def width(self) -> float:
        """Points from left to right."""
        return self.right - self.left


class Rule(NamedTuple):
    """A ruling line, or the edge of a filled box, in points; level when `top == bottom`."""

    left: float
    top: float
    right: float
    bottom: float


class PageParts(NamedTuple):
    """What stands on one page: its segments in the file's order, rules once asked for, and its size.

    `images` is the share of the page that pictures cover, from 0 to 1; -1 where it was not asked for.
    """

    number: int
    width: float
    height: float
    segments: tuple[Segment, ...]
    rules: tuple[Rule, ...] = ()
    images: float = -1.0
