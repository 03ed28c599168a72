"""An availability over a period: what counts, what was down, and what nobody knows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from klaar.ledger.levels.gathered import Record, gather
from klaar.ledger.levels.measured import Measured
from klaar.ledger.levels.model import Hours, Interval, Level, Note, Outage, Period, State, Stretch
from klaar.ledger.levels.notes import calendar_notes, length_note, until_notes
from klaar.ledger.levels.said import Said
from klaar.ledger.levels.service import service
from klaar.ledger.levels.stretches import Stretches, clipped, common, length, merged, without


class _Asked(NamedTuple):
    """What is measured, and how."""

    level: Level
    hours: Hours
    until: datetime | None
    rest: State
    windows: Hours | None


def measure(
    level: Level,
    intervals: Sequence[Interval],
    period: Period,
    hours: Hours,
    *,
    until: datetime | None = None,
    rest: State = "unknown",
    windows: Hours | None = None,
) -> Measured:
    """How long it worked in `period`, of the service hours less planned maintenance and what is excluded.

    `until` is the moment up to which is measured (the end of the period where it is None). What no interval
    covers is `rest`: "unknown", or "up" where only interruptions are written down. `windows` are the agreed
    hours for maintenance. What was measured as up and as down at once is unknown. Raises `LedgerError` for a
    time zone that does not exist.
    """
    return measure_all(level, intervals, (period,), hours, until=until, rest=rest, windows=windows)[0]


def measure_all(
    level: Level,
    intervals: Sequence[Interval],
    periods: Iterable[Period],
    hours: Hours,
    *,
    until: datetime | None = None,
    rest: State = "unknown",
    windows: Hours | None = None,
) -> tuple[Measured, ...]:
    """`measure` for several periods; the measurements are sorted once."""
    asked, record = _Asked(level, hours, until, rest, windows), gather(intervals)
    return tuple(_measured(asked, record, period) for period in periods)


def _measured(asked: _Asked, record: Record, period: Period) -> Measured:
    now = max(period.start, min(asked.until or period.end, period.end))
    whole, planned, excluded = _apart(asked, record, period)
    left = without(without(whole, planned), excluded)
    counted, seen = clipped(left, period.start, now), clipped(whole, period.start, now)
    both, down, up, unknown = _states(asked, record, counted)
    return Measured(
        asked.level,
        period,
        service=length(seen),
        maintenance=length(common(seen, planned)),
        excluded=length(common(seen, excluded)),
        up=length(up),
        down=length(down),
        unknown=length(unknown),
        whole=length(left),
        outages=_joined(down, clipped(record.down, period.start, now), record.said["down"]),
        gaps=unknown,
        taken_off=tuple(sorted(_taken_off(record, seen, {"maintenance": planned, "excluded": excluded}))),
        notes=(
            *until_notes(period, asked.until),
            *length_note("both", common(both, record.contrary)),
            *_rest_note(asked, record),
            *calendar_notes(period, asked.hours),
        ),
    )


def _apart(asked: _Asked, record: Record, period: Period) -> tuple[Stretches, Stretches, Stretches]:
    """The service hours of the whole period, the maintenance, and what is excluded besides."""
    span = period.start, period.end
    planned = clipped(record.maintenance, *span)
    if asked.windows:
        planned = merged((*planned, *service(asked.windows, *span)))
    return service(asked.hours, *span), planned, without(clipped(record.excluded, *span), planned)


def _states(asked: _Asked, record: Record, counted: Stretches) -> tuple[tuple[Stretch, ...], ...]:
    """Of the time that counts: where nobody knows, though it was measured; down; up; unknown."""
    if not counted:
        return (), (), (), ()
    span = counted[0].start, counted[-1].end
    both = common(counted, clipped(record.both, *span))
    down = without(common(counted, clipped(record.down, *span)), both)
    known = counted if asked.rest == "up" else common(counted, clipped(record.up, *span))
    up = without(without(known, down), both)
    return both, down, up, without(without(counted, up), down)


def _joined(down: Stretches, outages: Stretches, said: Said) -> tuple[Outage, ...]:
    """One outage an interruption: a night outside service hours does not make two of one outage."""
    found: list[Outage] = []
    index = 0
    for outage in outages:
        first = index
        while index < len(down) and down[index].end <= outage.end:
            index += 1
        if index > first:
            start, end = down[first].start, down[index - 1].end
            counted = length(down[first:index])
            found.append(Outage(start, end, counted, said.between(start, end)))
    return tuple(found)


def _taken_off(record: Record, seen: Stretches, apart: Mapping[State, Stretches]) -> Iterator[Interval]:
    for state, stretches in apart.items():
        for start, end in common(seen, stretches):
            yield Interval(start, end, state, record.said[state].between(start, end))


def _rest_note(asked: _Asked, record: Record) -> tuple[Note, ...]:
    if asked.rest == "up":
        return (Note("rest_up"),)
    return (Note("only_down"),) if record.down and not record.up else ()
