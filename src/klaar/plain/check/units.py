"""A text as units: phrases, times, names of parties and single words."""

from typing import NamedTuple

from klaar.plain.check.lexicon import Entry, Lexicon, load_lexicon
from klaar.text.times import Time

Side = str
"""`client`, `it`, `both`, or "=" and the word for someone else ("=toezichthouder"); "" for none."""


class Unit(NamedTuple):
    """A word, phrase, time or party at `start:end`.

    `light` is true for small words that carry no content of their own ("the", "wordt"). `side` is set for a
    party ("both" for "either party"), `owner` for one that owns what follows ("uw", "Customer's").
    """

    start: int
    end: int
    low: str
    family: str
    entry: Entry
    light: bool
    sentence: int
    side: Side = ""
    owner: bool = False
    time: Time | None = None
    keys: frozenset[str] = frozenset()
    """What the unit means, the parts of a compound included."""

    @property
    def mark(self) -> bool:
        """Whether it is a punctuation mark."""
        return not self.low[0].isalnum() if self.low else False


class Reading(NamedTuple):
    """A text with its units in order."""

    text: str
    language: str
    units: tuple[Unit, ...]
    stretches: tuple[tuple[int, int], ...] = ()
    """Its clauses as places of units, found once."""

    @property
    def lexicon(self) -> Lexicon:
        """The words of its language."""
        return load_lexicon(self.language)
