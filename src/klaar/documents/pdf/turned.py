"""Pages whose text is turned a quarter: read as if the reader had turned the paper along."""

from collections.abc import Sequence

from klaar.documents.pdf.segment import Segment

_Box = tuple[float, float, float, float]


def page_turn(segments: Sequence[Segment]) -> int:
    """1 or 3 when most of a page's segments are turned that way, else 0."""
    for turn in (1, 3):
        if 2 * sum(one.turn == turn for one in segments) > len(segments):
            return turn
    return 0


def turned_along(one: Segment, turn: int, width: float, height: float) -> Segment:
    """A segment as it stands when a page of this width and height is turned so that it reads across."""
    left, top, right, bottom = one.left, one.top, one.right, one.bottom
    if turn == 1:
        box = height - bottom, left, height - top, right
    else:
        box = top, width - right, bottom, width - left
    still = 0 if one.turn == turn else one.turn or 1
    return one._replace(left=box[0], top=box[1], right=box[2], bottom=box[3], base=box[3], turn=still)


def turned_back(box: _Box, turn: int, width: float, height: float) -> _Box:
    """A box on a turned page as (left, top, right, bottom) on the page as it is shown."""
    left, top, right, bottom = box
    if turn == 1:
        return top, height - right, bottom, height - left
    if turn == 3:
        return width - bottom, left, width - top, right
    return box
