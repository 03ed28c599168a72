"""Duties inside a definition: "Gepland Onderhoud: Leverancier kondigt dit drie dagen vooraf aan."."""

from functools import cache
from typing import NamedTuple

from klaar.promises.lexicon import read_room
from klaar.promises.marked import Marked
from klaar.promises.statement import Statement


class DefiningWords(NamedTuple):
    """The words of [defining]."""

    means: frozenset[str]
    meant: frozenset[str]


@cache
def defining_words(language: str) -> DefiningWords:
    """The words of "nl" or "en"."""
    return read_room(DefiningWords, language, "defining")


def binds_in_definition(marked: Marked, statement: Statement) -> bool:
    """Whether a statement in a definition binds a side; what only says what a word means binds none."""
    if statement.frame.subject <= 0 and not statement.given:
        return False
    given = statement.given
    opening = marked.lows[given.lo : given.hi] if given else []
    before = [*opening, *marked.lows[statement.words.base : statement.frame.verb]]
    return defining_words(marked.language).means.isdisjoint(before)
