"""Marks of emphasis around words in Markdown: they stay in the text, and are looked past."""

from klaar.documents.markers import Marker, marker_at
from klaar.documents.words import DocumentWords


def is_strong(text: str, start: int, end: int) -> bool:
    """Whether all of `text[start:end]` is bold: "**Factor 1: approach**" is, "**From:** A. Brown" is not."""
    sign = text[start : start + 2]
    if sign not in {"**", "__"} or not text.endswith(sign, start + 3, end):
        return False
    return text.find(sign, start + 2, end - 2) < 0


def marker_within(text: str, start: int, end: int, words: DocumentWords) -> tuple[Marker | None, int]:
    """The marker of a line and where its words begin, also in "**1.1** Text", "**Artikel 5**", "- > text"."""
    inner = start
    while inner < end and text[inner] in "*_" and not text[inner : inner + 2].isspace():
        inner += 1
    if inner > start and text[inner : inner + 1].isspace():
        inner = start
    marker = marker_at(text, inner, end, words)
    if marker is None and inner > start:
        marker = _enclosed(text, inner, end, words)
    if marker is None:
        return None, start
    body = marker.body
    while text.startswith(">", body) and body < end:
        body += 1
        while body < end and text[body].isspace():
            body += 1
    return marker._replace(body=body), body


def _enclosed(text: str, start: int, end: int, words: DocumentWords) -> Marker | None:
    """The marker that is itself emphasised: "**1.1** Text", "**Artikel 5** Text"."""
    closed = min((place for sign in "*_" if (place := text.find(sign, start, end)) >= 0), default=-1)
    if closed < 0 or closed - start > 30:
        return None
    marker = marker_at(text[start:closed], 0, closed - start, words)
    if marker is None or marker.body != closed - start:
        return None
    body = closed
    while body < end and (text[body] in "*_" or text[body].isspace()):
        body += 1
    return marker._replace(body=body)
