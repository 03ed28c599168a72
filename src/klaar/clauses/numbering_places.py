"""Where a number with parts, or with a word before it, belongs among the levels that are open."""

from collections.abc import Sequence

from klaar.clauses.numbering_levels import Level, Place, Sign, first_number, scope

_Path = tuple[str, ...]


def place_deep(levels: Sequence[Level], sign: Sign) -> tuple[Place, bool]:
    """Where "11.2" belongs, and whether the number above it (11) is open.

    In annex B "B.4" counts as 4; in a list of which "2." is open, "2.1" lies in that item.
    """
    base = scope(levels)
    path = sign.label.path
    if base and path[0].isalpha() and levels[base - 1].way == path[0]:
        path = path[1:]
    keep, beneath = _above(levels, base, path)
    if keep < 0:
        keep = _in_list(levels, base, path)
        path = (*levels[keep - 1].path, path[-1]) if keep >= 0 else path
        beneath = keep >= 0
    if keep < 0:
        keep, beneath = first_number(levels, base), len(path) == 1
    way, nth = sign.label.counts[0] if sign.label.counts else ("", 0)
    return Place(keep, way, nth, path, _same_run(levels, keep, path)), beneath


def _above(levels: Sequence[Level], base: int, path: _Path) -> tuple[int, bool]:
    """How many levels lead to a number, and whether the last is the one right above it; -1 for none."""
    for index in range(len(levels) - 1, base - 1, -1):
        level = levels[index]
        length = len(level.path)
        if level.kind == "number" and length < len(path) and level.path == path[:length]:
            return index + 1, length == len(path) - 1
    return -1, False


def _in_list(levels: Sequence[Level], base: int, path: _Path) -> int:
    for index in range(len(levels) - 1, base - 1, -1):
        level = levels[index]
        if level.kind == "number" and level.shape and level.path[1 - len(path) :] == path[:-1]:
            return index + 1
    return -1


def _same_run(levels: Sequence[Level], keep: int, path: _Path) -> int:
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
