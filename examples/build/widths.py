"""How wide the columns of a table are, as parts of the whole."""

import math

from examples.build.blocks import Grid

_PER_WORD = 1.25
_LEAST = 5.0


def shares(grid: Grid) -> tuple[float, ...]:
    """The share of the width that each column gets; together 1.

    A column grows with the square root of its text, so that a long column does not crush a short one, and
    is never narrower than its longest word.
    """
    columns = zip(grid.head, *grid.rows, strict=True)
    weights = [_weight(column) for column in columns]
    return tuple(round(weight / sum(weights), 4) for weight in weights)


def _weight(cells: tuple[str, ...]) -> float:
    longest = max((len(word) for cell in cells for word in cell.split()), default=0)
    typical = sum(len(cell) for cell in cells) / len(cells)
    return max(_LEAST, min(longest, 13) * _PER_WORD, 4.2 * math.sqrt(typical))
