"""Who writes a quotation and to whom, as it says on top: "Van: Kantel B.V.", "To: Acme"."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from klaar.clauses.company import capitals, name_at
from klaar.clauses.parties_count import written_names
from klaar.clauses.parties_intro import Introduction
from klaar.text.data import LANGUAGES, load_words

_TOP = 2_500
"""Characters from the top in which a letter says so."""
_LINE = re.compile(
    r"^[ \t>*#_|•-]*([^\W\d_][^\n:|]{1,24}?)[*_ \t]*[:|][*_ \t|]*(?=[A-ZÀ-Þ\[])([^\n|]{2,120})", re.M
)
_PERSON = re.compile(r"(?:[A-Z]\.|(?:de heer|mevrouw|dhr\.|mw\.|mr\.?|mrs\.?|ms\.?)\s)", re.IGNORECASE)
_FIRST = re.compile(r"[^,;(–—\t]{2,50}")


class Letter(NamedTuple):
    """Who is named as the sender of a text, or as the one it is sent to."""

    found: Introduction
    sender: bool


def find_letter(text: str) -> list[Letter]:
    """The sender and the addressee that the first lines name: "Aan: Stichting De Linde, Ede"; no persons."""
    letters = []
    for line in _LINE.finditer(text, 0, min(len(text), _TOP)):
        label = line[1].strip().lower()
        if label in _labels("sender") or label in _labels("addressee"):
            begin, end = _name(text, line.start(2), line.end(2))
            if not _PERSON.match(text, begin, end) and "@" not in line[2]:
                one = Introduction(text[begin:end], (), begin, end, sure=True)
                letters.append(Letter(one, label in _labels("sender")))
    return letters


def sent(letters: Sequence[Letter]) -> Mapping[str, float]:
    """1 for each name of a sender, -1 for each of an addressee, by its lower-case words."""
    return {
        key: 1.0 if letter.sender else -1.0
        for letter in letters
        for key in written_names([letter.found.company])
    }


def _name(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the name is: the first firm of the line, or else all that stands before a comma."""
    for at in capitals(text, start, end):
        name = name_at(text, at, end)
        if name and name.firm:
            return name.start, name.end
    first = _FIRST.match(text, start, end)
    return start, start + len(first[0].rstrip(" *_.")) if first else end


@cache
def _labels(key: str) -> frozenset[str]:
    return frozenset(word for code in LANGUAGES for word in load_words(code, "parties")["letter"][key])
