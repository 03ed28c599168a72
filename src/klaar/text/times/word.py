"""What a word can mean in a time or an amount."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from klaar.text.times.units import Unit

Morph = tuple[str, int]
"""A part of a number in words: ("n", 5) vijf, ("s", 1000) duizend, ("and", 0) en, ("o", 5) vijfde;
("o", 0) makes an ordinal of what stands before it."""


_NO_MORE: "Mapping[str, Rest]" = MappingProxyType({})


class Word(NamedTuple):
    """A word, or a phrase that counts as one, with all that it can mean: "maart" has only `month` 3.

    `reader` names the grammar that starts at this word, "" if none does. `continues` tells that a number may
    go on with it ("miljoen", "and", "-"). `longer` holds the phrases that
    begin with this word, by their next word: "per" → "cent".
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
    turns: int = 0
    currency: str = ""
    cents: str = ""
    factor: int = 1
    percent: int = 0
    edge: str = ""
    period: str = ""
    days_away: int | None = None
    clock: str = ""
    continues: bool = False
    longer: "Mapping[str, Rest]" = _NO_MORE


class Rest(NamedTuple):
    """What follows in a phrase: the meaning if it may end here, and the words that it may go on with."""

    word: Word | None
    longer: "Mapping[str, Rest]"


NOTHING = Word()
"""A word that no time or amount is made of."""

FIGURE = Word(roles=frozenset({"figure"}), reader="figure", continues=True)
"""Figures: "30", "1.250,00"."""
