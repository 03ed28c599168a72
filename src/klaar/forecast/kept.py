"""Forecasts that were kept, a line each, and what became of them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from klaar.forecast.imports.errors import HistoryError
from klaar.forecast.model import Case, Forecast, Outcome


class Kept(NamedTuple):
    """A forecast under the name of what it is about: "release 4", said by the `it` side."""

    name: str
    side: str
    forecast: Forecast


def kept_line(kept: Kept) -> str:
    """One line of JSON for a record that only grows."""
    said = kept.forecast
    days = {key: _iso(getattr(said, key)) for key in ("start", "wished", "today", "p50", "p80", "p90")}
    numbers = {key: getattr(said, key) for key in ("chance", "n", "unfinished", "basis", "sight", "curve")}
    return json.dumps(
        {"kept": 1, "name": kept.name, "side": kept.side, **days, **numbers}, ensure_ascii=False
    )


def read_kept(text: str) -> list[Kept]:
    """The forecasts in a record; raises `HistoryError("not_kept")` with the number of a line that is none."""
    found = []
    for row, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                found.append(_read(json.loads(line)))
            except (ValueError, KeyError, TypeError):
                raise HistoryError("not_kept", row=row) from None
    return found


def _read(read: Mapping[str, Any]) -> Kept:
    curve = tuple(float(day) for day in read["curve"])
    if len(curve) not in (0, 100):
        raise ValueError("curve")
    said = Forecast(
        date.fromisoformat(read["start"]),
        _day(read["wished"]),
        date.fromisoformat(read["today"]),
        chance=read["chance"],
        p50=_day(read["p50"]),
        p80=_day(read["p80"]),
        p90=_day(read["p90"]),
        n=int(read["n"]),
        unfinished=int(read["unfinished"]),
        basis=str(read["basis"]),
        sight=float(read["sight"]),
        curve=curve,
    )
    return Kept(str(read["name"]), str(read["side"]), said)


def outcomes(kept: Iterable[Kept], history: Sequence[Case]) -> tuple[list[Outcome], int]:
    """The kept forecasts whose truth `history` knows by now, by name (`group`), and how many it does not."""
    done = {case.group: case.done for case in history if case.group and case.done}
    found, unknown = [], 0
    for each in kept:
        day = done.get(each.name)
        if day is None:
            unknown += 1
        else:
            found.append(Outcome(each.forecast, day))
    return found, unknown


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
