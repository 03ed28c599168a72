"""Lines that begin with "a.", "(a)" or "-" become lists within lists."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from examples.build.blocks import Item, Listing, ListKind, Run, Runs

_SIGN = r"\d+|[ivx]+|[a-z]|[A-Z]"
_LINE = re.compile(rf"(?P<indent> *)(?P<marker>-|(?:{_SIGN})[.)]|\((?:{_SIGN})\)) (?P<text>.+)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


class ItemLine(NamedTuple):
    """A line of a list, before it is known which list it belongs to."""

    indent: int
    marker: str
    text: str


def item_line(line: str) -> ItemLine | None:
    """What `line` is as a line of a list; None when it is not one."""
    found = _LINE.fullmatch(line)
    return ItemLine(len(found["indent"]), found["marker"], found["text"]) if found else None


def runs_of(text: str) -> Runs:
    """The words of `text`, those between double asterisks in bold."""
    pieces = _BOLD.split(text)
    return tuple(Run(piece, bold=index % 2 == 1) for index, piece in enumerate(pieces) if piece)


def listings_of(lines: Sequence[ItemLine]) -> tuple[Listing, ...]:
    """The lists in `lines`: a deeper indentation is a list inside the item before it."""
    outer = min((line.indent for line in lines), default=0)
    found: list[Listing] = []
    place = 0
    while place < len(lines):
        end = place + 1
        while end < len(lines) and lines[end].indent > outer:
            end += 1
        inner = listings_of(lines[place + 1 : end])
        _add(found, Item(lines[place].marker, runs_of(lines[place].text), inner))
        place = end
    return tuple(found)


def _add(found: list[Listing], item: Item) -> None:
    if found and follows(found[-1], item.marker):
        found[-1] = found[-1]._replace(items=(*found[-1].items, item))
    else:
        kind = _kind(item.marker)
        found.append(Listing(kind, _form(item.marker), _ordinal(kind, item.marker), (item,)))


def follows(listing: Listing, marker: str) -> bool:
    """Whether `marker` is the one after the last of `listing`: "d." after "c.", but not "(d)"."""
    if listing.form != _form(marker):
        return False
    if listing.kind == "bullet":
        return True
    return listing.start + len(listing.items) == _ordinal(listing.kind, marker)


def _form(marker: str) -> str:
    return marker if marker == "-" else re.sub(r"\w+", "%", marker)


def _kind(marker: str) -> ListKind:
    sign = marker.strip("().")
    if sign == "-":
        return "bullet"
    if sign.isdigit():
        return "number"
    if sign.isupper():
        return "capital"
    return "roman" if sign in _ROMAN[:4] else "letter"


def _ordinal(kind: ListKind, marker: str) -> int:
    """The number that a marker stands for: 3 for "c.", "(iii)", "C." and "3."; 0 for one of another kind."""
    sign = marker.strip("().")
    if kind == "number":
        return int(sign) if sign.isdigit() else 0
    if kind == "roman":
        return _ROMAN.index(sign) + 1 if sign in _ROMAN else 0
    if kind == "bullet" or len(sign) != 1 or sign.isupper() != (kind == "capital"):
        return 0
    return ord(sign.lower()) - ord("a") + 1


def sign(listing: Listing, place: int) -> str:
    """The written marker of the item at `place`: "c." for the third of a lettered list, "–" for a bullet."""
    return "–" if listing.kind == "bullet" else listing.items[place].marker
