"""Lengths, shares and periods in words, in one language."""

from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any

from klaar.brief.spoken import Speaker
from klaar.ledger.calendar import zone_of
from klaar.ledger.levels.errors import LevelError
from klaar.ledger.levels.model import Level, Note, Period, seconds
from klaar.text.data import load_words


class Teller:
    """The words of levels.toml in one language ("nl", "en"), on the clocks of one time zone."""

    def __init__(self, language: str, zone: str = "Europe/Amsterdam") -> None:
        self.language, self.zone = language, zone
        self.speaker = Speaker(language)
        self._words: dict[str, Any] = load_words(language, "levels")

    def say(self, group: str, key: str, **fields: object) -> str:
        """The words under `group` and `key`, with {…} filled in."""
        message: str = self._words[group][key]
        return message.format(**fields) if fields else message

    def length(self, length: timedelta) -> str:
        """Exactly: "271 h 13 min", "0.25 s"."""
        return self._length(seconds(length))

    def about(self, length: Fraction) -> str:
        """A length in seconds without parts of a second: an allowance is never shown longer than it is."""
        return self._length(Fraction(length // 1) if length >= 60 else length)

    def _length(self, left: Fraction) -> str:
        hours, left = divmod(left, 3600)
        minutes, rest = divmod(left, 60)
        parts = [("H", Fraction(hours)), ("TM", Fraction(minutes)), ("S", rest)]
        shown = [
            self.say("length", unit, number=self.speaker.number(str(float(number))))
            for unit, number in parts
            if number
        ]
        return " ".join(shown) or self.say("length", "TM", number=0)

    def percent(self, share: Fraction, places: int | None = None) -> str:
        """99/100 as "99 %", rounded down to `places` decimals (None: as many as it has, up to six)."""
        exact = places is None
        places = 6 if places is None else places
        scaled = share * 100 * 10**places // 1
        whole, rest = divmod(scaled, 10**places)
        digits = f"{rest:0{places}d}" if places else ""
        digits = digits.rstrip("0") if exact else digits
        number = f"{whole}{self.speaker.words['decimal']}{digits}" if digits else f"{whole}"
        spoken: str = self.speaker.words["percent"].format(number=number)
        return spoken

    def places(self, level: Level) -> int:
        """One decimal more than the level has, so that what is just too little does not look like enough."""
        digits, value = 0, level.least * 100
        while value.denominator != 1 and digits < 6:
            value, digits = value * 10, digits + 1
        return max(2, digits + 1)

    def level(self, level: Level) -> str:
        """ "99.5%", "95% within 4 h"."""
        if level.within is None:
            return self.percent(level.least)
        within = self.length(level.within)
        return self.say("show", "agreed_times", percent=self.percent(level.least), within=within)

    def moment(self, moment: datetime) -> str:
        """ "10 March 2027 09:10", on the clocks of the agreement."""
        here = moment.astimezone(zone_of(self.zone))
        return self.speaker.date(f"{here:%Y-%m-%dT%H:%M}")

    def stretch(self, start: datetime, end: datetime) -> str:
        """ "10 March 2027 09:10 – 09:41"; with the name of the clock where that changes in between."""
        zone = zone_of(self.zone)
        one, other = start.astimezone(zone), end.astimezone(zone)
        shown = self.moment(end) if one.date() != other.date() else f"{other:%H:%M}"
        first = self.moment(start)
        if one.utcoffset() != other.utcoffset():
            first, shown = f"{first} {one.tzname()}", f"{shown} {other.tzname()}"
        return self.say("show", "stretch", start=first, end=shown)

    def period(self, period: Period | str) -> str:
        """2027-03 as "March 2027", 2027-Q1 as "quarter 1 of 2027"."""
        name = period if isinstance(period, str) else period.name
        first, slash, last = name.partition("/")
        if slash:
            return self.say("period", "span", first=self.speaker.date(first), last=self.speaker.date(last))
        for sign, key in (("-Q", "quarter"), ("-W", "week")):
            if sign in name:
                year, _, number = name.partition(sign)
                return self.say("period", key, number=int(number), year=year)
        return self.speaker.date(name)

    def note(self, note: Note) -> str:
        """A note as a sentence."""
        shown = {key: self._field(key, value) for key, value in note.fields}
        return self.say("notes", note.code, **shown)

    def _field(self, key: str, value: str | int) -> str | int:
        if key == "moment":
            return self.moment(datetime.fromisoformat(str(value)))
        if key == "length":
            return self._length(Fraction(str(value)))
        if key in ("date", "dates"):
            return ", ".join(self.speaker.date(day) for day in str(value).split())
        return value


def error_message(error: LevelError, language: str) -> str:
    """What is wrong and what to do, in one sentence or two."""
    words: str = load_words(language, "levels")["errors"][error.code]
    return words.format(**error.fields)
