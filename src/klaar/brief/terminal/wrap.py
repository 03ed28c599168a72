"""Lines no wider than the screen, broken between words."""

from collections.abc import Iterable, Iterator, Sequence

from klaar.brief.terminal.columns import Columns, columns_of
from klaar.brief.terminal.runs import Line, Run, Style, clean

_LEAST = 8
_KEPT = "\xa0"
"""A space at which no line is broken; shown as any other."""


def wrap(runs: Iterable[Run], width: int, indent: str = "", lines: int = 0) -> list[Line]:
    """`runs` as lines of at most `width` columns, each after `indent`.

    White space in the runs only parts words. A word wider than a line is cut where the line is full. With
    `lines` no more than that many are given, the last ending in "…".
    """
    text, styles = _joined(runs)
    room = max(width - len(indent), _LEAST)
    columns = columns_of(text)
    places = list(_broken(text, columns, room))
    if not lines or len(places) <= lines:
        return _lines(text, styles, places, indent)
    start, end = places[lines - 1]
    end = _shorter(text, columns, start, end, room - 2)
    shown = _lines(text, styles, [*places[: lines - 1], (start, end)], indent)
    return [*shown[:-1], (*shown[-1], Run(" …" if end > start else "…"))]


def wrap_parts(parts: Iterable[Run], width: int, indent: str = "") -> list[Line]:
    """Short parts beside each other with " · " between them, broken between parts and not within one."""
    runs: list[Run] = []
    for part in parts:
        if runs:
            runs.append(Run(_KEPT + "· ", "faint"))
        runs.append(Run(_KEPT.join(clean(part.text).split()), part.style))
    text, styles = "".join(run.text for run in runs), _ends(runs)
    places = _broken(text, columns_of(text), max(width - len(indent), _LEAST))
    return _lines(text, styles, places, indent)


def _joined(runs: Iterable[Run]) -> tuple[str, list[tuple[int, Style]]]:
    """The words of all runs with one space between them, and where each style ends."""
    parts: list[Run] = []
    parted = True
    for run in runs:
        text = clean(run.text)
        words = " ".join(text.split())
        if not words:
            parted = parted or bool(text)
            continue
        if parts and (parted or text[0].isspace()):
            parts.append(Run(" "))
        parts.append(Run(words, run.style))
        parted = text[-1].isspace()
    return "".join(part.text for part in parts), _ends(parts)


def _ends(runs: Sequence[Run]) -> list[tuple[int, Style]]:
    ends: list[tuple[int, Style]] = []
    place = 0
    for run in runs:
        place += len(run.text)
        ends.append((place, run.style))
    return ends


def _broken(text: str, columns: Columns, room: int) -> Iterator[tuple[int, int]]:
    """Start and end of each line: broken at the last space that fits, else where the line is full."""
    start, last = 0, len(text)
    while start < last:
        full = columns.reach(start, room)
        if full >= last:
            yield start, last
            return
        space = text.rfind(" ", start, full + 1)
        end = space if space > start else max(full, start + 1)
        yield start, end
        start = end + (text[end] == " ")


def _shorter(text: str, columns: Columns, start: int, end: int, room: int) -> int:
    """The end of a line that has to leave columns free: at a space, or at its start."""
    full = columns.reach(start, room)
    return end if full >= end else max(text.rfind(" ", start, full + 1), start)


def _lines(
    text: str, styles: Sequence[tuple[int, Style]], places: Iterable[tuple[int, int]], indent: str
) -> list[Line]:
    """The lines at `places` with their styles, each after `indent`."""
    before = [Run(indent)] if indent else []
    made: list[Line] = []
    number = 0
    for start, end in places:
        runs = list(before)
        while number < len(styles) and styles[number][0] <= start:
            number += 1
        here, begin = number, start
        while begin < end:
            stop = min(styles[here][0], end)
            runs.append(Run(text[begin:stop].replace(_KEPT, " "), styles[here][1]))
            here, begin = here + 1, stop
        made.append(tuple(runs))
    return made
