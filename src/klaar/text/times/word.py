"""What a word can mean in a time or an amount."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from klaar.text.times.units import Unit

Morph = tuple[str, int]
"""A part of a number in words: ("n", 5) vijf, ("s", 1000) duizend, ("and", 0) en, ("o", 5) vijfde,
("half", 2) half; ("o", 0) makes an ordinal of what stands before it."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or a phrase that counts as one, with all that it can mean: "maart" has only `month` 3.

    `reader` names the grammar that starts at this word, "" if none does. `longer` are the phrases that begin
    with this word ("per" → "per cent").
    """

    roles: frozenset[str] = frozenset()
    reader: str = ""
    morphs: tuple[Morph, ...] = ()
    part: int = 0
    mixed: Decimal | None = None
    year: int = 0
    short_scale: int = 0
    few: int = 0
    unit: Unit | None = None
    short_unit: Unit | None = None
    fixed: str = ""
    month: int = 0
    weekday: int = 0
    weekly: int = 0
    often: str = ""
    count: int = 0
    currency: str = ""
    cents: str = ""
    factor: int = 1
    percent: int = 0
    edge: str = ""
    period: str = ""
    days_away: int | None = None
    clock: str = ""
    longer: "Phrases | None" = None


class Phrases(NamedTuple):
    """The phrases that begin with one word: the pattern of their rests, and what each rest means."""

    rest: re.Pattern[str]
    words: dict[str, Word]

    def match(self, text: str, end: int) -> tuple[int, Word] | None:
        """Where the longest phrase ends whose first word ends at `end`, and what it means."""
        match = self.rest.match(text, end)
        return match and (match.end(), self.words[bare(match.group())])


def bare(rest: str) -> str:
    """A rest without what may be written otherwise: " per-cent" and "percent" are the same."""
    return _LOOSE.sub("", rest)


_LOOSE = re.compile(r"[\s.\xa0-]")


NOTHING = Word()
"""A word that no time or amount is made of."""

FIGURE = Word(roles=frozenset({"figure"}), reader="figure")
"""Figures: "30", "1.250,00"."""
