"""Automatic numbers: what stands in `numbering.xml`."""

from typing import Any, NamedTuple

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from examples.build.blocks import Listing, ListKind
from examples.build.counting import Scheme
from examples.build.word.fields import element

CLAUSE = Cm(1.3)
"""How far the words of a clause stand from the margin."""
STEP = Cm(0.7)
"""How far the words of a list stand from what it hangs below."""
_FORMATS: dict[ListKind, tuple[str, str, str]] = {
    "number": ("decimal", "lowerLetter", "lowerRoman"),
    "letter": ("lowerLetter", "lowerRoman", "decimal"),
    "roman": ("lowerRoman", "lowerLetter", "decimal"),
    "capital": ("upperLetter", "decimal", "lowerLetter"),
    "bullet": ("bullet", "bullet", "bullet"),
}


class _Level(NamedTuple):
    """One level of a pattern: how it counts, what is written, how far it hangs, and in which style."""

    how: str
    text: str
    left: int
    hanging: int
    style: str = ""


class Numbers:
    """The lists of one document. A list that begins anew is a new number that restarts an old pattern."""

    def __init__(self, document: Document) -> None:
        self.root: Any = document.part.numbering_part.element
        for child in list(self.root):
            self.root.remove(child)
        self.patterns: dict[tuple[ListKind, str, bool], int] = {}
        self.abstracts = 0
        self.numbers = 0

    def articles(self, scheme: Scheme, style: str = "") -> int:
        """A numbering of articles and their clauses; a paragraph of `style` is a clause by itself."""
        levels = [_Level("decimal", scheme.levels[0], 0, 0)]
        for place, text in enumerate(scheme.levels[1:]):
            levels.append(_Level("decimal", text, CLAUSE.twips, CLAUSE.twips, "" if place else style))
        return self._number(self._abstract(levels))

    def listing(self, listing: Listing, *, margin: bool) -> int:
        """A list of its own; `margin` when it hangs from the margin and not from a clause."""
        key = (listing.kind, listing.form, margin)
        if key not in self.patterns:
            shift = 0 if margin else CLAUSE.twips
            levels = [
                _Level(how, _text(listing, level), shift + STEP.twips * level, STEP.twips)
                for level, how in enumerate(_FORMATS[listing.kind], 1)
            ]
            self.patterns[key] = self._abstract(levels)
        return self._number(self.patterns[key], listing.start)

    def _abstract(self, levels: list[_Level]) -> int:
        inner = "".join(_xml(place, level) for place, level in enumerate(levels))
        made = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{self.abstracts}">'
            f'<w:multiLevelType w:val="multilevel"/>{inner}</w:abstractNum>'
        )
        self.root.insert(self.abstracts, made)
        self.abstracts += 1
        return self.abstracts - 1

    def _number(self, abstract: int, start: int | None = None) -> int:
        self.numbers += 1
        number = element("w:num", numId=str(self.numbers))
        number.append(element("w:abstractNumId", val=str(abstract)))
        if start is not None:
            override = element("w:lvlOverride", ilvl="0")
            override.append(element("w:startOverride", val=str(start)))
            number.append(override)
        self.root.append(number)
        return self.numbers


def give(properties: Any, number: int, level: int) -> None:
    """Gives a paragraph or a style, by its properties, a place in the numbering `number`."""
    numbering = properties.get_or_add_numPr()
    numbering.append(element("w:ilvl", val=str(level)))
    numbering.append(element("w:numId", val=str(number)))


def _text(listing: Listing, level: int) -> str:
    return "–" if listing.kind == "bullet" else listing.form.replace("%", f"%{level}")


def _xml(place: int, level: _Level) -> str:
    between = "tab" if level.hanging else "space"
    linked = f'<w:pStyle w:val="{level.style}"/>' if level.style else ""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{level.how}"/>{linked}'
        f'<w:suff w:val="{between}"/><w:lvlText w:val="{level.text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{level.left}" w:hanging="{level.hanging}"/></w:pPr></w:lvl>'
    )
