"""The levels that are open at a place in the text, and where a new number belongs among them."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from klaar.clauses.numbering import Count, Label

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
    """Where a number belongs: `keep` levels stay open, `run` is the list that it goes on with (-1: a new one)."""

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
    """How many levels, from the outermost, lie outside the numbering that counts here: an annex has its own."""
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


def place_deep(levels: Sequence[Level], sign: Sign) -> tuple[Place, bool]:
    """Where "11.2" belongs, and whether the number above it (11) is open."""
    base = scope(levels)
    path = sign.label.path
    if base and len(path) > 1 and path[0].isalpha() and levels[base - 1].way == path[0]:
        path = path[1:]
    way, count = sign.label.counts[0] if sign.label.counts else ("", 0)
    for index in range(len(levels) - 1, base - 1, -1):
        level = levels[index]
        above = len(level.path)
        if level.kind == "number" and above < len(path) and level.path == path[:above]:
            return Place(index + 1, way, count, path, _same_run(levels, index + 1, path)), above == len(
                path
            ) - 1
    for index in range(len(levels) - 1, base - 1, -1):
        level = levels[index]
        if level.kind == "number" and level.shape and level.path[1 - len(path) :] == path[:-1]:
            path = (*level.path, path[-1])
            return Place(index + 1, way, count, path, _same_run(levels, index + 1, path)), True
    keep = first_number(levels, base)
    return Place(keep, way, count, path, _same_run(levels, keep, path)), len(path) == 1


def _same_run(levels: Sequence[Level], keep: int, path: tuple[str, ...]) -> int:
    if keep < len(levels) and len(levels[keep].path) == len(path) and levels[keep].path[:-1] == path[:-1]:
        return levels[keep].run
    return -1


def place_article(levels: Sequence[Level], sign: Sign) -> Place:
    """Where "Artikel 12" belongs: beside the last article, or, as first "Section 1", inside "Article I"."""
    base = scope(levels)
    label = sign.label
    way, count = label.counts[0] if label.counts else ("", 0)
    for index in range(len(levels) - 1, base - 1, -1):
        level = levels[index]
        if level.kind == "number" and level.word == label.word and level.shape == label.shape:
            return Place(index, way, count, (*level.path[:-1], *label.path), level.run)
    keep = first_number(levels, base)
    if count == 1 and label.word and keep < len(levels) and levels[keep].word:
        return Place(keep + 1, way, count, (*levels[keep].path, *label.path))
    return Place(keep, way, count, label.path)


def place_single(levels: Sequence[Level], sign: Sign) -> Place | None:
    """Where "3.", "b)" or "(iv)" belongs; None where nothing open counts on to it and it counts from nothing."""
    base = scope(levels)
    alike = [
        (index, level)
        for index, level in enumerate(levels)
        if index >= base and level.kind == "number" and not level.word and level.shape == sign.label.shape
    ]
    alike.reverse()
    counts = _readings(sign)
    strict = [(index, level) for index, level in alike if _fits(level, sign)]
    for candidates in (strict, alike):
        place = _next(candidates, sign, counts)
        if place:
            return place
        if candidates is strict and any(count <= 1 for _, count in counts):
            return _opened(levels, strict, sign, counts)
    return _later(strict or alike, sign, counts)


def _readings(sign: Sign) -> Sequence[Count]:
    counts = sign.label.counts
    if sign.roman:
        return [count for count in counts if "roman" in count[0]] or counts
    return counts


def _fits(level: Level, sign: Sign) -> bool:
    if (level.heading > 0) != (sign.heading > 0):
        return False
    return not (sign.firm and level.item and sign.item and level.item != sign.item)


def _next(alike: Sequence[tuple[int, Level]], sign: Sign, counts: Sequence[Count]) -> Place | None:
    for index, level in alike:
        if (level.way, level.nth + 1) in counts:
            return Place(index, level.way, level.nth + 1, (*level.path[:-1], *sign.label.path), level.run)
    return None


def _later(alike: Sequence[tuple[int, Level]], sign: Sign, counts: Sequence[Count]) -> Place | None:
    """A number was left out: "c)" after "a)"."""
    for index, level in alike:
        for way, count in counts:
            if way == level.way and level.nth < count <= level.nth + (20 if sign.item else 5):
                return Place(index, way, count, (*level.path[:-1], *sign.label.path), level.run)
    return None


def _opened(
    levels: Sequence[Level], alike: Sequence[tuple[int, Level]], sign: Sign, counts: Sequence[Count]
) -> Place:
    """A list that begins: again at the depth of the last one of its kind, or inside what is open."""
    way, count = min(counts, key=lambda reading: reading[1])
    keep = len(levels)
    for index, level in alike:
        if level.way == way:
            keep = len(levels) if sign.announced and index == len(levels) - 1 else index
            break
    if sign.firm and sign.item:
        while keep and levels[keep - 1].item >= sign.item:
            keep -= 1
    return inside(levels, sign, keep, way, count)


def inside(levels: Sequence[Level], sign: Sign, keep: int, way: str, count: int) -> Place:
    """A new list below the first `keep` levels."""
    above = levels[keep - 1].path if keep else ()
    return Place(keep, way, count, (*above, *sign.label.path))
