"""The words of a Word paragraph, as they read with all changes accepted."""

from collections.abc import Iterator
from typing import NamedTuple

from klaar.documents.numerals import raised
from klaar.documents.word.names import W, child, number, switch, value
from klaar.documents.xml import Element, local

_DROPPED = frozenset(
    {
        "del",
        "moveFrom",
        "pPr",
        "rPr",
        "instrText",
        "delText",
        "delInstrText",
        "sdtPr",
        "rt",
        "tblPr",
        "annotationRef",
    }
)
_BOXES = frozenset({"drawing", "pict", "object"})
_SIGNS = {"tab": "\t", "noBreakHyphen": "-", "cr": "\n"}
_CHECKED = frozenset("\uf0fe\uf0fd\uf053\uf054")
_UNCHECKED = frozenset("\uf0a8\uf06f\uf071")
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"


class Said(NamedTuple):
    """A stretch of a paragraph: its words, whether they are bold, and the size they are set in (0: usual)."""

    text: str
    bold: bool | None
    size: float


class Seen:
    """What was met on the way and is told as gaps: changes, hidden and struck-out words, pictures."""

    def __init__(self) -> None:
        self.inserted = self.deleted = self.hidden = self.struck = self.pictures = self.foreign = 0
        self.notes: list[tuple[str, str]] = []
        self.boxes: list[Element] = []


def runs(element: Element, seen: Seen) -> Iterator[Said]:
    """The stretches of text in a paragraph, links, fields and content controls included.

    Text boxes met on the way are put aside in `seen.boxes`, notes in `seen.notes`.
    """
    for part in element.iterchildren():
        name = local(part)
        if name == "r":
            yield from _run(part, seen)
        elif name in _DROPPED:
            seen.deleted += name in {"del", "moveFrom"}
        elif name == "AlternateContent":
            yield from _chosen(part, seen)
        elif part.tag == _MATH:
            yield Said(part.text or "", None, 0)
        else:
            seen.inserted += name in {"ins", "moveTo"}
            yield from runs(part, seen)


def _run(run: Element, seen: Seen) -> Iterator[Said]:
    properties = child(run, "rPr")
    if properties is not None:
        if switch(properties, "vanish"):
            seen.hidden += 1
            return
        if switch(properties, "strike") or switch(properties, "dstrike"):
            seen.struck += 1
    bold = switch(properties, "b")
    half = number(value(properties, "sz"))
    said = "".join(_signs(run, seen))
    if value(properties, "vertAlign") == "superscript":
        said = raised(said)
    if said:
        yield Said(said, bold, half / 2 if half else 0)


def _signs(run: Element, seen: Seen) -> Iterator[str]:
    for part in run.iterchildren():
        name = local(part)
        if name == "t":
            yield (part.text or "").replace("\n", " ")
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name == "br":
            yield "\n" if part.get(W + "type") in {None, "textWrapping"} else " "
        elif name in {"footnoteReference", "endnoteReference", "commentReference"}:
            seen.notes.append((name.removesuffix("Reference"), part.get(W + "id") or ""))
        elif name == "sym":
            yield _symbol(part)
        elif name == "fldChar":
            yield _field(part)
        elif name in _BOXES or name == "AlternateContent":
            _put_aside(part, seen)
        elif name == "ruby":
            yield from (one.text for one in runs(part, seen))


def _symbol(part: Element) -> str:
    code = part.get(W + "char") or ""
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    if sign in _CHECKED:
        return "☒"
    if sign in _UNCHECKED:
        return "☐"
    return "•" if "\uf000" <= sign <= "\uf0ff" else sign


def _field(part: Element) -> str:
    """What an old form field shows: a ticked box, or the chosen line of a list."""
    box = child(part, "ffData", "checkBox")
    if box is not None:
        ticked = switch(box, "checked")
        return "☒" if (switch(box, "default") if ticked is None else ticked) else "☐"
    choice = child(part, "ffData", "ddList")
    if choice is not None:
        entries = [entry.get(W + "val") or "" for entry in choice.iterchildren(W + "listEntry")]
        place = number(value(choice, "result")) or 0
        return entries[place] if 0 <= place < len(entries) else ""
    return ""


def _chosen(part: Element, seen: Seen) -> Iterator[Said]:
    """Of content in two versions the first; the second says the same for older programs."""
    for choice in part.iterchildren():
        yield from runs(choice, seen)
        return


def _put_aside(part: Element, seen: Seen) -> None:
    """The text boxes in a drawing, each once though it is written for new and for old programs."""
    if local(part) == "AlternateContent":
        part = next(part.iterchildren(), part)
    boxes = [box for box in part.iter(W + "txbxContent") if not _inside_box(box)]
    seen.boxes.extend(boxes)
    seen.pictures += not boxes


def _inside_box(box: Element) -> bool:
    above = box.getparent()
    while above is not None:
        if above.tag == W + "txbxContent":
            return True
        if local(above) == "Fallback":
            return True
        above = above.getparent()
    return False
