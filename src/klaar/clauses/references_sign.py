"""Words that point at a place, as they stand in the text."""

from typing import Literal, NamedTuple

Kind = Literal["annex", "chapter", "article", "below", "self", "previous", "next"]
"""`below` is a part of a clause ("lid 2"), `self` the place itself ("dit artikel"), `next` the one after."""


class Sign(NamedTuple):
    """Words at `start:end` that point somewhere.

    `path` is the number as it compares, `word` its label; `tail` the end of the row of numbers it is in
    ("artikelen 3 en 4 AVG"); `certain` is false where it may be no reference ("artikel 5 en 30 dagen").
    """

    start: int
    end: int
    kind: Kind
    word: str
    path: tuple[str, ...]
    tail: int
    certain: bool = True
