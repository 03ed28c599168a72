"""How the forecasts that were shown went."""

from typing import NamedTuple
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from klaar.brief.spoken import Speaker
from klaar.forecast.model import Loss, Score
from klaar.forecast.showing.reliability import reliability_svg
from klaar.web.dates.happened import Happened, happened
from klaar.web.dates.histories import label_of
from klaar.web.dates.models import Shown
from klaar.web.dates.scoring import Scored, scored
from klaar.web.dates.views.showing import language, odds_of
from klaar.web.guard.declare import guarded
from klaar.web.guard.request import Request
from klaar.web.guard.rules import AT_TABLE
from klaar.web.store.models import Side, Version
from klaar.web.table.find import find_version

_PER_PAGE = 50


class Row(NamedTuple):
    """One line of the table: what, as it should be, Klaar's, and that of the promise itself."""

    what: str
    good: str
    klaar: str
    promise: str


class Part(NamedTuple):
    """The record of one side in words and a picture."""

    label: str
    scored: Scored
    picture: str
    rows: tuple[Row, ...]
    points: tuple[tuple[str, str], ...]
    tried: str


@guarded(AT_TABLE)
def record(request: Request, agreement: UUID) -> HttpResponse:
    """Reliability, coverage and losses beside the promise itself, per side; and every forecast that was kept."""
    version = find_version(request)
    past = happened(version)
    rows = list(Shown.objects.filter(agreement=agreement).defer("seat"))
    page = Paginator(rows[::-1], _PER_PAGE).get_page(request.GET.get("page"))
    sides = (("", gettext("Both sides together")), (Side.IT, Side.IT.label), (Side.CLIENT, Side.CLIENT.label))
    parts = [_part(scored(rows, past, side), str(label)) for side, label in sides]
    context = {
        "version": version,
        "parts": [part for part in parts if part.scored.score.n or not part.scored.side],
        "page": page,
        "kept": [_kept(row, past, version) for row in page],
    }
    return render(request, "dates/record.html", context)


def _part(told: Scored, label: str) -> Part:
    spoken = Speaker(language())
    points = told.score.reliability
    return Part(
        label,
        told,
        reliability_svg(points, told.score.n, language(), f"reliability-{told.side or 'all'}")
        if points
        else "",
        tuple(_rows(told.score, spoken)),
        tuple((spoken.percent(round(a * 100)), spoken.percent(round(b * 100))) for a, b in points),
        _coverage(told.tried_score.forecast, 1, spoken),
    )


def _rows(told: Score, spoken: Speaker) -> list[Row]:
    if told.forecast is None or told.promise is None:
        return []
    rows = [
        Row(
            gettext("ready by the day of %(level)s in 100") % {"level": level},
            spoken.percent(level),
            _coverage(told.forecast, number, spoken),
            _coverage(told.promise, number, spoken),
        )
        for number, level in enumerate((50, 80, 90))
    ]
    for what, key in (
        (gettext("how far off in all (CRPS, share of the term)"), "crps"),
        (gettext("how far off at these three days (pinball, share of the term)"), "pinball"),
    ):
        one, other = (spoken.number(getattr(each, key), 2) for each in (told.forecast, told.promise))
        rows.append(Row(what, gettext("as low as can be"), one, other))
    return rows


def _coverage(loss: Loss | None, number: int, spoken: Speaker) -> str:
    return spoken.percent(round(loss.coverage[number] * 100)) if loss else ""


def _kept(row: Shown, past: Happened, version: Version) -> dict[str, object]:
    """One kept forecast as a line of the list."""
    return {
        "row": row,
        "history": label_of(row),
        "odds": odds_of(row.chance),
        "p80": row.record.get("p80"),
        "done": past.done(row.key),
        "promise": version.promises.filter(key=row.key).only("key", "number", "quote").first(),
    }
