"""Numbers and marks that the format did not tell apart from the words."""

import re

from klaar.clauses.numbering import Label, read_label
from klaar.clauses.numbering_words import label_families

_LEAD = re.compile(r"[\s>|#]*")
_TYPED = re.compile(
    r"(\(?(?:[a-zA-Z]|[ivxIVX]{1,5}|\d{1,2})\\?(?:\.\)|[.)])|\d{1,2}[°º][.)]?|\d{1,2}(?:\.\d{1,2})+\\?[.)]?)[^\S\n]+(?=\S)"
)
_WORDED = re.compile(r"([^\W\d_]{3,}\.?)\s+(\d{1,3}(?:\.\d{1,3})*|[A-Z]|[IVXLC]+)(?!\w)[\s.:–—-]*")
_GLUED = re.compile(r"(\d{1,3}(?:\.\d{1,3})+)(?=[^\W\d_]{3})")
_EMPHASIS = ("**", "__", "*", "_")


def typed_label(text: str, start: int, end: int, *, heading: bool) -> tuple[Label | None, int]:
    """A number at `start` and where the words after it begin; (None, start) where there is none.

    "a.) deliver the data", "2.11.1deliver", "B. Supplier", and, of a `heading`, "Schedule 1 – Fees".
    """
    found = _worded(text, start, end) if heading else None
    return found or _typed(text, start, end) or (None, start)


def _worded(text: str, start: int, end: int) -> tuple[Label, int] | None:
    found = _WORDED.match(text, start, end)
    if (
        found is None
        or found[1].lower() not in label_families()
        or text[found.end() : found.end() + 1].islower()
    ):
        return None
    label = read_label(f"{found[1]} {found[2]}")
    return (label, found.end()) if label else None


def _typed(text: str, start: int, end: int) -> tuple[Label, int] | None:
    head = text[start : start + 8]
    if "." not in head and ")" not in head and "°" not in head and "º" not in head:
        return None
    found = _TYPED.match(text, start, end) or _GLUED.match(text, start, end)
    label = read_label(found[1]) if found else None
    return (label, found.end()) if found and label else None


def unpaired(text: str, start: int, body: int, end: int) -> int:
    """`end` without the mark of emphasis that was opened before the number: "**Artikel 1 – Dienst**"."""
    if text[end - 1] not in "*_":
        return end
    for mark in _EMPHASIS:
        if end - body > len(mark) and text.startswith(mark, start) and text.endswith(mark, body, end):
            return end - len(mark) if mark not in text[body : end - len(mark)] and body > start else end
    return end


def lead_end(text: str, start: int, end: int) -> int:
    """Where the words begin after white space, the mark of a quotation, a heading or a table cell."""
    if start < end and text[start] not in " \n\t>|#\xa0":
        return start
    found = _LEAD.match(text, start, end)
    return found.end() if found else start
