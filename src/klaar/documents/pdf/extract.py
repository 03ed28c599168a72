"""The segments of a page: pdfium's lines, apart where a gap is wide."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from klaar.documents.numerals import raised
from klaar.documents.pdf.characters import clean
from klaar.documents.pdf.frame import Frame
from klaar.documents.pdf.glyphs import Glyphs, Run, around
from klaar.documents.pdf.segment import Segment

_LINE = re.compile("[^\r\n\ufffe]+")
_WORD = re.compile(r"[^\s\u00a0]+")
_WIDE = 0.62
_NEAR = 2
_FAR = 20_000.0


def sane(points: float) -> float:
    """A place or a size in points; 0 for one that lies miles off the page, or is no number at all."""
    return points if -_FAR < points < _FAR else 0.0


class TextPage:
    """The text of one loaded page, `number` from 1; `close` it when done."""

    def __init__(self, page: Any, frame: Frame, number: int) -> None:
        self._glyphs, self._frame, self.number = Glyphs(page, frame), frame, number
        self.text = self._glyphs.text
        self.close = self._glyphs.close
        self._raised: list[int] = []

    def segments(self) -> Iterator[Segment]:
        """Each line of the page's text, split where a gap in it is wide."""
        for found in _LINE.finditer(self.text):
            said = found[0]
            start = found.start() + len(said) - len(said.lstrip())
            end = found.start() + len(said.rstrip())
            if start < end:
                yield from self._line(start, end)

    def run_box(self, start: int, end: int) -> tuple[float, float, float, float]:
        """The box around characters `start:end` of the text, as (left, top, right, bottom) on the page."""
        runs = self._glyphs.rectangles(start, end)
        if not runs:
            return 0.0, 0.0, 0.0, 0.0
        whole = around(start, end, runs)
        return self._frame.place(whole.left, whole.bottom, whole.right, whole.top)

    def split(self, segment: Segment, edges: Sequence[float]) -> list[Segment]:
        """A segment that runs through ruling lines at `edges` (points from the left), apart at those."""
        runs: list[Run] = []
        column = -1
        for run in self._words(segment.first, segment.last):
            left, _, right, _ = self._frame.place(run.left, run.bottom, run.right, run.top)
            here = sum(edge < (left + right) / 2 for edge in edges)
            if here == column:
                runs[-1] = around(runs[-1].start, run.end, [runs[-1], run])
            else:
                runs.append(run)
            column = here
        made = [self._segment(run, segment.size) for run in runs] if len(runs) > 1 else [segment]
        return [one for one in made if one.text]

    def _line(self, start: int, end: int) -> Iterator[Segment]:
        runs = self._glyphs.rectangles(start, end)
        if not runs:
            return
        size = self._glyphs.size(start)
        self._raised = []
        if len(runs) > 1:
            self._raised = list(self._find_raised(runs, size))
            runs = self._split(runs, size)
        for place, run in enumerate(runs):
            segment = self._segment(run, self._glyphs.size(run.start) if place else size)
            if segment.text:
                yield segment

    def _split(self, runs: list[Run], size: float) -> list[Run]:
        """Runs that stand close become one; where the gap is wide the word after it begins a new one."""
        start, end = runs[0].start, runs[0].end
        groups = [[runs[0]]]
        for run in runs[1:]:
            before = groups[-1][-1]
            if run.right < before.left or run.bottom > before.top or run.top < before.bottom:
                return list(self._parted(start, end, size))
            if run.left - before.right > _WIDE * size:
                groups.append([run])
            else:
                groups[-1].append(run)
        if len(groups) == 1:
            return [around(start, end, runs)]
        words = [found.start() for found in _WORD.finditer(self.text, start, end)]
        starts = [words[0], *(words[self._word_at(words, group[0].left)] for group in groups[1:])]
        if sorted(set(starts)) != starts:
            return list(self._parted(start, end, size))
        return [around(*one) for one in zip(starts, [*starts[1:], end], groups, strict=True)]

    def _word_at(self, words: list[int], left: float) -> int:
        """The first of the line's words that begins at `left` or further; they stand from left to right."""
        low, high = 0, len(words) - 1
        for place in range(min(high, _NEAR)):
            if self._glyphs.sides(words[place])[1] > left:
                return place
            low = place + 1
        while low < high:
            middle = (low + high) // 2
            if self._glyphs.sides(words[middle])[1] > left:
                high = middle
            else:
                low = middle + 1
        return low

    def _parted(self, start: int, end: int, size: float) -> Iterator[Run]:
        """The line word by word, broken where the next word stands more than a wide space further."""
        held: Run | None = None
        for run in self._words(start, end):
            if held is not None and -size < run.left - held.right <= _WIDE * size and run.bottom < held.top:
                held = around(held.start, run.end, [held, run])
                continue
            if held is not None:
                yield held
            held = run
        if held is not None:
            yield held

    def _words(self, start: int, end: int) -> Iterator[Run]:
        for found in _WORD.finditer(self.text, start, end):
            yield self._glyphs.run(*found.span())

    def _find_raised(self, runs: list[Run], size: float) -> Iterator[int]:
        """The places of figures that stand small above the line: marks of notes, the 2 of m2."""
        low, high = min(run.bottom for run in runs), max(run.top for run in runs)
        for run in runs:
            small = run.top - run.bottom < 0.5 * size and run.right - run.left < 2 * size
            if small and run.bottom > low + 0.22 * size and run.top > high - 0.3 * size:
                yield from self._figures(run)

    def _figures(self, run: Run) -> list[int]:
        """The places of the characters inside a run's box, none when they are not all figures."""
        words = [found.start() for found in _WORD.finditer(self.text, run.start, run.end)]
        place = words[max(0, self._word_at(words, run.left + 0.1) - 1)]
        found = []
        while place < run.end:
            left, right = self._glyphs.sides(place)
            if (left + right) / 2 > run.right:
                break
            if (left + right) / 2 > run.left:
                found.append(place)
            place += 1
        return found if found and self.text[found[0] : found[-1] + 1].isdecimal() else []

    def _segment(self, run: Run, size: float) -> Segment:
        glyphs = self._glyphs
        left, top, right, bottom = self._frame.place(run.left, run.bottom, run.right, run.top)
        base = glyphs.origin(run.start)[1]
        strong = glyphs.strong(run.start)
        turn = self._turn(run) if bottom - top > 0.9 * (right - left) else 0
        if turn:
            size = max(4.0, 1.3 * (right - left))
        if not (-_FAR < left <= right < _FAR and -_FAR < top <= bottom < _FAR and -_FAR < base < _FAR > size):
            left, top, right, bottom = map(sane, (left, top, right, bottom))
            base, size = sane(base), sane(size)
        ends_strong = strong and glyphs.strong(run.end - 1)
        box = left, top, right, bottom
        said = self._said(run)
        return Segment(said, *box, base, size, self.number, strong, ends_strong, turn, "", run.start, run.end)

    def _said(self, run: Run) -> str:
        """The words of a run, figures above the line as such, with its hyphen when its last word is cut."""
        letters = self.text[run.start : run.end]
        if self._raised:
            letters = self._with_raised(run, letters)
        said = clean(letters)
        return said + "-" if self.text[run.end : run.end + 1] == "\ufffe" else said

    def _with_raised(self, run: Run, letters: str) -> str:
        for place in self._raised:
            if run.start <= place < run.end:
                at = place - run.start
                letters = letters[:at] + raised(letters[at]) + letters[at + 1 :]
        return letters

    def _turn(self, run: Run) -> int:
        """1 when the characters of a run follow each other up the page, 3 when down, 0 when across."""
        if run.end - run.start < 2:
            return 0
        left, top = self._glyphs.origin(run.start)
        right, bottom = self._glyphs.origin(run.end - 1)
        if abs(bottom - top) <= abs(right - left):
            return 0
        return 3 if bottom > top else 1
