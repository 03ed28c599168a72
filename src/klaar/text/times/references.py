"""Figures that are no times and no counts: numbers of clauses and telephones, versions, coverage."""

import re

from klaar.text.times.lexicon import Lexicon
from klaar.text.times.numeric import read_numeric
from klaar.text.times.tokens import View

_COVERAGE = (
    r"(?:24|7)\s?/\s?(?:24|[5-7])(?:\s?/\s?365)?(?![\d/.-])"
    r"|\d{1,2}\s?[x×*]\s?\d{1,3}(?:\s?[x×*]\s?\d{2,3})?(?![\w%])"
)
_PHONE = (
    r"0\d{1,3}(?:\s?[-–/.]\s?|\s)\d[\d ]{4,}\d|0\d{9}(?!\d)|1?-?\d{3}[-.]\d{3}[-.]\d{4}(?!\d)"
    r"|\d{3}-\d{4}(?!\d)|0\d{3,4}[ -]\d{3}[ ]\d{3}|0\d[ ]\d{3}[ ]\d\d[ ]\d\d"
)
_ABROAD = re.compile(r"\d[\d ()-]{6,}\d")
_LAW = r"\d+:\d{3,}\w*(?:\s?bw)?|\d+:\d[a-z]\b"
_DOTTED = r"\d+(?:\.\d+){2,}[a-z]?(?!\d)"
_POSTAL = r"[1-9]\d{3}[ \xa0]?[a-z]{2}(?![\w-])"
_NO_TIME = re.compile(
    rf"(?P<coverage>{_COVERAGE})|(?P<phone>{_PHONE})|(?P<law>{_LAW})|(?P<dotted>{_DOTTED})|(?P<postal>{_POSTAL})"
)
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")
_NAME = re.compile(r"[\w]+(?:[-./:@#_+]\w+)*")
_HEADING = re.compile(r"\d{1,3}(?:[.)](?=\s+\S)|(?:\.\d{1,2})+[.)]?(?=\s+[A-ZÀ-Þ0-9{\[*_\"“‘]))")
_LINE_START = " \t#*>-(_`"
_WIDEST = 12
"""Characters that may stand before the number of a line: indents, heading signs, emphasis."""


def no_time(view: View, place: int) -> int:
    """Where the figures at `place` end if they cannot be a time or a count; 0 if they can.

    "24/7", "020-1234567", "6:119a", "11.2.3", "1234 AB", the 173 of "SCP-173".
    """
    low = view.low
    before = low[place - 1]
    if before == "+" and (match := _ABROAD.match(low, place)):
        return match.end()
    if before in "-./:@#_’'\\" and (low[place - 2].isalnum() if place > 1 else False):
        return _name_end(low, place)
    match = _NO_TIME.match(low, place)
    if match is None:
        return heading_end(view, place)
    kind, end = match.lastgroup, match.end()
    if kind == "dotted" and (_GROUPED.fullmatch(match.group()) or read_numeric(low, place, view.lexicon)):
        return 0
    if kind == "postal" and not _is_postal(view, match):
        return 0
    return end


def _is_postal(view: View, match: re.Match[str]) -> bool:
    letters = view.text[match.end() - 2 : match.end()]
    return letters.isupper() and letters not in {"GB", "MB", "TB", "KB", "PB", "VM", "PC", "SA", "SD", "SS"}


def _name_end(low: str, place: int) -> int:
    match = _NAME.match(low, place)
    return match.end() if match else place + 1


def in_brackets(view: View, start: int, end: int) -> bool:
    """Whether the figures number an item within a sentence: "(1)"."""
    return view.low[start - 1] == "(" and view.low[end : end + 1] == ")"


def heading_end(view: View, place: int) -> int:
    """Where the figures at `place` end if they number a line: "3. Prijzen", "11.2 Klant"; else 0."""
    line = view.low.rfind("\n", max(0, place - _WIDEST), place)
    if line < 0:
        return 0
    before = view.low[line + 1 : place]
    if before.strip(_LINE_START):
        return 0
    match = _HEADING.match(view.text, place)
    if match is not None and _is_counted(view, match.end()):
        return 0
    if match is None and "#" in before:
        match = _NAME.match(view.text, place)
    return match.end() if match else 0


def _is_counted(view: View, end: int) -> bool:
    """Whether a month or a currency stands behind: "1. maart 2027", "352.50 CHF"."""
    word = view.token_at(end).word
    return bool(word.month or word.currency or word.unit or word.percent)


def is_reference(view: View, start: int, last_reference: int) -> bool:
    """Whether the figures number a thing ("artikel 5"), or stand in a row that does ("5, 6 en 7")."""
    words: Lexicon = view.lexicon
    before = view.word_before(start)
    if before in words.references or before.endswith(words.streets):
        return True
    if not last_reference:
        return False
    return view.low[last_reference:start].strip(" ,;\n\xa0") in words.reference_joins
