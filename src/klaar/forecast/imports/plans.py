"""The rows of a sheet become the steps of a plan."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from klaar.forecast.imports.dates import Order
from klaar.forecast.imports.history import days_of
from klaar.forecast.imports.sheet import Sheet, folded
from klaar.forecast.plan.model import PlanError, Step


@cache
def _known() -> dict[str, tuple[str, ...]]:
    read = tomllib.loads((Path(__file__).parent / "known" / "plan.toml").read_text("utf-8"))
    return {key: tuple(names) for key, names in read.items()}


def read_plan(sheet: Sheet, order: Order | None = None) -> list[Step]:
    """The steps of a plan: name, side, days (or a start and a promised date), and what each waits on.

    "test data;client;10;design|contract" waits on two others. Raises `PlanError` for a step without a term,
    and as `in_order` for a plan that cannot be; `HistoryError` for dates that cannot be read.
    """
    name, side, days, after, start, promised, done, kind = (_heading(sheet, key) for key in _known())
    if not name or not (days or (start and promised)):
        raise PlanError("wrong_days", name=name or "?")
    begun, said, ready = days_of(sheet, (start, promised, done), order, times=False)
    cells = [
        sheet.column(each) if each else [""] * len(sheet.rows) for each in (name, side, days, after, kind)
    ]
    steps = []
    for row, (called, whose, term, waits, sort) in enumerate(zip(*cells, strict=True)):
        if row in {**begun.wrong, **said.wrong, **ready.wrong}:
            raise PlanError("wrong_days", name=called)
        length = _days(term, begun.days[row], said.days[row])
        if length is None:
            raise PlanError("wrong_days", name=called)
        names = tuple(part.strip() for part in waits.replace("|", ";").split(";") if part.strip())
        steps.append(Step(called, whose, length, names, begun.days[row], ready.days[row], sort))
    return steps


def _heading(sheet: Sheet, key: str) -> str:
    heads = {folded(name): name for name in reversed(sheet.names)}
    return next((heads[folded(name)] for name in _known()[key] if folded(name) in heads), "")


def _days(term: str, start: date | None, promised: date | None) -> float | None:
    """The promised term in days, at least 1; None where there is none."""
    if term:
        try:
            days = float(term.replace(",", "."))
        except ValueError:
            return None
        return days if 1 <= days < 36_525 else None
    if start is None or promised is None or promised <= start:
        return None
    return float((promised - start).days)
