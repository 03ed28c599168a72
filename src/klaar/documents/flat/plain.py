"""Plain text becomes pieces: which lines belong together, and what some of them plainly are."""

import re
from collections.abc import Iterator, Sequence

from klaar.documents.contents import contents_lines
from klaar.documents.flat.grids import Grid, grids, is_rule
from klaar.documents.lines import TextLine, text_lines
from klaar.documents.markers import Marker, Recent, marker_at
from klaar.documents.pieces import Piece, Role
from klaar.documents.running import running_lines
from klaar.documents.titles import ends_sentence
from klaar.documents.words import DocumentWords

_JOINED = 130
_FULL = 60
_HASHES = re.compile(r"(#{1,6})[^\S\n]+")
_OPENING = (":", ";", ".", "?", "!")


def plain_pieces(text: str, words: DocumentWords) -> tuple[list[Piece], list[Grid], list[TextLine]]:
    """The pieces of a plain text in order, its tables, and the lines that the tables count in."""
    lines = text_lines(text)
    tables = list(grids(text, lines, words))
    return _Grouping(text, lines, tables, words).pieces(), tables, lines


def wrap_width(lines: Sequence[TextLine]) -> int:
    """The column at which the lines of a text were broken; 0 where each paragraph is one line."""
    total = sum(line.end - line.start for line in lines)
    long = sum(line.end - line.start for line in lines if line.width > _JOINED)
    if not total or long * 6 > total:
        return 0
    widths = sorted(line.width for line in lines if line.width >= _FULL) or sorted(
        line.width for line in lines
    )
    return widths[int(0.97 * (len(widths) - 1))]


def fed_numbers(text: str, lines: Sequence[TextLine]) -> Iterator[int]:
    """The indices of page numbers without a word, which stand beside a form feed."""
    if "\f" not in text:
        return
    for index, line in enumerate(lines):
        if line.end - line.start < 5 and text[line.start : line.end].isdigit():
            low = lines[index - 1].end if index else 0
            high = lines[index + 1].start if index + 1 < len(lines) else len(text)
            if text.find("\f", low, high) >= 0:
                yield index


