"""Plain text becomes blocks, tables and pages."""

import re
from itertools import pairwise
from typing import NamedTuple

from klaar.documents.flat.markdown import markdown_parts
from klaar.documents.flat.plain import plain_pieces
from klaar.documents.flat.tables import flat_tables
from klaar.documents.kinds import blocks_of
from klaar.documents.model import Block, Page, Table
from klaar.documents.words import DocumentWords


class FlatParts(NamedTuple):
    """What a flat text is made of; `title` is its first heading's words, "" where it has none."""

    blocks: tuple[Block, ...]
    tables: tuple[Table, ...]
    pages: tuple[Page, ...] = ()
    title: str = ""


def plain_parts(text: str, words: DocumentWords) -> FlatParts:
    """The parts of a plain text; its pages are those between form feeds, if it has any."""
    pieces, grids, lines = plain_pieces(text, words)
    blocks = blocks_of(text, pieces, words)
    tables = flat_tables(text, grids, lines, words)
    return FlatParts(blocks, tables, feed_pages(text), first_title(text, blocks))


def markdown_flat(text: str, words: DocumentWords) -> FlatParts:
    """The parts of a Markdown text; its title is that of the front matter, else its first heading."""
    parts = markdown_parts(text, words)
    blocks = blocks_of(text, parts.pieces, words)
    return FlatParts(blocks, tuple(parts.tables), (), parts.title or first_title(text, blocks))


def feed_pages(text: str) -> tuple[Page, ...]:
    """The pages between form feeds; none where there is no form feed between words."""
    last = len(text.rstrip())
    feeds = [found.start() for found in re.finditer("\f", text) if found.start() < last]
    edges = [0, *(feed + 1 for feed in feeds), len(text)]
    if len(edges) == 2:
        return ()
    return tuple(Page(number, start, end) for number, (start, end) in enumerate(pairwise(edges), 1))


def first_title(text: str, blocks: tuple[Block, ...]) -> str:
    """The words of the first heading among the first blocks, without marks of emphasis."""
    for block in blocks[:12]:
        if block.kind == "heading":
            label = text[block.start : block.body] if block.marker else ""
            said = text[block.body : block.end].strip("#*_ \t\n=-")
            return " ".join(f"{label.strip('#*_ ')} {said}".split())
    return ""
