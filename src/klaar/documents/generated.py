"""Markers that a format keeps apart from the words and that we write before them."""

from klaar.documents.markers import Marker, marker_at
from klaar.documents.words import DocumentWords, document_words


def generated(text: str, start: int, *, bullet: bool = False, words: DocumentWords | None = None) -> Marker:
    """The marker for a number or a bullet `text` that stands at `start`, a space after it.

    "Article 3 -" and "11.2" are read as they would be in a text; what cannot be is a label as it stands.
    """
    body = start + len(text) + 1
    if bullet:
        return Marker(text, body, "bullet", text, sure=True)
    found = marker_at(f"{text} X", 0, len(text) + 2, words or document_words())
    if found is not None and found.body == len(text) + 1 and found.kind != "bullet":
        return found._replace(text=text, body=body, sure=True)
    return Marker(text, body, "label", text, sure=True)
