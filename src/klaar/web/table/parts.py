"""All that stands around one promise on its own page."""

from typing import Any

from klaar.web.guard.request import Request
from klaar.web.store.models import Promise, SourcePage, Version
from klaar.web.table.cards import lay
from klaar.web.table.sheet import build_sheet
from klaar.web.table.source import source_of
from klaar.web.table.words import words_of


def about(request: Request, version: Version, promise: Promise, view: str, language: str) -> dict[str, Any]:
    """The context of a promise: its card, its source, its words, and what both sides said about it."""
    page = SourcePage.objects.filter(
        version=version, document=promise.document, start__lte=promise.start, end__gt=promise.start
    ).first()
    sheet = build_sheet(page, [], promise) if page else None
    return {
        "version": version,
        "chosen": promise,
        "laid": lay([promise], request.seat, view, language)[0],
        "source": source_of(promise),
        "sheet": sheet if sheet and sheet.width else None,
        "page": page,
        "words": words_of(promise, version.reading, version.language),
        "view": view,
        "may_change": request.seat.role in ("owner", "signer") and version.state == Version.State.OPEN,
        "may_confirm": _may_confirm(request, version, promise),
        "is_open": version.state == Version.State.OPEN,
    }


def _may_confirm(request: Request, version: Version, promise: Promise) -> bool:
    return (
        request.seat.role in ("owner", "signer")
        and version.state == Version.State.OPEN
        and not promise.is_struck
        and promise.bearer in (request.seat.side, "both")
        and promise.kind not in ("permission", "exclusion")
    )
