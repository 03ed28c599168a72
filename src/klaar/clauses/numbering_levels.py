"""The levels that are open at a place in the text, and a number as it stands there."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from klaar.clauses.numbering import Label

LevelKind = Literal["annex", "chapter", "title", "number"]


class Level(NamedTuple):
    """An open level: below "Artikel 5" and "5.2" and "a)" three are open.

    `clause` is the index of the clause that opened it, `run` the number of the list it is in, `way` and
    `nth` how its own number counts, `path` the numbers that lead to it, `number` what a clause below it
    adds to ("bijlage B 4.3"), `heading` the depth of the heading it was (0: none), `item` its list depth.
    """

    kind: LevelKind
    clause: int
    run: int
    word: str
    shape: str
    way: str
    nth: int
    path: tuple[str, ...]
    number: str
    heading: int
    item: int


class Place(NamedTuple):
    """Where a number belongs: `keep` levels stay open, `run` is the list that it goes on with or -1."""

    keep: int
    way: str
    nth: int
    path: tuple[str, ...]
    run: int = -1


class Sign(NamedTuple):
    """A number as it stands in the text: its label, and the heading or list depth it was given there.

    `firm` says that those depths are the writer's own (Markdown, Word) and not a guess from the looks,
    `roman` that the next number of this shape reads on as roman ("(i)", then "(ii)"), `announced` that the
    words just before it end in a colon, `typed` that it may be no number at all ("A. Brown"),
    `capital` that a capital follows it.
    """

    label: Label
    heading: int
    item: int
    firm: bool
    roman: bool
    announced: bool = False
    typed: bool = False
    capital: bool = True


def scope(levels: Sequence[Level]) -> int:
    """How many levels, from the outermost, lie outside the numbering here: an annex has its own."""
    for index in range(len(levels) - 1, -1, -1):
        if levels[index].kind == "annex":
            return index + 1
    return 0


def first_number(levels: Sequence[Level], base: int) -> int:
    """The place of the first numbered level after `base`."""
    for index in range(base, len(levels)):
        if levels[index].kind == "number":
            return index
    return len(levels)
