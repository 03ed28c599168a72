"""Response and solution times: how long a report took in service hours, without waiting for the client."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from klaar.ledger.levels.measured import MeasuredTimes
from klaar.ledger.levels.model import NONE, Hours, Level, Note, Period, Stretch, Ticket
from klaar.ledger.levels.notes import calendar_notes, until_notes
from klaar.ledger.levels.service import service
from klaar.ledger.levels.stretches import clipped, length, merged, without


def measure_tickets(
    level: Level, tickets: Sequence[Ticket], period: Period, hours: Hours, *, until: datetime | None = None
) -> MeasuredTimes:
    """How many of the tickets opened in `period` were answered, or solved, within the time of `level`.

    `until` is the moment up to which is measured (None: the last moment of the period or of a ticket). A
    ticket that is not finished then is late where its time is over already, else unsure. Exactly on time is
    in time. Raises ValueError where `level` has no time.
    """
    if level.within is None:
        raise ValueError(level)
    own = [ticket for ticket in tickets if period.start <= ticket.opened < period.end]
    now = until or max([period.end, *(end for ticket in own if (end := _end(ticket, level)))])
    own = [ticket for ticket in own if ticket.opened <= now]
    open_hours = service(hours, period.start, max(now, period.start))
    within, late, times, lates = 0, 0, [], []
    for ticket in own:
        took = _took(ticket, level, now, open_hours)
        if took is None:
            continue
        end = _end(ticket, level)
        if end is not None and end <= now:
            times.append((ticket.id, took))
        if took > level.within:
            late += 1
            lates.append((ticket.id, took))
        elif end is not None and end <= now:
            within += 1
    unsure = len(own) - within - late
    return MeasuredTimes(
        level,
        period,
        within,
        late,
        unsure,
        times=tuple(sorted(times, key=lambda each: each[1])),
        lates=tuple(sorted(lates, key=lambda each: -each[1])),
        notes=(
            *until_notes(period, until),
            *([Note("pauses")] if any(ticket.pauses for ticket in own) else []),
            *_counted("wrong", sum(ticket.wrong for ticket in own)),
            *_counted("running", unsure - sum(ticket.wrong for ticket in own)),
            *calendar_notes(period, hours),
        ),
    )


def service_time(
    start: datetime, end: datetime, pauses: Iterable[Stretch], open_hours: Sequence[Stretch]
) -> timedelta:
    """The service hours between two moments, without the pauses."""
    return length(without(clipped(open_hours, start, end), merged(pauses)))


def quantile(measured: MeasuredTimes, share_of: int, of: int = 100) -> timedelta | None:
    """The time within which `share_of` of `of` tickets were finished, by nearest rank; None while one is not.

    The nearest rank is the smallest time such that at least the share asked for took no longer.
    """
    count = len(measured.times)
    if not count or measured.unsure or count < measured.counted:
        return None
    rank = max(1, -(-share_of * count // of))
    return measured.times[rank - 1][1]


def _took(ticket: Ticket, level: Level, now: datetime, open_hours: Sequence[Stretch]) -> timedelta | None:
    """The time that it took, or has taken so far; None where its moments cannot be."""
    if ticket.wrong:
        return None
    end = _end(ticket, level)
    end = now if end is None or end > now else end
    return service_time(ticket.opened, end, ticket.pauses, open_hours) if end > ticket.opened else NONE


def _end(ticket: Ticket, level: Level) -> datetime | None:
    """The answer, or the solution; what was solved without a word before was answered by its solution."""
    if level.metric == "response_time":
        return ticket.answered or ticket.solved
    return ticket.solved


def _counted(code: str, count: int) -> list[Note]:
    return [Note(code, (("count", count),))] if count > 0 else []
