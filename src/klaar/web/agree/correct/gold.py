"""The reading as people corrected it, in the form of the gold labels: a line for the text, a line a promise."""

import json
from collections.abc import Iterator
from typing import Any

from klaar.web.store.models import Promise, SourcePage, Version

_SLOTS = ("kind", "text", "value", "business")


def gold_lines(version: Version, document: int) -> Iterator[str]:
    """JSON lines: `text[start:end] == quote` in the text of that file, struck promises left out."""
    told = version.reading.documents[document]
    last = SourcePage.objects.filter(version=version, document=document).order_by("-position").first()
    yield _line(
        {
            "doc": told["name"],
            "region": [0, last.end if last else 0],
            "language": version.language,
            "parties": [
                {"name": party.name, "side": party.side, "aliases": party.aliases}
                for party in version.parties.filter(side__in=("it", "client"))
            ],
        }
    )
    rows = version.promises.filter(document=document, is_struck=False).order_by("start", "position")
    for number, promise in enumerate(rows, 1):
        yield _line(_label(number, promise))


def _label(number: int, promise: Promise) -> dict[str, Any]:
    deadline = promise.deadline
    return {
        "id": number,
        "start": promise.start,
        "end": promise.end,
        "quote": promise.quote,
        "kind": promise.kind,
        "bearer": promise.bearer,
        "action": promise.action,
        "deadline": {name: deadline[name] for name in _SLOTS} if deadline else None,
        "measure": promise.measure,
        "condition": promise.condition or promise.exception or None,
        "consequence": promise.consequence or None,
        "vague": promise.vague,
    }


def _line(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False) + "\n"
