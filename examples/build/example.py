"""An example agreement as it stands in its folder: settings, layout and parts."""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from pathlib import Path
from typing import Any, NamedTuple

from examples.build.blocks import Block, Heading, Part
from examples.build.dialect import parse_part

SETTINGS = "example.toml"
LAYOUT = "layout.toml"


class Layout(NamedTuple):
    """What makes the PDF longer or shorter: the size of the letters in points, the leading in em."""

    size: float
    leading: float


class Labels(NamedTuple):
    """The words that stand on a page around the agreement itself."""

    contents: str
    page: str
    of: str
    main: str


class Letter(NamedTuple):
    """The mail with which the agreement is sent; `attachment` is "docx" or "pdf"."""

    sender: str
    to: str
    cc: str
    subject: str
    sent: datetime
    attachment: str
    attachment_name: str
    body: str


@dataclass(frozen=True, slots=True)
class Example:
    """One example: `pages` is the number of pages that its PDF must have, 0 when any number will do.

    `automatic` are the parts whose numbers a word processor counts itself, `columns` those set in two
    columns, `landscape` the beginnings of the titles of tables that get a page of their own on its side,
    `signature` the headings above the places to sign.
    """

    name: str
    folder: Path
    title: str
    language: str
    pages: int
    dated: datetime
    version: str
    authors: tuple[str, ...]
    cover: tuple[str, ...]
    labels: Labels
    automatic: frozenset[str]
    columns: frozenset[str]
    landscape: tuple[str, ...]
    signature: frozenset[str]
    letter: Letter
    layout: Layout
    parts: tuple[Part, ...]

    def body(self, part: Part) -> tuple[Block, ...]:
        """The blocks of `part`, of the first part without what stands on the cover."""
        return part.blocks[len(self.opening()) :] if part is self.parts[0] else part.blocks

    def opening(self) -> tuple[Block, ...]:
        """The title of the first part and what stands before its next heading: it goes on the cover."""
        blocks = self.parts[0].blocks
        return (blocks[0], *takewhile(lambda block: not isinstance(block, Heading), blocks[1:]))

    def running(self, part: Part) -> str:
        """What the running header calls `part`."""
        return self.labels.main if part is self.parts[0] else part.name

    def lies(self, title: str) -> bool:
        """Whether the table with this title gets a page on its side."""
        return title.startswith(self.landscape) if self.landscape else False


def sources(folder: Path) -> tuple[Path, ...]:
    """The Markdown files of an example, in the order in which they are joined."""
    return tuple(sorted((folder / "source").glob("[0-9][0-9]-*.md")))


def load(folder: Path) -> Example:
    """The example in `folder`. Raises `DialectError` where a source is not in the dialect."""
    raw = tomllib.loads((folder / SETTINGS).read_text(encoding="utf-8"))
    form: dict[str, Any] = raw["form"]
    return Example(
        name=folder.name,
        folder=folder,
        title=raw["title"],
        language=raw["language"],
        pages=raw["pages"],
        dated=raw["dated"],
        version=raw["version"],
        authors=tuple(raw["authors"]),
        cover=tuple(raw["cover"]),
        labels=Labels(**raw["labels"]),
        automatic=frozenset(form["automatic"]),
        columns=frozenset(form["columns"]),
        landscape=tuple(form["landscape"]),
        signature=frozenset(form["signature"]),
        letter=Letter(**raw["mail"]),
        layout=_layout(folder),
        parts=tuple(parse_part(path.name[:2], path.read_text(encoding="utf-8")) for path in sources(folder)),
    )


def _layout(folder: Path) -> Layout:
    raw = tomllib.loads((folder / LAYOUT).read_text(encoding="utf-8"))
    return Layout(size=raw["size"], leading=raw["leading"])
