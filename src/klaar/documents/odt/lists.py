"""The numbers of OpenDocument lists and headings, counted as LibreOffice counts them."""

from collections.abc import Callable
from typing import NamedTuple

from klaar.documents.numerals import alphabetic, decimal, letter, roman, upper
from klaar.documents.odt.names import FO, STYLE, TEXT, count, points
from klaar.documents.odt.styles import OdtStyles
from klaar.documents.xml import Element, local

_DEEPEST = 10
_FORMATS: dict[str, Callable[[int], str]] = {
    "1": decimal,
    "a": letter,
    "A": upper(letter),
    "i": roman,
    "I": upper(roman),
}


class OdtLevel(NamedTuple):
    """How one level of a list counts and what it writes around the number; a bullet has `sign`."""

    form: str = "1"
    before: str = ""
    after: str = "."
    shown: int = 1
    start: int = 1
    sign: str = ""
    sync: bool = False
    indent: float = 0.0


class OdtCounter:
    """The counts of one list or of the headings, level by level; a level without a style shows `unstyled`."""

    def __init__(self, style: Element | None, *, unstyled: str = "") -> None:
        self.levels = _levels(style)
        self._other = OdtLevel(form="", sign=unstyled)
        self._counts: list[int | None] = [None] * (_DEEPEST + 1)

    def next(self, level: int, start: int | None) -> str:
        """Counts one further at `level` (from 1) and says what is written before the words."""
        level = min(max(level, 1), _DEEPEST)
        own = self.levels.get(level, self._other)
        if own.sign:
            return own.sign
        last = self._counts[level]
        self._counts[level] = (own.start if last is None else last + 1) if start is None else start
        for below in range(level + 1, _DEEPEST + 1):
            self._counts[below] = None
        return self._written(level, own)

    def _written(self, level: int, own: OdtLevel) -> str:
        if not own.form:
            return ""
        first = max(1, level - own.shown + 1)
        said = []
        for place in range(first, level + 1):
            form = self.levels.get(place, self._other)
            held = self._counts[place]
            if form.form and not form.sign:
                shown = alphabetic if form.sync and form.form in "aA" else _FORMATS.get(form.form, decimal)
                said.append(shown(form.start if held is None else held))
        return f"{own.before}{'.'.join(said)}{own.after}".strip()


def _levels(style: Element | None) -> dict[int, OdtLevel]:
    if style is None:
        return {}
    levels = {}
    for element in style.iterchildren():
        depth = count(element, TEXT + "level", 0, _DEEPEST)
        if depth:
            levels[depth] = _level(element)
    return levels


def _level(element: Element) -> OdtLevel:
    bullet = local(element) in {"list-level-style-bullet", "list-level-style-image"}
    sign = (element.get(TEXT + "bullet-char") or "•") if bullet else ""
    if sign and "\ue000" <= sign <= "\uf8ff":
        sign = "•"
    return OdtLevel(
        element.get(STYLE + "num-format") or "",
        element.get(STYLE + "num-prefix") or "",
        element.get(STYLE + "num-suffix") or "",
        count(element, TEXT + "display-levels", 1, _DEEPEST),
        count(element, TEXT + "start-value", 1, 100_000),
        sign,
        element.get(STYLE + "num-letter-sync") == "true",
        _indent(element),
    )


def _indent(element: Element) -> float:
    for inner in element.iter():
        for name in (FO + "margin-left", TEXT + "space-before"):
            if inner.get(name):
                return points(inner.get(name))
    return 0.0


class OdtLists:
    """Remembers the counters of all lists, so that a later list can go on where an earlier one stopped."""

    def __init__(self, styles: OdtStyles) -> None:
        self._styles = styles
        self._last: dict[str, OdtCounter] = {}
        self._by_id: dict[str, OdtCounter] = {}
        self.headings = OdtCounter(styles.outline)

    def open(self, element: Element, name: str) -> OdtCounter:
        """The counter for a list in the list style `name`: a new one, or the one it says it continues."""
        wanted = element.get(TEXT + "continue-list")
        goes_on = element.get(TEXT + "continue-numbering") == "true"
        counter = self._by_id.get(wanted or "")
        if counter is None and goes_on:
            counter = self._last.get(name)
        if counter is None:
            counter = OdtCounter(self._styles.lists.get(name), unstyled="•")
        self._last[name] = counter
        for key, value in element.attrib.items():
            if key.endswith("}id"):
                self._by_id[value] = counter
        return counter
