"""Rows in columns."""

from collections.abc import Iterator, Sequence

from wcwidth import wcswidth


def table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """The rows, indented, with their cells below each other."""
    columns = range(max(map(len, rows), default=0))
    widths = [
        max((wcswidth(row[column]) for row in rows if column < len(row)), default=0) for column in columns
    ]
    for row in rows:
        padded = (cell + " " * (widths[number] - wcswidth(cell)) for number, cell in enumerate(row))
        yield f"  {'   '.join(padded)}".rstrip()
