"""The styles of a Word document, as far as they tell what a paragraph is."""

import re
from typing import NamedTuple

from klaar.documents.word.names import W, child, number, switch, value
from klaar.documents.xml import Element

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_LONGEST_CHAIN = 30


class Style(NamedTuple):
    """What a paragraph style says, its ancestors' words included.

    `outline` is the depth as a heading from 1, 0 for body text; `list_id` and `list_level` its numbering;
    `indent` and `size` are in points, `size` 0 where it is not said.
    """

    name: str = ""
    outline: int = 0
    list_id: int | None = None
    list_level: int | None = None
    indent: float = 0.0
    size: float = 0.0
    bold: bool = False


class Styles:
    """Looks styles up by their id; "" gives the default paragraph style."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._found: dict[str, Style] = {}
        self._default = ""
        self.size = 0.0
        if root is None:
            return
        for element in root.iterchildren(W + "style"):
            name = element.get(W + "styleId") or ""
            self._elements[name] = element
            if element.get(W + "type") == "paragraph" and element.get(W + "default") in {"1", "true"}:
                self._default = name
        half = number(value(root, "docDefaults", "rPrDefault", "rPr", "sz"))
        self.size = self[""].size or (half or 20) / 2

    def __getitem__(self, name: str) -> Style:
        key = name if name in self._elements else self._default
        if key not in self._found:
            self._found[key] = self._resolve(key)
        return self._found[key]

    def _resolve(self, name: str) -> Style:
        chain: list[str] = []
        while name in self._elements and name not in chain and len(chain) < _LONGEST_CHAIN:
            chain.append(name)
            name = value(self._elements[name], "basedOn") or ""
        style = Style()
        for ancestor in reversed(chain):
            style = _with(style, self._elements[ancestor])
        return style


def _with(style: Style, element: Element) -> Style:
    """`style` as changed by one more style."""
    name = value(element, "name") or ""
    paragraph, run = child(element, "pPr"), child(element, "rPr")
    bold = switch(run, "b")
    half = number(value(run, "sz"))
    list_id = number(value(paragraph, "numPr", "numId"))
    level = number(value(paragraph, "numPr", "ilvl"))
    indent = left_indent(paragraph)
    return Style(
        name.lower(),
        _outline(name, paragraph, style.outline),
        style.list_id if list_id is None else list_id,
        style.list_level if level is None else level,
        style.indent if indent is None else indent,
        half / 2 if half else style.size,
        style.bold if bold is None else bold,
    )


def _outline(name: str, paragraph: Element | None, inherited: int) -> int:
    told = number(value(paragraph, "outlineLvl"))
    if told is not None:
        return told + 1 if told < 9 else 0
    found = _HEADING.fullmatch(name)
    if found:
        return int(found[1])
    if name.lower() == "title":
        return 1
    return 0 if name.lower().startswith("toc") else inherited


def left_indent(paragraph: Element | None) -> float | None:
    """The left indentation that paragraph properties give, in points; None where they give none."""
    found = child(paragraph, "ind")
    if found is None:
        return None
    twips = number(found.get(W + "left") or found.get(W + "start"))
    return None if twips is None else twips / 20
