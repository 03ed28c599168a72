"""The lines of a flat text, each with its exact place."""

from typing import NamedTuple


class TextLine(NamedTuple):
    """A line that is not empty, without the white space around it.

    `indent` counts its columns from the left (a tab goes to the next fourth column), `blank` the empty
    lines before it, `hard` whether it ends with the two spaces or the backslash of Markdown's line break.
    """

    start: int
    end: int
    indent: int
    blank: int
    hard: bool = False

    @property
    def width(self) -> int:
        """Columns from the left margin to its last character."""
        return self.indent + self.end - self.start


def text_lines(text: str) -> list[TextLine]:
    """Every line of `text` that holds more than white space, in order."""
    lines: list[TextLine] = []
    position = blank = 0
    for raw in text.splitlines(keepends=True):
        kept = raw.strip()
        if not kept:
            blank += 1
        else:
            lead = raw.index(kept[0])
            start = position + lead
            indent = len(raw[:lead].expandtabs(4)) if lead else 0
            end = start + len(kept)
            hard = raw.startswith("  ", lead + len(kept)) or kept[-1] == "\\"
            lines.append(TextLine(start, end, indent, blank, hard))
            blank = 0
        position += len(raw)
    return lines
