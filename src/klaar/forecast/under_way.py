"""The chance of a promised date while the work is under way."""

from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np

from klaar.forecast.answer import answered, left_out
from klaar.forecast.columns import Columns, columns, together
from klaar.forecast.days import day_number, whole_day
from klaar.forecast.model import Case, Forecast, Move, Note
from klaar.forecast.reference import Reference
from klaar.forecast.sound import first_promises, several_days, sound
from klaar.forecast.states import states
from klaar.forecast.table import Table, build_table

_ASKED = "\0asked"


def under_way(
    history: Iterable[Case],
    start: date,
    promises: Sequence[Move],
    today: date,
    *,
    progress: float | None = None,
    kind: str = "",
    reference: Reference | None = None,
    least: float = 0.5,
) -> Forecast:
    """The chance that the date promised last is met, and the dates met in 50, 80 and 90 of 100 such cases.

    `promises` are the dates that were promised so far, each with the day on which it was said. Where the
    history has the successive promises of its projects, the remaining time is compared with theirs as far
    along, as often moved; else the whole term with that of cases that were not ready by then either.
    `progress` is the share that is done (0–1); it counts where the history tells it too and it helped there.
    A note warns where the chance is under `least`. Raises `ValueError` where nothing was promised by `today`
    or the first date is not after `start`.
    """
    said = sorted((move for move in promises if move.said <= today), key=lambda move: move.said)
    if not said or said[0].promised <= start or start > today:
        raise ValueError("promises")
    asked = _asked(start, said, today, kind, progress)
    rows = columns([*history, *asked])
    own = np.arange(len(rows.start)) >= len(rows.start) - len(asked)
    table, notes = _table(rows, own, day_number(today))
    forecast = Forecast(start, said[-1].promised, today, notes=notes)
    own_rows = table.group == rows.group[-1]
    made = answered(forecast, table.rows(~own_rows), _last(table.rows(own_rows)), reference)
    warned = (*_warnings(made, least), *_pace(made, progress))
    return made._replace(notes=(*warned, *made.notes))


def _asked(start: date, said: Sequence[Move], today: date, kind: str, progress: float | None) -> list[Case]:
    """The promises so far as cases, and the last one as it stands today."""
    days = [start, *(max(start, move.said) for move in said[1:]), today]
    dates = [*(move.promised for move in said), said[-1].promised]
    made = [Case(day, promised, None, _ASKED, kind, today) for day, promised in zip(days, dates, strict=True)]
    return [*made[:-1], made[-1]._replace(progress=progress)]


def _table(
    rows: Columns, own: np.ndarray[tuple[int], np.dtype[np.bool_]], today: float
) -> tuple[Table, tuple[Note, ...]]:
    """The history and the case asked about: with the promises in between where the history has them."""
    past = sound(rows.rows(~own), today)
    several = several_days(past.rows)
    if several.size and several.mean() > 0.5:
        return build_table(together(states(past.rows, today), rows.rows(own)), today), left_out(past)
    first = past._replace(rows=first_promises(past.rows))
    return build_table(together(first.rows, rows.rows(np.flatnonzero(own)[:1])), today), left_out(first)


def _last(rows: Table) -> Table:
    return rows.rows(np.arange(len(rows.start))[-1:])


def _warnings(made: Forecast, least: float) -> list[Note]:
    """What both sides should hear before the date is missed."""
    if made.wished is None or made.chance is None:
        return []
    days = (made.wished - made.today).days
    if days < 0:
        return [Note.of("overdue", days=-days)]
    if made.chance < least:
        return [Note.of("warning", percent=round(made.chance * 100), least=round(least * 100), days=days)]
    return []


def _pace(made: Forecast, progress: float | None) -> list[Note]:
    """When it would be ready at the pace so far, where that could not be weighed."""
    gone = (made.today - made.start).days
    if progress is None or not 0 < progress < 1 or not gone or "pace" in made.basis:
        return []
    day = whole_day(day_number(made.today) + gone * (1 - progress) / progress)
    return [Note.of("progress_unused", percent=round(progress * 100), day=day.isoformat())]
