"""Lines become paragraphs: what belongs together over line ends and page ends."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from klaar.documents.markers import Marker, Recent, marker_at
from klaar.documents.pdf.grids import PdfTable
from klaar.documents.pdf.layout import Part, PdfLine
from klaar.documents.titles import ends_sentence
from klaar.documents.words import DocumentWords

_ENDS = frozenset(".;:?!")
_LINKED = re.compile(r";\s*[a-z/]{2,6}$")
_USUAL = 1.3
_HANGING = 80.0


class Paragraph(NamedTuple):
    """The lines of one paragraph, heading or list item."""

    lines: tuple[PdfLine, ...]


Passage = Paragraph | PdfTable
"""What a document consists of, from beginning to end."""


def line_pitch(parts: Iterable[Part]) -> dict[int, float]:
    """For each size of letters (rounded) the usual distance between two lines, in points."""
    steps: Counter[tuple[int, float]] = Counter()
    last: PdfLine | None = None
    for part in parts:
        if isinstance(part, PdfTable):
            last = None
            continue
        size = part.segments[0].size
        if last is not None and last.page == part.page and abs(last.segments[0].size - size) < 0.5:
            step = part.base - last.base
            if 0.6 * size < step < 2.2 * size:
                steps[round(size), round(2 * step) / 2] += 1
        last = part
    usual: dict[int, float] = {}
    for (size_key, step), _ in sorted(steps.items(), key=lambda one: (-one[1], one[0])):
        usual.setdefault(size_key, step)
    return usual


def _ended(said: str) -> bool:
    """Whether a line closes a sentence or an item: "… keys;" and "… keys; and" both do."""
    return said[-1] in _ENDS or (";" in said[-9:] and _LINKED.search(said[-9:]) is not None)


class ParagraphMaker:
    """Joins the lines of a document; feed it every page's parts in order."""

    def __init__(self, pitch: dict[int, float], words: DocumentWords) -> None:
        self._pitch, self._words = pitch, words
        self._open: list[PdfLine] = []
        self._recent = Recent()
        self._marked = False

    def feed(self, parts: Sequence[Part]) -> Iterator[Passage]:
        """The passages that are complete after these parts; the last paragraph may go on on the next page."""
        for part in parts:
            if isinstance(part, PdfTable):
                yield from self.close()
                yield part
                continue
            marker = marker_at(part.text, 0, len(part.text), self._words)
            if self._open and not self._goes_on(self._open[-1], part, marker):
                yield from self.close()
            if not self._open:
                self._marked = marker is not None
                if marker:
                    self._recent.add(marker)
            self._open.append(part)

    def close(self) -> Iterator[Paragraph]:
        """The paragraph that was still open."""
        if self._open:
            yield Paragraph(tuple(self._open))
        self._open = []

    def _goes_on(self, before: PdfLine, line: PdfLine, marker: Marker | None) -> bool:
        one, two = before.segments[-1], line.segments[0]
        if abs(one.size - two.size) > 0.12 * two.size or one.kind != two.kind or before.listed or line.listed:
            return False
        if self._changes_weight(before, line):
            return False
        if before.page != line.page or line.base <= before.base:
            return self._goes_on_over(before, line, marker)
        if self._begins_term(before, line):
            return False
        if line.base - before.base > _USUAL * self._usual(line):
            return self._over_picture(before, line)
        return not (marker and self._starts(before, line, marker)) and self._flows(before, line)

    def _changes_weight(self, before: PdfLine, line: PdfLine) -> bool:
        """Whether a bold line stands beside one that is not: a title, unless a sentence runs on."""
        bold, next_bold = before.is_strong, line.is_strong
        if bold == next_bold:
            return False
        if bold:
            return not line.segments[0].strong
        ended = _ended(before.text)
        return ended or self._is_short(before, line)

    def _over_picture(self, before: PdfLine, line: PdfLine) -> bool:
        """Whether a sentence goes on below a picture that stands in the middle of it."""
        level = abs(line.left - before.left) < 2 and not self._is_short(before, line)
        return level and not ends_sentence(before.text) and line.text[0].islower()

    @staticmethod
    def _begins_term(before: PdfLine, line: PdfLine) -> bool:
        """A bold word that opens a line, below a line that ended: the next term of a list of definitions."""
        return _ended(before.text) and line.segments[0].strong and not line.is_strong

    def _usual(self, line: PdfLine) -> float:
        size = line.segments[0].size
        return self._pitch.get(round(size), 1.15 * size)

    def _starts(self, before: PdfLine, line: PdfLine, marker: Marker) -> bool:
        """Whether a line's marker begins a new item, rather than being words at the start of a line."""
        if self._wanted(before):
            return False
        apart = len(line.segments) > 1 and line.body > line.left
        if marker.kind == "bare":
            return apart and _ended(before.text)
        if apart or (marker.kind == "bullet" and marker.text not in "-–—o"):
            return True
        outside = line.left < before.left - 2 or self._is_short(before, line)
        ended = _ended(before.text)
        lower = line.text[marker.body : marker.body + 1].islower()
        if self._recent.follows(marker) and (outside or ended or not lower):
            return True
        return ended and (outside or marker.first or marker.kind in {"deep", "label"})

    def _flows(self, before: PdfLine, line: PdfLine) -> bool:
        """Whether the words go on: the line before is full, and the left edge stays where it was."""
        ended = _ended(before.text)
        if self._hangs(before, line):
            return True
        edge = self._edge()
        if line.left > edge + 0.6 * line.segments[0].size and (ended or len(self._open) > 1):
            return not ended and not line.text[0].isupper()
        if line.left < edge - 0.6 * line.segments[0].size and len(self._open) > 1:
            return not ended and line.text[0].islower()
        if not self._is_short(before, line):
            return True
        return not ended and line.text[0].islower()

    def _hangs(self, before: PdfLine, line: PdfLine) -> bool:
        """Whether this is the second line of an item, set in below the words of the first."""
        inset = line.left - self._open[0].left
        hung = self._marked and len(self._open) == 1 and 0 < inset < _HANGING
        return hung and not self._is_short(before, line)

    def _edge(self) -> float:
        """The left edge of the open paragraph: that of its second line, or of its first line's words."""
        return self._open[1].left if len(self._open) > 1 else self._open[0].body

    def _is_short(self, before: PdfLine, line: PdfLine) -> bool:
        """Whether the first word of the line would still have fitted on the line before."""
        first = line.text.split(" ", 1)[0]
        letter = (line.right - line.left) / max(1, len(line.text))
        room = before.edges[1] - before.right
        return room > (len(first) + 1.5) * letter + 0.01 * (before.edges[1] - before.edges[0])

    def _goes_on_over(self, before: PdfLine, line: PdfLine, marker: Marker | None) -> bool:
        """Over the end of a page or a column: no sentence ended, and no new one begins."""
        if ends_sentence(before.text) or (
            marker and marker.kind not in {"bare"} and not self._wanted(before)
        ):
            return False
        first = line.text[0]
        if first.islower() or before.text.endswith((",", "-")):
            return True
        return not self._is_short(before, line) and not line.segments[0].strong and len(before.text) > 40

    def _wanted(self, before: PdfLine) -> bool:
        """Whether a number is wanted: "as meant in artikel" at the end of a page."""
        return before.text.rsplit(" ", 1)[-1].lower() in self._words.cited
