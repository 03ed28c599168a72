"""The agreement as the data that `agreement.typ` sets."""

import json
from typing import Any

from examples.build.blocks import Block, Clause, Grid, Heading, Item, Listing, Paragraph, Part, Runs
from examples.build.example import Example
from examples.build.widths import shares

Json = dict[str, Any]


def as_json(example: Example) -> str:
    """Everything that the template needs except the layout."""
    return json.dumps(
        {
            "title": example.title,
            "language": example.language.split("-")[0],
            "region": example.language.split("-")[1],
            "date": [example.dated.year, example.dated.month, example.dated.day],
            "version": example.version,
            "authors": example.authors,
            "cover": example.cover,
            "labels": example.labels._asdict(),
            "opening": [_block(example, block, signing=False) for block in example.opening()],
            "parts": [_part(example, part) for part in example.parts],
        },
        ensure_ascii=False,
    )


def _part(example: Example, part: Part) -> Json:
    signing = False
    blocks: list[Json] = []
    for block in example.body(part):
        if isinstance(block, Heading):
            signing = block.level == 2 and block.text in example.signature
        blocks.append(_block(example, block, signing=signing))
    return {"name": example.running(part), "columns": part.key in example.columns, "blocks": blocks}


def _block(example: Example, block: Block, *, signing: bool) -> Json:
    match block:
        case Heading():
            return {"is": "heading", "level": block.level, "text": block.text, "signing": signing}
        case Paragraph():
            return {"is": "paragraph", "runs": _runs(block.runs)}
        case Clause():
            return {"is": "clause", "number": block.number, "runs": _runs(block.runs)}
        case Listing():
            return _listing(block)
        case Grid():
            return {"is": "signatures" if signing else "table", **_grid(example, block)}


def _listing(block: Listing) -> Json:
    items = [_item(item) for item in block.items]
    return {"is": "list", "kind": block.kind, "form": block.form, "start": block.start, "items": items}


def _item(item: Item) -> Json:
    return {"runs": _runs(item.runs), "inner": [_listing(inner) for inner in item.inner]}


def _grid(example: Example, grid: Grid) -> Json:
    wide = example.lies(grid.title)
    return {**grid._asdict(), "widths": shares(grid), "landscape": wide}


def _runs(runs: Runs) -> list[list[str | bool]]:
    return [[run.text, run.bold] for run in runs]
