"""The names of OpenDocument, and what stands in their attributes."""

from klaar.documents.xml import Element

_BASE = "{urn:oasis:names:tc:opendocument:xmlns:"
TEXT = _BASE + "text:1.0}"
STYLE = _BASE + "style:1.0}"
TABLE = _BASE + "table:1.0}"
DRAW = _BASE + "drawing:1.0}"
OFFICE = _BASE + "office:1.0}"
FO = _BASE + "xsl-fo-compatible:1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def count(element: Element, name: str, usual: int, most: int) -> int:
    """A count written in an attribute, no more than `most`: a file may ask for a billion empty cells."""
    said = element.get(name)
    return min(int(said), most) if said is not None and said.isdecimal() and len(said) < 12 else usual


def points(said: str | None) -> float:
    """A length such as "1.27cm" or "0.5in" in points, 0 for none."""
    if not said:
        return 0.0
    for unit, factor in (("cm", 28.3465), ("mm", 2.83465), ("in", 72.0), ("pt", 1.0), ("pc", 12.0)):
        if said.endswith(unit):
            try:
                return float(said.removesuffix(unit)) * factor
            except ValueError:
                return 0.0
    return 0.0
