"""Bare items under a title of duties: "Beveiligingsmaatregelen: - Versleuteling van alle gegevens"."""

from functools import cache
from typing import NamedTuple

from klaar.clauses.model import Clause
from klaar.promises.flags import COLON, FINITE, IF, NOT
from klaar.promises.frames import Frame
from klaar.promises.levels import MAIN, find_stretch
from klaar.promises.lexicon import read_room
from klaar.promises.marked import CLIENT, IT, NOBODY, Marked
from klaar.promises.nouns import is_noun
from klaar.promises.statement import Statement
from klaar.promises.titles import side_of_title
from klaar.promises.verdict import Verdict

_SHORTEST, _LONGEST, _TITLE = 2, 40, 80
"""Words of an item that may name a duty; characters of a title."""


class TitledWords(NamedTuple):
    """The words of [titled]."""

    duties: frozenset[str]


@cache
def titled_words(language: str) -> TitledWords:
    """The words of "nl" or "en"."""
    return read_room(TitledWords, language, "titled")


def titled_duty(
    marked: Marked, starts: list[int], clauses: tuple[Clause, ...], clause: int, place: tuple[int, int]
) -> list[Statement]:
    """The item at the words `place` as a duty of the side that its title names, to be checked.

    "Versleuteling van alle gegevens" under "Technische maatregelen" is an obligation of the supplier; none
    under "Achtergrond", or where the item has a verb of its own.
    """
    lo, hi = place
    if clause >= 0 and clauses[clause].start >= marked.spans[max(lo - 4, 0)][0]:
        return []  # a numbered clause, of which these words are the title
    if not _SHORTEST <= hi - lo <= _LONGEST or not _names_duties(marked, clauses, clause):
        return []
    stretch = find_stretch(marked, lo, hi)
    if marked.bits[lo] & (IF | NOT) or marked.bits[hi - 1] & COLON or marked.lows[hi - 1] == "?":
        return []
    if any(
        level == MAIN and marked.bits[k] & FINITE and not is_noun(marked, k, lo)
        for k, level in enumerate(stretch.levels, lo)
    ):
        return []
    side, _ = side_of_title(marked, starts, clauses, clause)
    bearer = side if side in (IT, CLIENT) else IT
    return [Statement(stretch, Frame(lo, hi, lo, NOBODY), Verdict("obligation", bearer, "activity"))]


def _names_duties(marked: Marked, clauses: tuple[Clause, ...], clause: int) -> bool:
    """Whether the clause's title, or the one above it, says that duties follow."""
    words = titled_words(marked.language).duties
    for _ in range(2):
        if clause < 0:
            return False
        title = clauses[clause].title
        if title and len(title) <= _TITLE:
            said = title.lower().replace("(", " ").replace(")", " ").replace("-", " ").split()
            if not words.isdisjoint(said):
                return True
        clause = clauses[clause].parent
    return False
