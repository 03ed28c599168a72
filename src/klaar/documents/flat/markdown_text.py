"""Paragraphs and list items of Markdown: which lines go on, and which begin something new."""

import re
from collections.abc import Sequence

from klaar.documents.flat.emphasis import is_strong, marker_within
from klaar.documents.lines import TextLine
from klaar.documents.markers import Marker, Recent
from klaar.documents.pieces import Piece, Role
from klaar.documents.words import DocumentWords

_KEYED = re.compile(r"\*\*[^*\n]{1,40}:\*\*\s|\*\*[^*\n]{1,40}\*\*:\s")
_OPENING = frozenset(":;.?!,)")


class MarkdownText:
    """Adds lines of running text to `held`, the pieces found up to now."""

    def __init__(self, text: str, lines: Sequence[TextLine], held: list[Piece], words: DocumentWords) -> None:
        self.text, self.lines, self.held, self.words = text, lines, held, words
        self.recent = Recent()

    def add(self, index: int, line: TextLine, start: int, indent: int, *, quoted: bool) -> None:
        """Adds line `index`, whose words begin at `start`, `indent` columns from the left."""
        marker, body = marker_within(self.text, start, line.end, self.words)
        if marker and not self._believed(marker, index, line):
            marker = None
        if marker is None and self._joins(index, line, start, quoted=quoted):
            last = self.held[-1]
            self.held[-1] = last._replace(end=line.end, lines=last.lines + 1, strong=False)
            return
        if marker:
            self.recent.add(marker)
        role: Role = "quote" if quoted and marker is None else ""
        if self.text.startswith("[^", start) and "]:" in self.text[start : line.end]:
            role = "note"
        strong = is_strong(self.text, start, line.end)
        self.held.append(Piece(line.start, line.end, role, marker, indent, 1, strong, 0, body))

    def _joins(self, index: int, line: TextLine, start: int, *, quoted: bool) -> bool:
        last = self.held[-1] if self.held else None
        if last is None or line.blank or last.role not in {"", "quote", "note"}:
            return False
        if quoted and last.role != "quote" and last.marker is None:
            return False
        before = self.lines[index - 1]
        keyed = bool(_KEYED.match(self.text, start, line.end))
        return not keyed and not (before.hard and not self.text[start].islower())

    def _believed(self, marker: Marker, index: int, line: TextLine) -> bool:
        """Whether this is a list's marker, or words that happen to stand at the start of a line."""
        follows = self.recent.follows(marker)
        if marker.initial and not marker.first:
            return follows
        inside = bool(self.held) and not line.blank and self.held[-1].role in {"", "quote", "note"}
        if not inside:
            return marker.kind != "bare" or follows or line.end - marker.body < 100
        return self._interrupts(marker, self.lines[index - 1], follows=follows)

    def _interrupts(self, marker: Marker, before: TextLine, *, follows: bool) -> bool:
        if marker.kind == "bullet" and marker.text not in "–—o":
            return True
        if self.text[before.start : before.end].rsplit(None, 1)[-1].lower() in self.words.cited:
            return False
        here = self.held[-1].marker
        if marker.kind != "bare" and (follows or (here is not None and self._listed(marker, here))):
            return True
        ended = self.text[before.end - 1] in _OPENING or before.hard
        return ended and (marker.first or marker.kind in {"deep", "label"})

    @staticmethod
    def _listed(marker: Marker, here: Marker) -> bool:
        """Whether a number or a first letter below an item begins the next one."""
        return marker.kind == "number" or marker.first or marker.rises(here)
