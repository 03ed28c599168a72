"""The days of the promises as a calendar (RFC 5545)."""

from datetime import timedelta

from klaar.web.showing import show
from klaar.web.store.models import Promise, Version


def promises_ics(version: Version, address: str, language: str) -> bytes:
    """A calendar with a whole day for each promise that has one; `address` is that of the table."""
    from icalendar import Calendar, Event  # noqa: PLC0415

    calendar = Calendar()
    calendar.add("prodid", "-//Klaar//Agreement//EN")
    calendar.add("version", "2.0")
    rows = version.promises.filter(is_struck=False, due__isnull=False).order_by("due", "position")
    for promise in rows:
        assert promise.due is not None
        event = Event()
        event.add("uid", f"{promise.key}.{version.pk}@klaar")
        event.add("dtstamp", version.opened or version.made)
        event.add("dtstart", promise.due)
        event.add("dtend", promise.due + timedelta(days=1))
        event.add("summary", show(promise, language).heading)
        event.add("description", _told(promise, language))
        event.add("url", f"{address}promises/{promise.key}/")
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _told(promise: Promise, language: str) -> str:
    return " · ".join(filter(None, (show(promise, language).where, " ".join(promise.quote.split()))))
