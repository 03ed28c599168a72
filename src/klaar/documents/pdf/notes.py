"""Footnotes: small lines at the foot of a page that begin with their number."""

import re
from collections.abc import Sequence

from klaar.documents.pdf.layout import Part, PdfLine

_NUMBERED = re.compile(r"(?:\[?\d{1,3}\]?\)?|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|[*†‡]{1,3})\s*\S")
_SMALL = 0.9
_FEW = 6
_MOST = 25


def parted_notes(parts: Sequence[Part], size: float) -> tuple[list[Part], list[list[PdfLine]]]:
    """A page's parts without its footnotes, and the lines of each footnote; `size` is that of the body."""
    first = len(parts)
    while first and _is_small(parts[first - 1], size):
        first -= 1
    starts = [place for place in range(first, len(parts)) if _NUMBERED.match(_text(parts[place]))]
    if not starts or starts[0] > first or not _stands_apart(parts, first):
        return list(parts), []
    ends = [*starts[1:], len(parts)]
    notes = [
        [part for part in parts[low:high] if isinstance(part, PdfLine)]
        for low, high in zip(starts, ends, strict=True)
    ]
    return list(parts[: starts[0]]), notes


def _stands_apart(parts: Sequence[Part], first: int) -> bool:
    """Whether the small lines are the lesser part of the page, and no title stands above them."""
    small = len(parts) - first
    if not first or small > _MOST or (small > _FEW and 2 * small > len(parts)):
        return False
    above = parts[first - 1]
    return not (isinstance(above, PdfLine) and above.is_strong)


def _is_small(part: Part, size: float) -> bool:
    return isinstance(part, PdfLine) and max(one.size for one in part.segments) < _SMALL * size


def _text(part: Part) -> str:
    return part.text if isinstance(part, PdfLine) else ""