class _Grouping:
    def __init__(
        self, text: str, lines: Sequence[TextLine], tables: Sequence[Grid], words: DocumentWords
    ) -> None:
        self.text, self.lines, self.words = text, lines, words
        self.roles: dict[int, Role] = {row: "row" for grid in tables for row in range(grid.first, grid.last)}
        self.width = wrap_width([line for at, line in enumerate(lines) if at not in self.roles])
        self.markers = [marker_at(text, line.start, line.end, words) for line in lines]
        said = [text[line.start : line.end] for line in lines]
        for index in running_lines(said, words):
            self.roles.setdefault(index, "furniture")
        for index in fed_numbers(text, lines):
            self.roles.setdefault(index, "furniture")
        for index in contents_lines(said, lambda at: self.markers[at] is not None, words):
            self.roles.setdefault(index, "toc")
        self.recent = Recent()
        self.held: list[Piece] = []

    def pieces(self) -> list[Piece]:
        for index, line in enumerate(self.lines):
            role = self.roles.get(index) or self._plain_role(index, line)
            if role:
                self._alone(index, line, role)
            elif self._joins(index, line):
                before = self.held[-1]
                self.held[-1] = before._replace(end=line.end, lines=before.lines + 1)
            else:
                self._begin(index, line)
        return self.held

    def _alone(self, index: int, line: TextLine, role: Role) -> None:
        if role == "quote" and self._quote_goes_on(line):
            self.held[-1] = self.held[-1]._replace(end=line.end)
            return
        body, level, marker = -1, 0, self.markers[index] if role in {"heading", "toc"} else None
        hashes = _HASHES.match(self.text, line.start, line.end) if role == "heading" else None
        if hashes:
            body, level = hashes.end(), len(hashes[1])
            marker = marker_at(self.text, body, line.end, self.words)
        elif role == "heading":
            level = 1 if self.text[self.lines[index + 1].start] == "=" else 2
        if marker and marker.kind == "bullet":
            marker = None
        if role == "row" and is_rule(self.text[line.start : line.end]):
            role = "furniture"
        self.held.append(Piece(line.start, line.end, role, marker, line.indent, 1, False, level, body))

    def _quote_goes_on(self, line: TextLine) -> bool:
        last = self.held[-1] if self.held else None
        said = self.text[line.start : line.end].strip("> \t")
        return bool(last and last.role == "quote" and not line.blank and said and not last.level)

    def _plain_role(self, index: int, line: TextLine) -> Role:
        first = self.text[line.start]
        if first == ">":
            return "quote"
        if first == "#" and _HASHES.match(self.text, line.start, line.end):
            return "heading"
        if first in "=-_*~+" and is_rule(self.text[line.start : line.end]):
            return "furniture"
        after = self.lines[index + 1] if index + 1 < len(self.lines) else None
        drawn = after and not after.blank and self.text[after.start] in "=-~"
        underlined = drawn and after and is_rule(self.text[after.start : after.end])
        alone = line.blank or not index
        return "heading" if underlined and alone and line.width <= _JOINED else ""

    def _begin(self, index: int, line: TextLine) -> None:
        marker = self.markers[index]
        if marker and not self._believed(marker, line):
            marker = None
        if marker:
            self.recent.add(marker)
        self.held.append(Piece(line.start, line.end, "", marker, line.indent))

    def _believed(self, marker: Marker, line: TextLine) -> bool:
        """An initial ("J. de Vries") or a bare number in front of words is no marker by itself."""
        follows = self.recent.follows(marker)
        if marker.initial:
            return follows or marker.first
        if marker.kind == "bare":
            return follows or line.end - marker.body < 100
        return True

    def _joins(self, index: int, line: TextLine) -> bool:
        """Whether this line goes on with the paragraph of the line before it."""
        if not self.held or not index:
            return False
        last, before = self.held[-1], self.lines[index - 1]
        if last.role or last.end != before.end:
            return False
        marker = self.markers[index]
        if line.blank:
            return self._heals(last, line, marker)
        if not self.width:
            return False
        if marker and self._starts(marker, before):
            return False
        return not self._broken_off(before, line)

    def _heals(self, last: Piece, line: TextLine, marker: Marker | None) -> bool:
        """A paragraph cut in two by an empty line: it stops in mid-sentence and goes on in lower case."""
        said = self.text[last.start : last.end]
        if line.blank > 1 or len(said) < _FULL or ends_sentence(said) or said.endswith((",", '"', "”")):
            return False
        if said.rsplit(None, 1)[-1].lower() in self.words.cited:
            return marker is None or marker.kind in {"deep", "number", "bare"}
        return marker is None and self.text[line.start].islower()

    def _starts(self, marker: Marker, before: TextLine) -> bool:
        if marker.kind == "bullet" and marker.text not in "–—o-":
            return True
        if self.text[before.start : before.end].rsplit(None, 1)[-1].lower() in self.words.cited:
            return False
        if marker.kind != "bare" and self.recent.follows(marker):
            return True
        ended = self.text[before.end - 1] in _OPENING
        if marker.kind == "bullet":
            return ended or self._same_bullet(marker) or marker.text == "-"
        return ended and (marker.first or marker.kind in {"deep", "label", "number"})

    def _same_bullet(self, marker: Marker) -> bool:
        return self.held[-1].marker is not None and marker.follows(self.held[-1].marker)

    def _broken_off(self, before: TextLine, line: TextLine) -> bool:
        """The first word of this line would have fitted on the line before: someone pressed Enter."""
        first = self.text[line.start : line.end].split(None, 1)[0]
        room = self.width - before.width - 1 - len(first)
        if room <= 0.12 * self.width:
            return self._indented_anew(before, line)
        ended = self.text[before.end - 1] in _OPENING
        return ended or not first[0].islower()

    def _indented_anew(self, before: TextLine, line: TextLine) -> bool:
        """A first line set in, below a line that ended its sentence."""
        inset = line.indent - before.indent
        ended = self.text[before.end - 1] in _OPENING
        return bool(ended and 2 <= inset <= 8 and self.held[-1].marker is None and self.held[-1].lines > 1)
