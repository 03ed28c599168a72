"""Splits the runs of a Word file so that a comment can begin and end between any two letters."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from klaar.documents.word.names import W

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Cuts:
    """The cuts to make in the text elements `texts`; `places` tells for each letter its element and place.

    A letter's place is the number of its element times 2**20, and its place in the element's text.
    """

    def __init__(self, texts: Sequence[Any], places: Sequence[int]) -> None:
        self._texts, self._places = texts, places
        self._wanted: dict[int, set[int]] = {}
        self._pieces: dict[int, list[tuple[int, Any]]] = {}

    def add(self, letter: int) -> None:
        """A cut before `letter`; none where it begins its run or where the file ends."""
        if letter < len(self._places):
            number, at = divmod(self._places[letter], 1 << 20)
            before = self._texts[number].getprevious()
            if at or (before is not None and before.tag != W + "rPr"):
                self._wanted.setdefault(number, set()).add(at)

    def cut(self) -> None:
        """Makes the cuts, the last ones first."""
        for number in sorted(self._wanted, reverse=True):
            element = self._texts[number]
            pieces = [(at, _split(element, at)) for at in sorted(self._wanted[number], reverse=True)]
            self._pieces[number] = [(0, element), *reversed(pieces)]

    def run_of(self, letter: int) -> Any:
        """The run that holds `letter` after the cuts."""
        number, at = divmod(self._places[letter], 1 << 20)
        pieces = self._pieces.get(number, [(0, self._texts[number])])
        element = next(piece for start, piece in reversed(pieces) if start <= at)
        return next(above for above in element.iterancestors() if above.tag == W + "r")


def _split(element: Any, at: int) -> Any:
    """Cuts the run of `element` before letter `at` of its text; gives the element with what comes after."""
    run = element.getparent()
    rest = run.makeelement(run.tag, run.attrib)
    properties = run.find(W + "rPr")
    if properties is not None:
        rest.append(deepcopy(properties))
    following = list(element.itersiblings())
    later = _later(element, at) if at else element
    rest.append(later)
    rest.extend(following)
    run.addnext(rest)
    return later


def _later(element: Any, at: int) -> Any:
    later = deepcopy(element)
    later.text, element.text = element.text[at:], element.text[:at]
    for each in (element, later):
        each.set(_SPACE, "preserve")
    return later
