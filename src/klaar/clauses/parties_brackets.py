"""Parties whose name stands in brackets after their role: "Leverancier (Acme B.V.)"."""

import re
from collections.abc import Sequence

from klaar.clauses.company import name_at
from klaar.clauses.parties_definers import is_role
from klaar.clauses.parties_intro import OPENING, Introduction

_LAST = {
    1: re.compile(r"(?<!\w)([^\W\d_][\w'’-]*)[*_]{0,2}$"),
    2: re.compile(r"(?<!\w)([^\W\d_][\w'’-]* [^\W\d_][\w'’-]*)[*_]{0,2}$"),
}
"""The last word or words before a bracket."""
_BACK = 44
"""Characters before a name in which its role begins, the bracket included."""
_LONGEST = 120
"""Characters of a name in brackets, at most."""
_AFTER = ",;/)"


def find_bracketed(text: str, starts: Sequence[int] = (0,)) -> list[Introduction]:
    """Roles with a firm's name in brackets: "Klant (Stichting De Linde)" → its name, with the alias "Klant".

    Looks in the openings that begin at `starts`. "Leverancier (zie bijlage B)" gives none.
    """
    found = []
    for start in starts:
        end = min(start + OPENING, len(text))
        at = text.find(" (", start, end)
        while at >= 0:
            if one := _bracketed(text, start, at + 2, end):
                found.append(one)
            at = text.find(" (", at + 2, end)
    return found


def _bracketed(text: str, start: int, at: int, end: int) -> Introduction | None:
    role = _role_before(text[max(start, at - _BACK) : at - 2])
    name = name_at(text, at, min(end, at + _LONGEST)) if role else None
    if not name or not name.firm or text[name.end : name.end + 1] not in _AFTER:
        return None
    begin = text.rindex(role, 0, at)
    return Introduction(text[name.start : name.end], (role,), begin, name.end, sure=True)


def _role_before(words: str) -> str:
    """The role that the words end in, of two words or one; "" where none does."""
    for count in (2, 1):
        last = _LAST[count].search(words)
        if last and is_role(last[1]):
            return last[1]
    return ""
