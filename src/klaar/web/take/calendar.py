"""The days of the promises as a calendar (RFC 5545)."""

from collections.abc import Iterator
from datetime import timedelta

from klaar.web.showing import show
from klaar.web.store.models import Promise, Version

_WIDTH = 74


def promises_ics(version: Version, address: str, language: str) -> str:
    """A calendar with a whole day for each promise that has one; `address` is that of the table."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Klaar//Agreement//EN", "CALSCALE:GREGORIAN"]
    rows = version.promises.filter(is_struck=False, due__isnull=False).order_by("due", "position")
    for promise in rows:
        lines += _event(promise, version, address, language)
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in _folded(line))


def _event(promise: Promise, version: Version, address: str, language: str) -> list[str]:
    assert promise.due is not None
    card = show(promise, language)
    stamp = (version.opened or version.made).strftime("%Y%m%dT%H%M%SZ")
    told = " · ".join(filter(None, (card.where, " ".join(promise.quote.split()))))
    return [
        "BEGIN:VEVENT",
        f"UID:{promise.key}.{version.pk}@klaar",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{promise.due:%Y%m%d}",
        f"DTEND;VALUE=DATE:{promise.due + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(card.heading)}",
        f"DESCRIPTION:{_escaped(told)}",
        f"URL:{address}promises/{promise.key}/",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _escaped(words: str) -> str:
    for sign in ("\\", ";", ","):
        words = words.replace(sign, f"\\{sign}")
    return words.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets, each but the first after a space, no letter cut in two."""
    piece, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _WIDTH:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + octets
    yield piece
