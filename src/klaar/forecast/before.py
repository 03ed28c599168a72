"""The chance of a date before it is promised."""

from collections.abc import Iterable
from datetime import date

import numpy as np

from klaar.forecast.answer import answered, left_out
from klaar.forecast.columns import columns, in_order, together
from klaar.forecast.days import day_number
from klaar.forecast.model import Case, Forecast
from klaar.forecast.reference import Reference
from klaar.forecast.sound import sound_firsts
from klaar.forecast.table import build_table


def forecast(
    history: Iterable[Case],
    start: date,
    wished: date | None,
    today: date,
    *,
    planned: date | None = None,
    kind: str = "",
    reference: Reference | None = None,
) -> Forecast:
    """The chance that `wished` is met, and the dates met in 50, 80 and 90 of 100 such cases.

    "We start on 1 March and want it by 1 June" asks: of earlier promises, how many were ready within the
    term that was promised, how many in 1.8 times of it? `planned` is the day that the plan says, where that
    is not the wish; the term counts until there. Of several promises of one project the first counts, and
    only what `history` knew on `today`; where that tells nothing, `reference` does. Raises `ValueError` where
    neither day is given or one is not after `start`.
    """
    promised = planned or wished
    if promised is None or min(promised, wished or promised) <= start:
        raise ValueError("wished")
    rows = columns([*history, Case(start, promised, None, "", kind, start)])
    every = np.arange(len(rows.start))
    past = sound_firsts(in_order(rows.rows(every[:-1])), day_number(today))
    table = build_table(together(past.rows, rows.rows(every[-1:])), past.as_of)
    said = Forecast(start, wished, today, notes=left_out(past))
    known = np.arange(len(table.start))
    return answered(said, table.rows(known[:-1]), table.rows(known[-1:]), reference)
