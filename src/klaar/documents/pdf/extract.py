"""The segments of a page, with as few calls into pdfium as will do."""

import ctypes
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from klaar.documents.numerals import raised
from klaar.documents.pdf.characters import clean
from klaar.documents.pdf.frame import Frame
from klaar.documents.pdf.pdfium import raw as pdfium
from klaar.documents.pdf.segment import Segment

_LINE = re.compile("[^\r\n\ufffe]+")
_WORD = re.compile(r"[^\s\u00a0]+")
_WIDE = 0.62
_TALL = 1.3
_BOLD = re.compile(r"bold|black|heavy|semib|demi|[-,]bd|-b\b", re.IGNORECASE)
_FORCED_BOLD = 1 << 18
_NAME_LENGTH = 128


class _Run(NamedTuple):
    """Characters `start:end` of a page's text and their box in the PDF's coordinates."""

    start: int
    end: int
    left: float
    bottom: float
    right: float
    top: float


def _around(start: int, end: int, runs: list[_Run]) -> _Run:
    """One run around several."""
    _, _, left, bottom, right, top = zip(*runs, strict=True)
    return _Run(start, end, min(left), min(bottom), max(right), max(top))


class TextPage:
    """The text of one loaded page, `number` from 1; `close` it when done.

    `text` is pdfium's own: lines apart by "\\r\\n", U+FFFE where a line end cuts a word.
    """

    def __init__(self, page: Any, frame: Frame, number: int) -> None:
        self._raw = pdfium.FPDFText_LoadPage(page)
        self._frame, self.number = frame, number
        self._count = max(0, pdfium.FPDFText_CountChars(self._raw)) if self._raw else 0
        self.text = self._read()
        self._places = self._mapped() if len(self.text) != self._count else None
        self._edges = [ctypes.c_double() for _ in range(4)]
        self._box = pdfium.FS_RECTF()
        self._name = ctypes.create_string_buffer(_NAME_LENGTH)
        self._flags = ctypes.c_int()
        self._matrix = pdfium.FS_MATRIX()
        self._raised: list[int] = []
        self._bold: dict[bytes, bool] = {}

    def close(self) -> None:
        """Gives pdfium its memory back."""
        if self._raw:
            pdfium.FPDFText_ClosePage(self._raw)
            self._raw = None

    def _read(self) -> str:
        if not self._count:
            return ""
        buffer = ctypes.create_string_buffer(4 * (self._count + 1))
        pointer = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
        units = pdfium.FPDFText_GetText(self._raw, 0, self._count, pointer)
        return buffer.raw[: 2 * max(0, units - 1)].decode("utf-16-le", "replace")

    def _mapped(self) -> list[int]:
        """For a page whose characters and text differ in number: the character behind each of the text."""
        letters, places = [], []
        for place in range(self._count):
            code = pdfium.FPDFText_GetUnicode(self._raw, place)
            if code:
                letters.append(chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd")
                places.append(place)
        self.text = "".join(letters)
        return places

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
        runs = self._rectangles(start, end)
        if not runs:
            return 0.0, 0.0, 0.0, 0.0
        whole = _around(start, end, runs)
        return self._frame.place(whole.left, whole.bottom, whole.right, whole.top)

    def _at(self, place: int) -> int:
        return self._places[place] if self._places else place

    def _line(self, start: int, end: int) -> Iterator[Segment]:
        runs = self._rectangles(start, end)
        if not runs:
            return
        size = self._size(start)
        if len(runs) > 1:
            self._raised = list(self._find_raised(runs, size))
            runs = self._split(runs, size)
        else:
            self._raised = []
        for place, run in enumerate(runs):
            yield self._segment(run, self._size(run.start) if place else size)

    def _find_raised(self, runs: list[_Run], size: float) -> Iterator[int]:
        """The places of figures that stand small above the line: marks of notes, the 2 of m2."""
        low, high = min(run.bottom for run in runs), max(run.top for run in runs)
        for run in runs:
            small = run.top - run.bottom < 0.5 * size and run.right - run.left < 2 * size
            if small and run.bottom > low + 0.22 * size and run.top > high - 0.3 * size:
                yield from self._figures(run)

    def _figures(self, run: _Run) -> Iterator[int]:
        """The places of the characters inside a run's box, when all of them are figures."""
        words = [found.start() for found in _WORD.finditer(self.text, run.start, run.end)]
        place = words[max(0, self._word_at(words, run.left + 0.1) - 1)]
        found = []
        while place < run.end:
            pdfium.FPDFText_GetLooseCharBox(self._raw, self._at(place), self._box)
            middle = (self._box.left + self._box.right) / 2
            if middle > run.right:
                break
            if middle > run.left:
                found.append(place)
            place += 1
        if found and self.text[found[0] : found[-1] + 1].isdecimal():
            yield from found

    def split(self, segment: Segment, edges: Sequence[float]) -> list[Segment]:
        """A segment that runs through ruling lines at `edges` (points from the left), apart at those."""
        runs: list[_Run] = []
        column = -1
        for run in self._words(segment.first, segment.last):
            left, _, right, _ = self._frame.place(run.left, run.bottom, run.right, run.top)
            here = sum(edge < (left + right) / 2 for edge in edges)
            if here == column:
                runs[-1] = _around(runs[-1].start, run.end, [runs[-1], run])
            else:
                runs.append(run)
            column = here
        return [self._segment(run, segment.size) for run in runs] if len(runs) > 1 else [segment]

    def _split(self, runs: list[_Run], size: float) -> list[_Run]:
        """Runs that stand close become one; where the gap is wide the word after it begins a new one."""
        groups = [[runs[0]]]
        for run in runs[1:]:
            before = groups[-1][-1]
            if run.right < before.left or run.bottom > before.top or run.top < before.bottom:
                return list(self._parted(runs[0].start, runs[0].end, size))
            if run.left - before.right > _WIDE * size:
                groups.append([run])
            else:
                groups[-1].append(run)
        if len(groups) == 1:
            return [_around(runs[0].start, runs[0].end, runs)]
        words = [found.start() for found in _WORD.finditer(self.text, runs[0].start, runs[0].end)]
        starts = [words[self._word_at(words, group[0].left)] for group in groups]
        if sorted(set(starts)) != starts:
            return list(self._parted(runs[0].start, runs[0].end, size))
        ends = [*starts[1:], runs[0].end]
        return [_around(*one) for one in zip(starts, ends, groups, strict=True)]

    def _word_at(self, words: list[int], left: float) -> int:
        """The first of the line's words that begins at `left` or further; they stand from left to right."""
        low, high = 0, len(words) - 1
        box = self._box
        while low < high:
            middle = (low + high) // 2
            pdfium.FPDFText_GetLooseCharBox(self._raw, self._at(words[middle]), box)
            if box.right > left:
                high = middle
            else:
                low = middle + 1
        return low

    def _rectangles(self, start: int, end: int) -> list[_Run]:
        first = self._at(start)
        count = pdfium.FPDFText_CountRects(self._raw, first, self._at(end - 1) + 1 - first)
        left, top, right, bottom = self._edges
        runs = []
        for place in range(count):
            if pdfium.FPDFText_GetRect(self._raw, place, left, top, right, bottom):
                runs.append(_Run(start, end, left.value, bottom.value, right.value, top.value))
        return runs

    def _parted(self, start: int, end: int, size: float) -> Iterator[_Run]:
        """The line word by word, broken where the next word stands more than a wide space further."""
        held: _Run | None = None
        for run in self._words(start, end):
            if held is not None and -size < run.left - held.right <= _WIDE * size and run.bottom < held.top:
                held = _around(held.start, run.end, [held, run])
                continue
            if held is not None:
                yield held
            held = run
        if held is not None:
            yield held

    def _words(self, start: int, end: int) -> Iterator[_Run]:
        box = self._box
        for found in _WORD.finditer(self.text, start, end):
            low, high = found.span()
            pdfium.FPDFText_GetLooseCharBox(self._raw, self._at(low), box)
            left, bottom, top = box.left, box.bottom, box.top
            pdfium.FPDFText_GetLooseCharBox(self._raw, self._at(high - 1), box)
            yield _Run(low, high, left, min(bottom, box.bottom), box.right, max(top, box.top))

    def _size(self, place: int) -> float:
        """The height of the letters at `place` with ascent and descent: 1.3 times the size of the font."""
        index, matrix = self._at(place), self._matrix
        em = pdfium.FPDFText_GetFontSize(self._raw, index)
        if pdfium.FPDFText_GetMatrix(self._raw, index, matrix):
            em *= (matrix.c * matrix.c + matrix.d * matrix.d) ** 0.5
        return _TALL * abs(em) or 1.0

    def _segment(self, run: _Run, size: float) -> Segment:
        x, y = self._edges[:2]
        pdfium.FPDFText_GetCharOrigin(self._raw, self._at(run.start), x, y)
        left, top, right, bottom = self._frame.place(run.left, run.bottom, run.right, run.top)
        _, base = self._frame.point(x.value, y.value)
        strong = self._strong(run.start)
        turn = self._turn(run) if bottom - top > 0.9 * (right - left) else 0
        if turn:
            size = max(4.0, 1.3 * (right - left))
        said = clean(self._with_raised(run) if self._raised else self.text[run.start : run.end])
        if self.text.startswith("\ufffe", run.end):
            said += "-"
        return Segment(
            said,
            left,
            top,
            right,
            bottom,
            base,
            size,
            self.number,
            strong,
            self._strong(run.end - 1) if strong else False,
            turn,
            first=run.start,
            last=run.end,
        )

    def _with_raised(self, run: _Run) -> str:
        letters = list(self.text[run.start : run.end])
        for place in self._raised:
            if run.start <= place < run.end:
                letters[place - run.start] = raised(letters[place - run.start])
        return "".join(letters)

    def _turn(self, run: _Run) -> int:
        """1 when the characters of a run follow each other up the page, 3 when down, 0 when across."""
        if run.end - run.start < 2:
            return 0
        x, y, a, b = self._edges
        pdfium.FPDFText_GetCharOrigin(self._raw, self._at(run.start), x, y)
        pdfium.FPDFText_GetCharOrigin(self._raw, self._at(run.end - 1), a, b)
        left, top = self._frame.point(x.value, y.value)
        right, bottom = self._frame.point(a.value, b.value)
        if abs(bottom - top) <= abs(right - left):
            return 0
        return 3 if bottom > top else 1

    def _strong(self, place: int) -> bool:
        name, flags = self._name, self._flags
        if not pdfium.FPDFText_GetFontInfo(self._raw, self._at(place), name, _NAME_LENGTH, flags):
            return False
        key = name.value
        if key not in self._bold:
            self._bold[key] = bool(_BOLD.search(key.decode("latin-1")))
        return self._bold[key] or bool(flags.value & _FORCED_BOLD)
