"""The Markdown of the example sources becomes blocks.

A part begins with one `# ` heading; clauses are paragraphs that begin with their number; a list stands
directly below the line that opens it; a table may be named by the paragraph before it.
"""

import re
from collections.abc import Iterator, Sequence

from examples.build.blocks import Block, Clause, Grid, Heading, Listing, Paragraph, Part, plain
from examples.build.listing import ItemLine, follows, item_line, listings_of, runs_of

_HEADING = re.compile(r"(#{1,3}) (.+)")
_LABEL = re.compile(
    r"(?P<label>(?:(?:Artikel|Article|Clause|Section) )?[A-Z]?\d+(?:\.\d+)*\.?) (?P<title>.+)"
)
_CLAUSE = re.compile(r"(?P<number>[A-Z]?\d+(?:\.\d+)+\.?) (?P<text>.+)")
_TABLE_TITLE = re.compile(r"(?:Tabel|Table) \S+: .+")
_STRANGE = re.compile(r"[`\\\[\]<>_~]|(?<!\*)\*(?!\*)")


class DialectError(ValueError):
    """A source line that is not in the dialect, with its file and number."""


def parse_part(key: str, source: str) -> Part:
    """The part written in `source`. Raises `DialectError` at the first line that does not fit."""
    lines = source.splitlines()
    for number, line in enumerate(lines, 1):
        if _STRANGE.search(line):
            raise DialectError(f"part {key}, line {number}: {line[:60]}")
    blocks: list[Block] = []
    for chunk in _chunks(lines):
        for block in _blocks(chunk):
            _append(blocks, block)
    first = blocks[0] if blocks else None
    if not isinstance(first, Heading) or first.level != 1:
        raise DialectError(f"part {key} does not begin with its title")
    return Part(key, first.text, tuple(blocks))


def _chunks(lines: Sequence[str]) -> Iterator[list[str]]:
    chunk: list[str] = []
    for line in (*lines, ""):
        if line.strip():
            chunk.append(line.rstrip())
        elif chunk:
            yield chunk
            chunk = []


def _blocks(chunk: Sequence[str]) -> Iterator[Block]:
    if chunk[0].startswith("|"):
        yield _grid(chunk)
        return
    place = next((index for index, line in enumerate(chunk) if item_line(line)), len(chunk))
    if place:
        yield _opening(" ".join(line.strip() for line in chunk[:place]))
    yield from listings_of([_item(line) for line in chunk[place:]])


def _item(line: str) -> ItemLine:
    found = item_line(line)
    if found is None:
        raise DialectError(f"a list goes on in a line without a marker: {line[:60]}")
    return found


def _opening(text: str) -> Block:
    if heading := _HEADING.fullmatch(text):
        level, title = len(heading[1]), heading[2]
        label = _LABEL.fullmatch(title) if level > 1 else None
        return Heading(level, label["label"], label["title"]) if label else Heading(level, "", title)
    if clause := _CLAUSE.fullmatch(text):
        return Clause(clause["number"], runs_of(clause["text"]))
    return Paragraph(runs_of(text))


def _grid(chunk: Sequence[str]) -> Grid:
    rows = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in chunk]
    if len({len(row) for row in rows}) != 1 or not set("".join(rows[1])) <= set("-: "):
        raise DialectError(f"a table is not a table: {chunk[0][:60]}")
    return Grid("", rows[0], tuple(rows[2:]))


def _append(blocks: list[Block], block: Block) -> None:
    last = blocks[-1] if blocks else None
    if isinstance(block, Grid) and isinstance(last, Paragraph) and _TABLE_TITLE.match(plain(last.runs)):
        blocks[-1] = block._replace(title=plain(last.runs))
    elif (
        isinstance(block, Listing)
        and isinstance(last, Listing)
        and last.kind in ("number", "capital")
        and follows(last, block.items[0].marker)
    ):
        blocks[-1] = last._replace(items=(*last.items, *block.items))
    else:
        blocks.append(block)
