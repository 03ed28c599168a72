"""The method tried on a history before anyone trusts it: each case forecast from the others."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from klaar.forecast.answer import left_out
from klaar.forecast.backtest import Backtest, Split, backtest
from klaar.forecast.columns import columns, in_order
from klaar.forecast.days import day_number
from klaar.forecast.model import Case, Note
from klaar.forecast.sound import sound
from klaar.forecast.table import build_table


class Trial(NamedTuple):
    """How a history would have been forecast, and what of it could not be used."""

    result: Backtest
    notes: tuple[Note, ...]


def try_history(history: Iterable[Case], split: Split, today: date | None = None) -> Trial:
    """Forecast every promise of `history`, by project or in time, and score those that are finished.

    "90 promises of 60 projects: 79 % were ready by their 80 % date." Without `today` unfinished cases were
    open on the last day that the history names.
    """
    past = sound(in_order(columns([*history])), None if today is None else day_number(today))
    result = backtest(build_table(past.rows, past.as_of), split)
    return Trial(result, (*left_out(past), *_why(result)))


def _why(result: Backtest) -> list[Note]:
    """Why nothing, or not everything, could be forecast."""
    if result.n:
        return [Note.of("early", n=result.early)] if result.early else []
    return [Note.of("nothing_scored", n=result.early)]
