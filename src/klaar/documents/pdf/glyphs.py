"""What pdfium knows of the characters of one page, asked with as few calls as will do."""

import ctypes
import re
from typing import Any, NamedTuple

from klaar.documents.pdf.frame import Frame
from klaar.documents.pdf.pdfium import raw as pdfium

_BOLD = re.compile(r"bold|black|heavy|semib|demi|[-,]bd|-b\b", re.IGNORECASE)
_FORCED_BOLD = 1 << 18
_NAME_LENGTH = 128
_TALL = 1.3


class Run(NamedTuple):
    """Characters `start:end` of a page's text and the box around them, in the PDF's own coordinates."""

    start: int
    end: int
    left: float
    bottom: float
    right: float
    top: float


def around(start: int, end: int, runs: list[Run]) -> Run:
    """One run around several."""
    _, _, left, bottom, right, top = zip(*runs, strict=True)
    return Run(start, end, min(left), min(bottom), max(right), max(top))


class Glyphs:
    """The characters of a loaded page; `text` is pdfium's own, a place in it stands for a character.

    Lines are apart by "\\r\\n"; U+FFFE stands where a line end cuts a word. `close` it when done.
    """

    def __init__(self, page: Any, frame: Frame) -> None:
        self._raw = pdfium.FPDFText_LoadPage(page)
        self._frame = frame
        self._count = max(0, pdfium.FPDFText_CountChars(self._raw)) if self._raw else 0
        self.text = self._read()
        self._places = self._mapped() if len(self.text) != self._count else None
        self._edges = [ctypes.c_double() for _ in range(4)]
        self._box, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._name, self._flags = ctypes.create_string_buffer(_NAME_LENGTH), ctypes.c_int()
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

    def _at(self, place: int) -> int:
        return self._places[place] if self._places else place

    def rectangles(self, start: int, end: int) -> list[Run]:
        """A box for each stretch that the file draws in one go; each has the whole `start:end`."""
        first, raw, read = self._at(start), self._raw, pdfium.FPDFText_GetRect
        count = pdfium.FPDFText_CountRects(raw, first, self._at(end - 1) + 1 - first)
        left, top, right, bottom = self._edges
        return [
            Run(start, end, left.value, bottom.value, right.value, top.value)
            for place in range(count)
            if read(raw, place, left, top, right, bottom)
        ]

    def run(self, start: int, end: int) -> Run:
        """The box from the first to the last of some characters, with room above and below."""
        box = self._box
        pdfium.FPDFText_GetLooseCharBox(self._raw, self._at(start), box)
        left, bottom, top = box.left, box.bottom, box.top
        pdfium.FPDFText_GetLooseCharBox(self._raw, self._at(end - 1), box)
        return Run(start, end, left, min(bottom, box.bottom), box.right, max(top, box.top))

    def sides(self, place: int) -> tuple[float, float]:
        """The left and the right side of a character."""
        pdfium.FPDFText_GetLooseCharBox(self._raw, self._at(place), self._box)
        return self._box.left, self._box.right

    def origin(self, place: int) -> tuple[float, float]:
        """Where a character stands on its baseline, on the page as shown."""
        x, y = self._edges[:2]
        pdfium.FPDFText_GetCharOrigin(self._raw, self._at(place), x, y)
        return self._frame.point(x.value, y.value)

    def size(self, place: int) -> float:
        """The height of the letters at `place` with ascent and descent: 1.3 times the size of the font."""
        index, matrix = self._at(place), self._matrix
        em = pdfium.FPDFText_GetFontSize(self._raw, index)
        if pdfium.FPDFText_GetMatrix(self._raw, index, matrix):
            em *= (matrix.c * matrix.c + matrix.d * matrix.d) ** 0.5
        return _TALL * abs(em) or 1.0

    def strong(self, place: int) -> bool:
        """Whether a character is bold, by the name of its font."""
        name, flags = self._name, self._flags
        if not pdfium.FPDFText_GetFontInfo(self._raw, self._at(place), name, _NAME_LENGTH, flags):
            return False
        key = name.value
        if key not in self._bold:
            self._bold[key] = bool(_BOLD.search(key.decode("latin-1")))
        return self._bold[key] or bool(flags.value & _FORCED_BOLD)
