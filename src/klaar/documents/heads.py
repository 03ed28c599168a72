"""How many of a table's first rows are column heads, where the format does not say so."""

from collections.abc import Sequence

from klaar.documents.words import DocumentWords

_LONGEST = 60
_ABBREVIATED = 8


def count_heads(rows: Sequence[Sequence[str]], words: DocumentWords) -> int:
    """1 when the first row looks like column heads ("Prioriteit | Reactietijd"), else 0.

    Heads are short, hold no figures where the rows below do, end no sentence; a first cell that is a known
    head ("Nr") settles it. A table of one row has none.
    """
    if len(rows) < 2:
        return 0
    first = [cell.strip("*_ ") for cell in rows[0]]
    filled = [cell for cell in first if cell]
    if not filled or any(len(cell) > _LONGEST or _is_sentence(cell) for cell in filled):
        return 0
    if any(cell.lower() in words.heads for cell in filled):
        return 1
    if len(filled) < 2 or any(cell.endswith(":") for cell in filled):
        return 0
    below = [cell for row in rows[1:] for cell in row]
    figures = any(any(map(str.isdigit, cell)) for cell in below)
    return int(not any(map(str.isdigit, "".join(filled))) and (figures or len(first) > 2 or _longer(below)))


def _is_sentence(cell: str) -> bool:
    """Whether a cell is closed as a sentence or an item; "Nr." is not."""
    return cell.endswith(";") or (cell.endswith(".") and len(cell) > _ABBREVIATED)


def _longer(cells: Sequence[str]) -> bool:
    return any(len(cell) > _LONGEST for cell in cells)
