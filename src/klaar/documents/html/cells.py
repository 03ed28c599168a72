"""The words of a table cell and of form controls on a web page."""

from collections.abc import Callable, Iterator

from klaar.documents.errors import DocumentError
from klaar.documents.html.lists import HtmlList
from klaar.documents.html.names import BLOCKS, DROPPED, name_of
from klaar.documents.xml import Element

IsGone = Callable[[Element, str], bool]
"""Whether an element of that name is not shown."""


def cell_text(cell: Element | None, is_gone: IsGone, deepest: int) -> str:
    """The words of a cell on one line; "" for a place where another cell runs on."""
    if cell is None:
        return ""
    return " ".join("".join(_words(cell, is_gone, deepest)).split())


def _words(element: Element, is_gone: IsGone, deepest: int) -> Iterator[str]:
    """The words in order, a space at every block, numbers before the items of lists."""
    if not deepest:
        raise DocumentError("too_large", "nesting")
    marks = HtmlList(element) if name_of(element) in {"ul", "ol"} else None
    yield element.text or ""
    for part in element.iterchildren():
        name = name_of(part)
        if name and name not in DROPPED and not is_gone(part, name):
            apart = " " if name in BLOCKS or name == "br" else ""
            mark = f"{marks.next(part)} " if marks and name == "li" else ""
            yield f"{apart}{mark}{control(part, name)}"
            yield from _words(part, is_gone, deepest - 1)
            yield apart
        yield part.tail or ""


def control(part: Element, name: str) -> str:
    """What a filled form control shows: its value, a ticked box, the chosen option."""
    if name == "input":
        kind = (part.get("type") or "text").lower()
        if kind in {"checkbox", "radio"}:
            return "☒ " if part.get("checked") is not None else "☐ "
        return (part.get("value") or "") if kind in {"text", "date", "number", "email", "tel", "url"} else ""
    return ""
