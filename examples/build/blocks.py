"""What a part of an agreement is made of, whatever the format it will be written in."""

from typing import Literal, NamedTuple

ListKind = Literal["number", "letter", "roman", "capital", "bullet"]


class Run(NamedTuple):
    """Words that look the same: `Run("Storing", bold=True)` in "**Storing**: iedere onderbreking …"."""

    text: str
    bold: bool = False


Runs = tuple[Run, ...]


class Heading(NamedTuple):
    """A heading; of "## Artikel 12 Betaling" the label is "Artikel 12", the title "Betaling", the level 2."""

    level: int
    label: str
    title: str

    @property
    def text(self) -> str:
        """Label and title as they are read aloud."""
        return f"{self.label} {self.title}" if self.label else self.title


class Paragraph(NamedTuple):
    """A paragraph without a number."""

    runs: Runs


class Clause(NamedTuple):
    """A paragraph that begins with its number: "12.1 Opdrachtgever betaalt …"."""

    number: str
    runs: Runs


class Item(NamedTuple):
    """One item of a list: `marker` is "a." or "-"; `inner` the list that hangs below it, if any."""

    marker: str
    runs: Runs
    inner: "tuple[Listing, ...]" = ()


class Listing(NamedTuple):
    """Items of one kind that follow each other.

    `form` is what stands around the sign, "%." for "a." and "(%)" for "(a)"; `start` is the number of the
    first item, 1 for "a.".
    """

    kind: ListKind
    form: str
    start: int
    items: tuple[Item, ...]


class Grid(NamedTuple):
    """A table, with the paragraph that names it ("Tabel B-3: Hersteltijden") or ""."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Clause | Listing | Grid


class Part(NamedTuple):
    """One source file: `key` is "02" of "02-bijlage-b-sla.md", `name` its first heading's text."""

    key: str
    name: str
    blocks: tuple[Block, ...]


class Mark(NamedTuple):
    """A heading as the contents list it: its level, its words and the page on which it stands."""

    level: int
    words: str
    page: int


def plain(runs: Runs) -> str:
    """The words of `runs` without their looks."""
    return "".join(run.text for run in runs)
