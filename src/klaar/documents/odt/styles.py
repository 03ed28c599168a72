"""The styles of an OpenDocument text, as far as they tell what a paragraph is."""

from collections.abc import Iterable
from typing import NamedTuple

from klaar.documents.odt.names import FO, STYLE, TEXT, points
from klaar.documents.xml import Element

_LONGEST_CHAIN = 30


class OdtStyle(NamedTuple):
    """A paragraph or text style with what it inherits: whether bold or hidden, its size in points (0: usual).

    `kind` is the name of the style that it stems from ("Contents_20_1"), `list_style` the list that headings
    and paragraphs of this style belong to.
    """

    kind: str = ""
    bold: bool = False
    hidden: bool = False
    size: float = 0.0
    indent: float = 0.0
    list_style: str = ""


class OdtStyles:
    """Looks up styles by name, and list styles by name."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._elements: dict[str, Element] = {}
        self._found: dict[str, OdtStyle] = {}
        self.lists: dict[str, Element] = {}
        self.outline: Element | None = None
        for root in roots:
            for element in root.iter(STYLE + "style", TEXT + "list-style", TEXT + "outline-style"):
                name = element.get(STYLE + "name") or ""
                if element.tag == STYLE + "style":
                    self._elements[name] = element
                elif element.tag == TEXT + "list-style":
                    self.lists[name] = element
                else:
                    self.outline = element

    def __getitem__(self, name: str | None) -> OdtStyle:
        if not name:
            return OdtStyle()
        if name not in self._found:
            self._found[name] = self._resolve(name)
        return self._found[name]

    def _resolve(self, name: str) -> OdtStyle:
        chain: list[str] = []
        while name in self._elements and name not in chain and len(chain) < _LONGEST_CHAIN:
            chain.append(name)
            name = self._elements[name].get(STYLE + "parent-style-name") or ""
        style = OdtStyle()
        for ancestor in reversed(chain):
            style = _with(style, self._elements[ancestor], ancestor)
        return style


def _with(style: OdtStyle, element: Element, name: str) -> OdtStyle:
    words = element.find(STYLE + "text-properties")
    paragraph = element.find(STYLE + "paragraph-properties")
    weight = words.get(FO + "font-weight") if words is not None else None
    shown = words.get(TEXT + "display") if words is not None else None
    size = points(words.get(FO + "font-size")) if words is not None else 0.0
    indent = paragraph.get(FO + "margin-left") if paragraph is not None else None
    automatic = name[:1] == "P" and name[1:].isdigit()
    return OdtStyle(
        style.kind if automatic and style.kind else name,
        style.bold if weight is None else weight in {"bold", "600", "700", "800", "900"},
        style.hidden if shown is None else shown == "none",
        size or style.size,
        style.indent if indent is None else points(indent),
        element.get(STYLE + "list-style-name") or style.list_style,
    )
