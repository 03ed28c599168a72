"""Plain text and Markdown become blocks, tables and pages."""

import re
from itertools import pairwise

from klaar.documents.decode import decode
from klaar.documents.errors import DocumentError
from klaar.documents.flat.markdown import markdown_parts
from klaar.documents.flat.plain import plain_pieces
from klaar.documents.flat.tables import flat_tables
from klaar.documents.kind import Format
from klaar.documents.kinds import blocks_of
from klaar.documents.model import Page
from klaar.documents.parts import Parts, first_title
from klaar.documents.request import Request
from klaar.documents.words import DocumentWords


def read_flat(request: Request, found: Format) -> Parts:
    """The parts of a file of plain text or Markdown; its text is what its bytes say, unchanged."""
    text, gaps = decode(request.data)
    if len(text) > request.limits.characters:
        raise DocumentError("too_large", f"{len(text)} characters > {request.limits.characters}")
    parts = (read_markdown if found == "markdown" else read_plain)(text, request.words)
    return parts._replace(gaps=(*gaps, *parts.gaps))


def read_plain(text: str, words: DocumentWords) -> Parts:
    """The parts of a plain text; its pages are those between form feeds, if it has any."""
    pieces, grids, lines = plain_pieces(text, words)
    hashed = any(piece.role == "heading" and text[piece.start] == "#" for piece in pieces)
    blocks = blocks_of(text, pieces, words, plain=not hashed)
    tables = flat_tables(text, grids, lines, words)
    return Parts(text, blocks, tables, feed_pages(text), title=first_title(text, blocks))


def read_markdown(text: str, words: DocumentWords) -> Parts:
    """The parts of a Markdown text; its title is that of the front matter, else its first heading."""
    found = markdown_parts(text, words)
    blocks = blocks_of(text, found.pieces, words)
    return Parts(text, blocks, tuple(found.tables), title=found.title or first_title(text, blocks))


def feed_pages(text: str) -> tuple[Page, ...]:
    """The pages between form feeds; none where there is no form feed between words."""
    last = len(text.rstrip())
    feeds = [found.start() for found in re.finditer("\f", text) if found.start() < last]
    edges = [0, *(feed + 1 for feed in feeds), len(text)]
    if len(edges) == 2:
        return ()
    return tuple(Page(number, start, end) for number, (start, end) in enumerate(pairwise(edges), 1))
