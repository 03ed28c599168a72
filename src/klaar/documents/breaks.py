"""Line breaks inside a paragraph: a list that was typed with Shift-Enter is still a list."""

from klaar.documents.markers import Marker, marker_at
from klaar.documents.titles import ends_sentence
from klaar.documents.words import DocumentWords


def parted(said: str, words: DocumentWords) -> list[str]:
    """The paragraphs in `said`: apart at empty lines, and where a line begins with the next number.

    "Supplier shall:\\na) deliver;\\nb) repair." is three; an address on three lines is one.
    """
    if "\n" not in said:
        return [said]
    groups: list[list[str]] = [[]]
    last: Marker | None = None
    for line in said.split("\n"):
        if not line.strip():
            groups.append([])
            continue
        marker = marker_at(line, 0, len(line), words)
        if marker and groups[-1] and _begins(marker, last, groups[-1][-1]):
            groups.append([])
        if not groups[-1]:
            last = marker or last
        groups[-1].append(line)
    return ["\n".join(group) for group in groups if group]


def _begins(marker: Marker, last: Marker | None, before: str) -> bool:
    if marker.kind in {"bare"} or (marker.initial and not marker.first):
        return False
    if last is not None and marker.follows(last):
        return True
    return marker.kind == "bullet" or (
        ends_sentence(before) and (marker.first or marker.kind in {"deep", "label"})
    )


def tidy(said: str) -> str:
    """Words with single spaces; line breaks kept, two of them at most."""
    if "\n" not in said:
        return " ".join(said.split())
    lines = [" ".join(line.split()) for line in said.split("\n")]
    kept = [line for place, line in enumerate(lines) if line or (place and lines[place - 1])]
    return "\n".join(kept).strip("\n")
