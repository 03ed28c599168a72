"""The ruling lines of a page, and how much of it pictures cover."""

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

from klaar.documents.pdf.frame import Frame
from klaar.documents.pdf.pdfium import raw as pdfium
from klaar.documents.pdf.segment import Rule

_THIN = 3.0
_SHORT = 4.0
_MOST_OBJECTS = 20_000
_MOST_STROKES = 2_000
_DEEPEST = 6
_Matrix = tuple[float, float, float, float, float, float]
_STILL: _Matrix = (1, 0, 0, 1, 0, 0)


class Drawn(NamedTuple):
    """A page object with the matrix of the forms it lies in."""

    raw: Any
    matrix: _Matrix


def page_objects(page: Any, wanted: int) -> Iterator[Drawn]:
    """The objects of one kind on a page, those within forms included; looks at 20,000 at most."""
    get, kind_of = pdfium.FPDFPage_GetObject, pdfium.FPDFPageObj_GetType
    forms = []
    count = min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)
    for place in range(count):
        raw = get(page, place)
        kind = kind_of(raw)
        if kind == wanted:
            yield Drawn(raw, _STILL)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            forms.append((raw, _STILL, 0))
    yield from _form_objects(forms, wanted, _MOST_OBJECTS - count)


def _form_objects(forms: list[tuple[Any, _Matrix, int]], wanted: int, left: int) -> Iterator[Drawn]:
    """The objects of one kind within forms, and within the forms in those."""
    while forms and left > 0:
        form, outer, depth = forms.pop()
        matrix = _times(_matrix(form), outer)
        for place in range(min(pdfium.FPDFFormObj_CountObjects(form), left)):
            left -= 1
            raw = pdfium.FPDFFormObj_GetObject(form, place)
            kind = pdfium.FPDFPageObj_GetType(raw)
            if kind == wanted:
                yield Drawn(raw, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                forms.append((raw, matrix, depth + 1))


def page_rules(page: Any, frame: Frame) -> tuple[Rule, ...]:
    """The level and upright lines drawn on a page: strokes, thin boxes, and the edges of framed boxes."""
    rules: list[Rule] = []
    for drawn in page_objects(page, pdfium.FPDF_PAGEOBJ_PATH):
        if len(rules) < _MOST_OBJECTS:
            rules.extend(_path_rules(drawn, frame))
    return tuple(rules)


def image_share(page: Any, frame: Frame) -> float:
    """The part of the page that its largest picture covers, from 0 to 1."""
    largest = 0.0
    for drawn in page_objects(page, pdfium.FPDF_PAGEOBJ_IMAGE):
        left, top, right, bottom = frame.place(*_bounds(drawn))
        largest = max(largest, (right - left) * (bottom - top))
    return min(1.0, largest / max(1.0, frame.width * frame.height))


def _path_rules(drawn: Drawn, frame: Frame) -> Iterator[Rule]:
    left, top, right, bottom = frame.place(*_bounds(drawn))
    wide, high = right - left, bottom - top
    if wide < _SHORT and high < _SHORT:
        return
    if high <= _THIN:
        middle = (top + bottom) / 2
        yield Rule(left, middle, right, middle)
    elif wide <= _THIN:
        middle = (left + right) / 2
        yield Rule(middle, top, middle, bottom)
    elif _is_seen(drawn.raw):
        yield from _strokes(drawn, frame)


def _is_seen(raw: Any) -> bool:
    """Whether a path is stroked, or filled with something else than white."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(raw, fill, stroke):
        return False
    if stroke.value:
        return True
    color = [ctypes.c_uint() for _ in range(4)]
    if not fill.value or not pdfium.FPDFPageObj_GetFillColor(raw, *color):
        return False
    return min(part.value for part in color[:3]) < 250 and color[3].value > 0


def _strokes(drawn: Drawn, frame: Frame) -> Iterator[Rule]:
    """The level and upright strokes of a path; none for a drawing of many curves."""
    count = pdfium.FPDFPath_CountSegments(drawn.raw)
    if not 0 < count <= _MOST_STROKES:
        return
    matrix = _times(_matrix(drawn.raw), drawn.matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    last = begin = None
    for place in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(drawn.raw, place)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = frame.point(*_moved(x.value, y.value, matrix))
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            begin = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO and last:
            yield from _level_or_upright(last, point)
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment) and begin and last:
            yield from _level_or_upright(last, begin)


def _level_or_upright(one: tuple[float, float], two: tuple[float, float]) -> Iterator[Rule]:
    (ax, ay), (bx, by) = one, two
    if abs(ay - by) < 1 and abs(ax - bx) >= _SHORT:
        yield Rule(min(ax, bx), ay, max(ax, bx), ay)
    elif abs(ax - bx) < 1 and abs(ay - by) >= _SHORT:
        yield Rule(ax, min(ay, by), ax, max(ay, by))


def _bounds(drawn: Drawn) -> tuple[float, float, float, float]:
    edges = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(drawn.raw, *edges):
        return 0.0, 0.0, 0.0, 0.0
    left, bottom, right, top = (edge.value for edge in edges)
    if drawn.matrix is _STILL:
        return left, bottom, right, top
    ax, ay = _moved(left, bottom, drawn.matrix)
    bx, by = _moved(right, top, drawn.matrix)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _matrix(raw: Any) -> _Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(raw, found):
        return _STILL
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(one: _Matrix, two: _Matrix) -> _Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _moved(x: float, y: float, matrix: _Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
