"""Word's automatic numbering: what number or bullet it shows before a paragraph."""

import re
from collections.abc import Callable
from typing import NamedTuple

from klaar.documents.numerals import decimal, letter, roman, two_digits, upper
from klaar.documents.word.names import W, child, number, switch, value
from klaar.documents.word.styles import left_indent
from klaar.documents.xml import Element

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": decimal,
    "decimalZero": two_digits,
    "lowerLetter": letter,
    "upperLetter": upper(letter),
    "lowerRoman": roman,
    "upperRoman": upper(roman),
    "none": lambda _: "",
    "ordinal": lambda count: f"{count}.",
}
_SYMBOLS = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf02d": "-",
    "\uf076": "❖",
    "\uf06f": "o",
}


class Level(NamedTuple):
    """One level of a list: how it counts, what it writes ("%1.%2"), where it starts and starts anew.

    `restart` is the level (from 1) whose next number restarts it, 0 for never, -1 for any level above.
    """

    form: str = "decimal"
    text: str = "%1."
    start: int = 1
    restart: int = -1
    legal: bool = False
    style: str = ""
    indent: float | None = None


class Shown(NamedTuple):
    """A number as shown: its text ("11.2"), whether it is a bullet, and its indentation in points."""

    text: str
    bullet: bool
    indent: float | None


class Numbering:
    """Counts through a document: ask for each numbered paragraph in order."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[int, tuple[str, dict[int, Level], dict[int, int]]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[int, int]] = set()
        if root is not None:
            _Reader(root, self._lists)

    def level_of_style(self, list_id: int, style: str) -> int:
        """The level that belongs to a paragraph style in this list, 0 where none does."""
        _, levels, _ = self._lists.get(list_id, ("", {}, {}))
        return next((index for index, level in levels.items() if level.style == style), 0)

    def show(self, list_id: int, index: int) -> Shown | None:
        """Counts one further in a list and says what stands before the paragraph; None for no such list."""
        found = self._lists.get(list_id)
        if found is None or not 0 <= index < _LEVELS:
            return None
        key, levels, starts = found
        level = levels.get(index, Level())
        counts = self._counts.setdefault(key, [None] * _LEVELS)
        self._count(counts, levels, (list_id, index), starts)
        if level.form == "bullet":
            sign = "".join(_SYMBOLS.get(one, one) for one in level.text).strip() or "•"
            return Shown("•" if "\ue000" <= sign[0] <= "\uf8ff" else sign, True, level.indent)
        return Shown(_written(level, levels, counts), False, level.indent)

    def _count(
        self, counts: list[int | None], levels: dict[int, Level], at: tuple[int, int], starts: dict[int, int]
    ) -> None:
        _, index = at
        fresh = index in starts and at not in self._begun
        self._begun.add(at)
        level = levels.get(index, Level())
        last = counts[index]
        if fresh:
            counts[index] = starts[index]
        else:
            counts[index] = level.start if last is None else last + 1
        for above in range(index):
            if counts[above] is None:
                counts[above] = levels.get(above, Level()).start
        for below in range(index + 1, _LEVELS):
            restart = levels.get(below, Level()).restart
            if restart != 0 and (restart < 0 or index < restart):
                counts[below] = None


def _written(level: Level, levels: dict[int, Level], counts: list[int | None]) -> str:
    def count(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        own = levels.get(place, Level())
        form = "decimal" if level.legal and own.form != "none" else own.form
        return _FORMATS.get(form, decimal)(counts[place] or 0)

    return _PLACE.sub(count, level.text).strip()


class _Reader:
    """Reads numbering.xml into lists: each with its counter's key, its levels, and where it starts anew."""

    def __init__(self, root: Element, lists: dict[int, tuple[str, dict[int, Level], dict[int, int]]]) -> None:
        self._abstract: dict[str, Element] = {}
        self._by_style: dict[str, str] = {}
        for element in root.iterchildren(W + "abstractNum"):
            key = element.get(W + "abstractNumId") or ""
            self._abstract[key] = element
            link = value(element, "styleLink")
            if link:
                self._by_style[link] = key
        for element in root.iterchildren(W + "num"):
            list_id = number(element.get(W + "numId"))
            if list_id is not None:
                lists[list_id] = self._list(element)

    def _list(self, element: Element) -> tuple[str, dict[int, Level], dict[int, int]]:
        key = value(element, "abstractNumId") or ""
        link = value(self._abstract.get(key), "numStyleLink")
        key = self._by_style.get(link or "", key)
        levels = _levels(self._abstract.get(key))
        starts: dict[int, int] = {}
        for override in element.iterchildren(W + "lvlOverride"):
            index = number(override.get(W + "ilvl"))
            start = number(value(override, "startOverride"))
            if index is not None and start is not None:
                starts[index] = start
            levels.update(_levels(override))
        return key, levels, starts


def _levels(element: Element | None) -> dict[int, Level]:
    if element is None:
        return {}
    levels = {}
    for found in element.iterchildren(W + "lvl"):
        index = number(found.get(W + "ilvl"))
        if index is not None:
            levels[index] = _level(found)
    return levels


def _level(element: Element) -> Level:
    start, restart = number(value(element, "start")), number(value(element, "lvlRestart"))
    return Level(
        value(element, "numFmt") or "decimal",
        value(element, "lvlText") or "",
        0 if start is None else start,
        -1 if restart is None else restart,
        bool(switch(element, "isLgl")),
        value(element, "pStyle") or "",
        left_indent(child(element, "pPr")),
    )
