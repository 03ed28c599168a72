"""The agreement as Markdown and as plain text."""

import textwrap
from collections.abc import Iterator

from examples.build.blocks import Block, Clause, Grid, Heading, Listing, Paragraph, plain
from examples.build.example import Example, sources
from examples.build.listing import sign

_COLUMNS = 80


def as_markdown(example: Example) -> bytes:
    """The parts as they are, joined."""
    texts = [path.read_text(encoding="utf-8").strip() for path in sources(example.folder)]
    return ("\n\n".join(texts) + "\n").encode()


def as_text(example: Example) -> bytes:
    """Plain text in lines of 80 columns; of a table each row is a line, its cells between bars."""
    blocks = (block for part in example.parts for block in part.blocks)
    return ("\n\n".join("\n".join(_lines(block)) for block in blocks).lstrip() + "\n").encode()


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            before = "\n" * (3 - block.level)
            yield before + block.text
            if block.level == 1:
                yield "=" * len(block.text)
        case Paragraph():
            yield _wrapped(plain(block.runs))
        case Clause():
            yield _wrapped(f"{block.number} {plain(block.runs)}")
        case Listing():
            yield from _items(block, "")
        case Grid():
            yield from _rows(block)


def _items(listing: Listing, indent: str) -> Iterator[str]:
    for place, item in enumerate(listing.items):
        marker = "-" if listing.kind == "bullet" else sign(listing, place)
        yield _wrapped(f"{marker} {plain(item.runs)}", f"  {indent}", f"     {indent}")
        for inner in item.inner:
            yield from _items(inner, f"   {indent}")


def _rows(grid: Grid) -> Iterator[str]:
    if grid.title:
        yield grid.title + "\n"
    for row in (grid.head, *grid.rows):
        yield " | ".join(row)


def _wrapped(text: str, first: str = "", rest: str = "") -> str:
    return textwrap.fill(
        text,
        _COLUMNS,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
