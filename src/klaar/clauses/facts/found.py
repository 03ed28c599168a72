"""A fact on its way: with the weight by which the best of several is chosen."""

from collections.abc import Iterable
from typing import NamedTuple

from klaar.clauses.facts.sentence import Sentence
from klaar.clauses.model import Fact


class Found(NamedTuple):
    """A possible fact: "Spain" at "governed by the laws of Spain"; a higher `weight` is a better one."""

    kind: str
    value: str
    start: int
    end: int
    clause: int
    weight: float = 1.0

    def fact(self) -> Fact:
        """The fact without its weight."""
        return Fact(self.kind, self.value, self.start, self.end, self.clause)


def found_in(
    sentence: Sentence, kind: str, value: str, start: int, end: int, *, weight: float = 1.0
) -> Found:
    """A possible fact at `start:end` of a sentence."""
    return Found(kind, value, start, end, sentence.passage.clause, weight)


def best(found: Iterable[Found]) -> list[Found]:
    """The one with the most weight, the earliest of equals, in a list; empty where there is none."""
    ordered = sorted(found, key=lambda one: (-one.weight, one.start))
    return ordered[:1]


def distinct(found: Iterable[Found], most: int) -> list[Found]:
    """Those with different values, in the order of the text, up to `most`."""
    values: dict[str, Found] = {}
    for one in sorted(found, key=lambda one: one.start):
        values.setdefault(one.value, one)
    return list(values.values())[:most]
