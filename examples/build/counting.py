"""The numbers of a part as a word processor would count them, checked against those that are written.

In the sources every number is written out; in a part with automatic numbers the word processor counts
instead, so both must come to the same.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from examples.build.blocks import Block, Clause, Heading, Part

_DIGITS = re.compile(r"\d+")


class CountError(ValueError):
    """A written number that counting does not arrive at."""


class Scheme(NamedTuple):
    """The patterns of one part, one a level; `%1` is the article's number, `%2` the clause's.

    The main agreement has `("Artikel %1", "%1.%2")`.
    """

    levels: tuple[str, ...]


def scheme_of(part: Part) -> Scheme:
    """The patterns in the numbers of `part`, taken from the first number of each level."""
    found: dict[int, str] = {}
    for block in part.blocks:
        number, level = number_and_level(block)
        if number:
            found.setdefault(level, _pattern(number))
    return Scheme(tuple(found[level] for level in sorted(found)))


def number_and_level(block: Block) -> tuple[str, int]:
    """The written number of a heading or clause and its level from 0; ("", 0) where it has none."""
    match block:
        case Heading(level=2):
            return block.label, 0
        case Clause():
            return block.number, len(_DIGITS.findall(block.number)) - 1
        case _:
            return "", 0


def counted(part: Part) -> Iterator[tuple[Block, int | None]]:
    """The blocks of `part`, each with the level at which it is numbered, None where it is not.

    Raises `CountError` when a written number is not the one that follows from those before it.
    """
    scheme = scheme_of(part)
    counts: list[int] = []
    for block in part.blocks:
        number, level = number_and_level(block)
        if not number:
            yield block, None
            continue
        counts = [*(counts + [0] * (level + 1))[: level + 1]]
        counts[level] += 1
        if written(scheme, counts) != number:
            raise CountError(f"{part.name}: {number} is written where {written(scheme, counts)} follows")
        yield block, level


def written(scheme: Scheme, counts: list[int]) -> str:
    """A number as it is read: "12.1" for the counts 12 and 1."""
    text = scheme.levels[len(counts) - 1]
    for place, count in enumerate(counts, 1):
        text = text.replace(f"%{place}", str(count))
    return text


def _pattern(number: str) -> str:
    places = iter(range(1, 10))
    return _DIGITS.sub(lambda _: f"%{next(places)}", number)
