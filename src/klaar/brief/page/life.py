"""What a level means in life, with the hours of service that the agreement itself defines."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from klaar.brief.page.desk import Desk
from klaar.clauses.model import Term
from klaar.plain.say import level_in_life
from klaar.promises.model import Promise

_CLOCK = r"(\d{1,2})(?:[:.](\d\d))?\s*(am|a\.m\.|pm|p\.m\.)?"
_HOURS = re.compile(rf"{_CLOCK}\s*(?:uur\s+)?(?:tot|to|until|and|en|–|-)\s*{_CLOCK}", re.IGNORECASE)
_DEEP = 2
"""Definitions within definitions that are followed."""


def life_of(desk: Desk, promise: Promise) -> str:
    """ "at most 3 hours and 39 minutes a month out of use"; "" where it cannot be said.

    Where the level is measured in hours of service only, and these cannot be read, nothing is said: the
    hours of the whole day would promise too little.
    """
    measure = promise.measure
    if measure is None:
        return ""
    words = " ".join((promise.quote, *_definitions(desk, promise.quote, _DEEP)))
    if measure.metric != "availability" or not desk.signs.of("window", words):
        return level_in_life(measure, desk.speaker.language)
    hours = weekly_hours(desk, words)
    return level_in_life(measure, desk.speaker.language, hours) if hours else ""


def _definitions(desk: Desk, words: str, deep: int) -> Iterator[str]:
    """What the agreement says of the terms in `words`, and of the terms in those."""
    low = words.casefold()
    for term in desk.reading.agreement.terms if deep else ():
        if term.word.casefold() in low:
            said = _said(desk, term)
            yield said
            yield from _definitions(desk, said, deep - 1)


def _said(desk: Desk, term: Term) -> str:
    return desk.text[term.start : term.end].removeprefix(term.word)


def weekly_hours(desk: Desk, words: str) -> Decimal | None:
    """The hours a week of "Werkdagen van 07:00 tot 19:00 uur" (60); None where they do not stand there."""
    days = 5 if desk.signs.of("weekdays", words) else 7 if desk.signs.of("every_day", words) else 0
    found = _HOURS.search(words)
    if not days or not found:
        return None
    opens, closes = _hour(found.groups()[:3]), _hour(found.groups()[3:])
    return days * (closes - opens) if 0 <= opens < closes <= 24 else None


def _hour(parts: Sequence[str | None]) -> Decimal:
    hour = Decimal(parts[0] or 0) + Decimal(parts[1] or 0) / 60
    half = (parts[2] or "").lower().replace(".", "")
    return hour + 12 if half == "pm" and hour < 12 else hour
