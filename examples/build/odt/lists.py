"""Numbered and bulleted lists in OpenDocument."""

from collections.abc import Callable

from examples.build.blocks import Listing, Runs
from odfdo import Element, List, ListItem


class Chains:
    """Lists that are written in pieces and counted as one: each piece names the piece before it."""

    def __init__(self) -> None:
        self.last: dict[str, str] = {}
        self.made = 0

    def link(self, style: str, level: int, body: Element) -> List:
        """`body` as the next item of the list `style`, at `level` from 0."""
        made = _around(body)
        for _ in range(level):
            made = _around(made)
        made.set_attribute("text:style-name", style)
        self.made += 1
        made.set_attribute("xml:id", f"list{self.made}")
        if style in self.last:
            made.set_attribute("text:continue-list", self.last[style])
        self.last[style] = f"list{self.made}"
        return made


def _around(body: Element) -> List:
    made, item = List(), ListItem()
    item.append(body)
    made.append(item)
    return made


def whole(listing: Listing, style: str, words: Callable[[Runs], Element]) -> List:
    """A list with the lists inside it; `words` makes the paragraph of an item."""
    made = List(style=style) if style else List()
    for place, item in enumerate(listing.items):
        written = ListItem()
        if place == 0 and listing.start != 1:
            written.set_attribute("text:start-value", str(listing.start))
        written.append(words(item.runs))
        for inner in item.inner:
            written.append(whole(inner, "", words))
        made.append(written)
    return made
