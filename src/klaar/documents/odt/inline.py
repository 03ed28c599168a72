"""The words of an OpenDocument paragraph."""

from collections.abc import Iterator
from typing import NamedTuple

from klaar.documents.odt.names import DRAW, OFFICE, STYLE, TEXT, count
from klaar.documents.odt.styles import OdtStyles
from klaar.documents.xml import Element, local

_MOST_SPACES = 200
_DROPPED = frozenset(
    {"tracked-changes", "hidden-text", "change", "change-start", "change-end", "bookmark", "annotation-end",
     "ruby-text", "sequence-decls", "variable-decls", "desc", "title"}
)  # fmt: skip
_SIGNS = {"tab": "\t", "line-break": "\n"}


class OdtSaid(NamedTuple):
    """A stretch of words and whether it is bold."""

    text: str
    bold: bool


class OdtSeen:
    """What is put aside on the way: notes, comments and text boxes; and what was hidden or a picture."""

    def __init__(self) -> None:
        self.notes: list[Element] = []
        self.comments: list[Element] = []
        self.boxes: list[Element] = []
        self.hidden = self.pictures = 0


def stretches(element: Element, styles: OdtStyles, seen: OdtSeen, *, bold: bool = False) -> Iterator[OdtSaid]:
    """The stretches of text in a paragraph, in order."""
    if element.text:
        yield OdtSaid(element.text.replace("\n", " "), bold)
    for part in element.iterchildren():
        yield from _part(part, styles, seen, bold=bold)
        if part.tail:
            yield OdtSaid(part.tail.replace("\n", " "), bold)


def _part(part: Element, styles: OdtStyles, seen: OdtSeen, *, bold: bool) -> Iterator[OdtSaid]:
    name = local(part)
    if name == "s":
        yield OdtSaid(" " * count(part, TEXT + "c", 1, _MOST_SPACES), bold)
    elif name in _SIGNS:
        yield OdtSaid(_SIGNS[name], bold)
    elif name == "note":
        seen.notes.append(part)
    elif part.tag == OFFICE + "annotation":
        seen.comments.append(part)
    elif part.tag == DRAW + "frame":
        boxes = list(part.iterchildren(DRAW + "text-box"))
        seen.boxes.extend(boxes)
        seen.pictures += not boxes
    elif name == "span":
        style = styles[part.get(TEXT + "style-name")]
        if style.hidden:
            seen.hidden += 1
        else:
            heavy = bold if not style.kind else style.bold or bold
            yield from stretches(part, styles, seen, bold=heavy)
    elif name not in _DROPPED and part.tag != STYLE + "style":
        yield from stretches(part, styles, seen, bold=bold)
