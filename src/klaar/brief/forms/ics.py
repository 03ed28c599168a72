"""The days of a brief as a calendar (RFC 5545), with alarms before each."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any

from klaar.brief.forms.given import Given
from klaar.brief.forms.rhythm import Rhythm, rhythms
from klaar.brief.page.model import Brief, Line
from klaar.text.data import load_words

ALARMS = (14, 2)
"""Days before a date at which it warns: once to begin, once to finish."""


def write(briefs: Sequence[Brief], given: Given) -> bytes:
    """What each reader must do on a day, and the days of the agreement itself; a promise once.

    What has no day is left out, and the calendar says how many. The same agreement gives the same UIDs, so
    that a calendar that is read in again replaces its dates.
    """
    from icalendar import Calendar  # noqa: PLC0415

    first = briefs[0]
    words = load_words(first.language, "forms")["calendar"]
    events = dict[str, Any]()
    for brief in briefs:
        for line, rhythm in _datable(brief, given):
            events.setdefault(_uid(line, brief), _event(line, rhythm, brief, words))
    calendar = Calendar()
    calendar.add("prodid", "-//Klaar//klaar brief//NL")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", words["name"].format(title=first.title, side=_sides(briefs)))
    left = sum(len(_own(brief)) for brief in briefs) - sum(_is_promise(uid) for uid in events)
    calendar.add("x-wr-caldesc", words["about"].format(title=first.title, left=max(0, left)))
    for event in events.values():
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _sides(briefs: Iterable[Brief]) -> str:
    return ", ".join(load_words(brief.language, "brief")["page"][f"for_{brief.side}"] for brief in briefs)


def _datable(brief: Brief, given: Given) -> Iterator[tuple[Line, Rhythm | None]]:
    """The milestones of the agreement, the reader's own dated duties, and those that recur."""
    dates = brief.section("dates")
    for line in dates.lines() if dates else ():
        if line.date and line.side in (brief.side, "both"):
            yield line, None
    recurring = rhythms(given.reading)
    for line in _own(brief):
        if line.date:
            yield line, None
        elif line.at and line.at[0].promise in recurring:
            yield line, recurring[line.at[0].promise]


def _own(brief: Brief) -> tuple[Line, ...]:
    section = brief.section("all_own")
    return section.lines() if section else ()


def _uid(line: Line, brief: Brief) -> str:
    """The promise and the files it stands in; for a day of the agreement itself what it is."""
    files = "".join(source.sha256 for source in brief.sources)
    promise = line.at[0].promise if line.at else ""
    name = promise or f"day-{sha256(line.said.text.encode('utf-8')).hexdigest()[:12]}"
    return f"{name}-{sha256(files.encode('ascii')).hexdigest()[:16]}@klaar"


def _is_promise(uid: str) -> bool:
    return not uid.startswith("day-")


def _event(line: Line, rhythm: Rhythm | None, brief: Brief, words: dict[str, str]) -> Any:
    from icalendar import Event  # noqa: PLC0415

    event = Event()
    day = rhythm.first if rhythm else date.fromisoformat(line.date)
    event.add("uid", _uid(line, brief))
    event.add("dtstamp", _stamp(brief))
    event.add("dtstart", day)
    event.add("summary", line.said.text)
    event.add("description", "\n\n".join(_told(line, rhythm, words)))
    event.add("transp", "TRANSPARENT")
    if rhythm:
        event.add("rrule", rhythm.rule)
    for days in ALARMS[-1:] if rhythm else ALARMS:
        event.add_component(_alarm(days, words["alarm"].format(days=days, summary=line.said.text)))
    return event


def _told(line: Line, rhythm: Rhythm | None, words: dict[str, str]) -> Iterator[str]:
    yield from line.notes
    if rhythm:
        yield words["unnamed_day"]
    for at in line.at[:1]:
        yield words["words"].format(quote=" ".join(at.quote.split()), at=at.cited)


def _stamp(brief: Brief) -> datetime:
    day = date.fromisoformat(brief.today) if brief.today else date(2000, 1, 1)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _alarm(days: int, said: str) -> Any:
    from icalendar import Alarm  # noqa: PLC0415

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", said)
    alarm.add("trigger", timedelta(days=-days))
    return alarm
