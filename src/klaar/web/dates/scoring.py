"""How the forecasts that were shown went, now that it is known."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from klaar.forecast.model import Outcome, Score
from klaar.forecast.record import score
from klaar.web.dates.happened import Happened
from klaar.web.dates.keeping import forecast_of
from klaar.web.dates.models import Shown


class Scored(NamedTuple):
    """The forecasts of one side: `score` over those whose truth is known, about so many `promises`.

    `waiting` are kept and not known yet; `tried` counts days that someone tried out, which are kept and scored
    in `tried_score` apart, for nobody promised them.
    """

    side: str
    score: Score
    promises: int
    waiting: int
    tried: int
    tried_score: Score


def scored(rows: Sequence[Shown], past: Happened, side: str) -> Scored:
    """How the forecasts of `side` went ("": of both)."""
    own = [row for row in rows if not side or row.side == side]
    known = [(row, day) for row in own if (day := past.done(row.key)) and row.today <= day]
    told = [(row, day) for row, day in known if not row.is_asked]
    tried = [(row, day) for row, day in known if row.is_asked]
    waiting = sum(past.done(row.key) is None for row in own)
    return Scored(
        side,
        score(map(_outcome, told)),
        len({row.key for row, _ in told}),
        waiting,
        len(tried),
        score(map(_outcome, tried)),
    )


def _outcome(known: tuple[Shown, date]) -> Outcome:
    row, day = known
    return Outcome(forecast_of(row.record), day)
