"""Forecasts in words, in one language."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from klaar.brief.spoken import Speaker
from klaar.forecast.model import Forecast, Note
from klaar.text.data import load_words

_DATES = ("day", "date")
_URGENT = ("warning", "overdue")


class Teller:
    """Says forecasts in one language ("nl", "en"), with the words of forecast.toml."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.speaker = Speaker(language)
        self._words: dict[str, Any] = load_words(language, "forecast")

    def say(self, group: str, key: str, **fields: object) -> str:
        """The words under `group` and `key`, with {…} filled in."""
        message: str = self._words[group][key]
        return message.format(**fields) if fields else message

    def date(self, day: dt.date | str) -> str:
        """2027-03-01 as "1 maart 2027"."""
        return self.speaker.date(day if isinstance(day, str) else day.isoformat()[:10])

    def note(self, note: Note) -> str:
        """A note as a sentence."""
        shown: dict[str, object] = {}
        for key, value in note.fields:
            shown[key] = self._field(key, value)
        return self.say("notes", note.code, **shown)

    def _field(self, key: str, value: str | int) -> str | int:
        if key in _DATES:
            return self.date(str(value))
        if key == "days":
            return self.days(int(value))
        return self.side(str(value)) if key == "side" else value

    def days(self, days: int) -> str:
        """ "1 dag", "30 days"."""
        return self.speaker.duration(f"P{days}D")

    def side(self, side: str) -> str:
        """ "it" as "IT", "client" as "de klant"; another name as it is; "" as everyone."""
        if side in ("it", "client"):
            return self.say("sides", side)
        return side or self.say("plan", "all_sides")

    def notes(self, notes: Sequence[Note]) -> list[str]:
        """Every note as a sentence."""
        return [self.note(each) for each in notes]

    def chance(self, chance: float | None, wished: dt.date) -> str:
        """ "The date 1 March 2027 is met in 3 of 10 such cases."; at the ends "fewer than 1 of 20"."""
        day = self.date(wished)
        if chance is None:
            return self.say("chance", "unknown", date=day)
        if chance < 0.05:
            return self.say("chance", "hardly", date=day)
        if chance > 0.95:
            return self.say("chance", "nearly", date=day)
        met, of = odds(chance)
        return self.say("chance", "odds", date=day, met=met, of=of)

    def basis(self, basis: str) -> str:
        """ "empirical+size" as words."""
        return "; ".join(self.say("basis", part) for part in basis.split("+"))

    def forecast(self, said: Forecast) -> list[str]:
        """What a forecast says, a sentence each: the chance, how many such promises, the dates, the cases."""
        urgent = [note for note in said.notes if note.code in _URGENT]
        others = [note for note in said.notes if note.code not in _URGENT]
        lines = [self.chance(said.chance, said.wished)] if said.wished else []
        if said.p50 is None:
            return [*(lines if said.wished else [self.say("chance", "none")]), *self.notes(said.notes)]
        lines += self.notes(urgent)
        if said.met is not None and said.n:
            lines.append(self.say("chance", "met" if said.n > 1 else "met_one", n=said.n, met=said.met))
        lines += self.levels(said)
        lines.append(self.say("chance", "cases", n=said.n, unfinished=said.unfinished))
        return [*lines, *self.notes(others), self.say("chance", "calibration")]

    def levels(self, said: Forecast) -> list[str]:
        """ "50 of 100 are ready by 3 July 2027", and so for 80 and 90."""
        return [
            self.say("chance", "level", level=level, date=self.date(day)) + "." for level, day in dated(said)
        ]


def odds(chance: float) -> tuple[int, int]:
    """A chance from 0.05 to 0.95 as so many of 10, towards the ends of 20: never none or all of them."""
    of = 10 if 0.15 <= chance <= 0.85 else 20
    return min(of - 1, max(1, round(chance * of))), of


def dated(said: Forecast) -> list[tuple[int, dt.date]]:
    """The 50, 80 and 90 % dates that there are."""
    days = ((50, said.p50), (80, said.p80), (90, said.p90))
    return [(level, day) for level, day in days if day is not None]
