"""The promises as a table for a spreadsheet."""

import csv
from collections.abc import Iterator
from io import StringIO

from django.utils.translation import get_language, gettext

from klaar.web.showing import show
from klaar.web.store.models import Side, Version

_STARTS = ("=", "+", "-", "@", "\t", "\r")


def promises_csv(version: Version) -> str:
    """The promises that stand, a row each, with a byte order mark so that spreadsheets read the letters."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(
        [
            gettext("Clause"), gettext("Page"), gettext("Who"), gettext("What kind"), gettext("When"), gettext("Day"),
            gettext("The words"), gettext("Measured by"), gettext("Only if"), gettext("Not if"),
            gettext("If it is not kept"), gettext("Certainty"), "id",
        ]
    )  # fmt: skip
    for row in _rows(version):
        writer.writerow([_plain(cell) for cell in row])
    return "\ufeff" + out.getvalue()


def _rows(version: Version) -> Iterator[tuple[str, ...]]:
    language = (get_language() or "en")[:2]
    for promise in version.promises.filter(is_struck=False):
        card = show(promise, language)
        yield (
            promise.number, str(promise.page or ""), str(Side(promise.bearer).label), card.kind, card.when,
            promise.due.isoformat() if promise.due else "", promise.quote, card.level, promise.condition,
            promise.exception, promise.consequence, promise.certainty, promise.key,
        )  # fmt: skip


def _plain(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_STARTS) else cell
