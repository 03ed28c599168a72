"""The same sums in another way: every minute looked at by itself, on the clock on the wall."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)
Open = Sequence[tuple[Sequence[int], str, str]]


def on_the_clock(words: str, zone: str) -> datetime:
    """A moment in UTC; without an offset it is on the clocks of `zone`."""
    moment = datetime.fromisoformat(words)
    return (moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))).astimezone(UTC)


def open_minutes(open_: Open, zone: str, closed: set[date], start: datetime, end: datetime) -> set[datetime]:
    """Every minute of the opening hours: from the first that shows the opening to the last before closing."""
    if not open_:
        return set()
    seen = _walls(zone, start, end)
    found: set[datetime] = set()
    for day in sorted({wall.date() for wall in seen})[1:-2]:
        for weekdays, opens, closes in open_:
            if day.weekday() in weekdays and day not in closed:
                found |= _between(seen, _wall(day, opens), _wall(day, closes, after=opens))
    return {moment for moment in found if start <= moment < end}


@cache
def _walls(zone: str, start: datetime, end: datetime) -> dict[datetime, list[datetime]]:
    """What the clock on the wall shows, with the minutes at which it shows that."""
    seen: defaultdict[datetime, list[datetime]] = defaultdict(list)
    clock, moment, last = ZoneInfo(zone), start - timedelta(days=2), end + timedelta(days=2)
    while moment < last:
        seen[moment.astimezone(clock).replace(tzinfo=None)].append(moment)
        moment += MINUTE
    return dict(seen)


def _wall(day: date, clock: str, after: str = "") -> datetime:
    hour, minute = map(int, clock.split(":"))
    wall = datetime(day.year, day.month, day.day) + timedelta(hours=hour, minutes=minute)
    return wall + timedelta(days=1) if after and clock <= after else wall


def _between(seen: dict[datetime, list[datetime]], first: datetime, end: datetime) -> set[datetime]:
    last = end - MINUTE
    while first not in seen and first < end:
        first += MINUTE
    while last not in seen and last > first:
        last -= MINUTE
    if first > last or first not in seen:
        return set()
    begin, count = min(seen[first]), (max(seen[last]) - min(seen[first])) // MINUTE
    return {begin + number * MINUTE for number in range(count + 1)}


def count_states(
    minutes: set[datetime], rows: Sequence[tuple[datetime, datetime, str]], rest: str, planned: set[datetime]
) -> dict[str, int]:
    """How many of `minutes` are in each state."""
    found = {"maintenance": 0, "excluded": 0, "up": 0, "down": 0, "unknown": 0}
    for minute in minutes:
        said = {state for start, end, state in rows if start <= minute < end}
        found[_state(said | ({"maintenance"} if minute in planned else set()), rest)] += 1
    return found


def _state(said: set[str], rest: str) -> str:
    for state in ("maintenance", "excluded", "unknown"):
        if state in said:
            return state
    if {"up", "down"} <= said:
        return "unknown"
    return next(iter(said), rest)
