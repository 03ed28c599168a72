"""The agreement as one HTML page that needs nothing else."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from examples.build.blocks import Block, Clause, Grid, Heading, Item, Listing, ListKind, Paragraph, Part, Runs
from examples.build.example import Example

_CSS = Path(__file__).with_name("page.css")
_TYPES: dict[ListKind, str] = {"number": "1", "letter": "a", "roman": "i", "capital": "A", "bullet": ""}


def as_html(example: Example) -> bytes:
    """A page with a section a part; lists carry their type, so that the browser writes the letters."""
    sections = "\n".join(_section(part) for part in example.parts)
    return (
        f'<!doctype html>\n<html lang="{example.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(example.title)}</title>\n<style>\n{_CSS.read_text(encoding='utf-8')}</style>\n"
        f"</head>\n<body>\n<main>\n{sections}\n</main>\n</body>\n</html>\n"
    ).encode()


def _section(part: Part) -> str:
    body = "\n".join(line for block in part.blocks for line in _block(block))
    return f'<section id="part-{part.key}">\n{body}\n</section>'


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"<h{block.level}>{escape(block.text, quote=False)}</h{block.level}>"
        case Paragraph():
            yield f"<p>{_words(block.runs)}</p>"
        case Clause():
            yield f'<p class="clause"><span class="number">{block.number}</span> {_words(block.runs)}</p>'
        case Listing():
            yield _listing(block)
        case Grid():
            yield from _table(block)


def _listing(listing: Listing) -> str:
    items = "\n".join(_item(item) for item in listing.items)
    if listing.kind == "bullet":
        return f"<ul>\n{items}\n</ul>"
    start = f' start="{listing.start}"' if listing.start != 1 else ""
    look = f' class="{listing.kind}-in-brackets"' if listing.form == "(%)" else ""
    return f'<ol type="{_TYPES[listing.kind]}"{start}{look}>\n{items}\n</ol>'


def _item(item: Item) -> str:
    inner = "".join("\n" + _listing(listing) for listing in item.inner)
    return f"<li>{_words(item.runs)}{inner}</li>"


def _table(grid: Grid) -> Iterator[str]:
    yield "<table>"
    if grid.title:
        yield f"<caption>{escape(grid.title, quote=False)}</caption>"
    head = "".join(f'<th scope="col">{escape(cell, quote=False)}</th>' for cell in grid.head)
    yield f"<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>"
    for row in grid.rows:
        yield "<tr>" + "".join(f"<td>{escape(cell, quote=False)}</td>" for cell in row) + "</tr>"
    yield "</tbody>\n</table>"


def _words(runs: Runs) -> str:
    texts = ((escape(run.text, quote=False), run.bold) for run in runs)
    return "".join(f"<strong>{text}</strong>" if bold else text for text, bold in texts)
