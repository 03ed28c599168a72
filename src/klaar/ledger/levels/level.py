"""What was agreed, read from words or from a promise: "99,5 %", "95 % binnen 4 uur"."""

from datetime import timedelta
from fractions import Fraction

from klaar.ledger.levels.errors import LevelError
from klaar.ledger.levels.model import Level, Metric
from klaar.promises.model import Promise
from klaar.text.data import LANGUAGES
from klaar.text.times import Time, find_times, parse_duration

_TIMES: dict[str, Metric] = {
    "response_time": "response_time",
    "resolution_time": "resolution_time",
    "recovery_time": "resolution_time",
}


_PERIODS = frozenset({"P1D", "P1W", "P1M", "P3M", "P6M", "P1Y"})


def read_level(words: str, metric: Metric = "availability", *, day: timedelta | None = None) -> Level:
    """The level in `words`, Dutch or English: a percentage, a time, or a percentage and a time.

    "binnen 4 uur" is 100 % within four hours. A level with a time is of `metric` where that is a time, else
    of "resolution_time". `day` is how many service hours a working day has: "binnen 2 werkdagen" is then
    twice that. Raises `LevelError`: "no_level" for neither, "two_levels" for more than one, "days_level" for
    a time in days while nobody said how long a day is.
    """
    found = _times(words)
    percents = {str(time.value) for time in found if time.type == "percent"}
    lengths = {time.value: time for time in found if time.type == "duration"}
    if not percents and not lengths:
        raise LevelError("no_level", words=words)
    if len(percents) > 1 or len(lengths) > 1:
        raise LevelError("two_levels", words=words)
    least = Fraction(next(iter(percents), "100")) / 100
    if not 0 <= least <= 1:
        raise LevelError("no_level", words=words)
    within = next((_length(time, words, day) for time in lengths.values()), None)
    if within is not None and metric == "availability":
        metric = "resolution_time"
    if within is None and metric != "availability":
        raise LevelError("no_time", words=words)
    return Level(least, metric, within, " ".join(words.split()), _per(found))


def level_of(promise: Promise, *, day: timedelta | None = None) -> Level:
    """The level of a promise: "De beschikbaarheid is ten minste 99,5 % per maand."

    Where the reader found one measure that tells it all, that; else what stands in its words. Raises
    `LevelError` as `read_level`.
    """
    measure = promise.measure
    words = " ".join(promise.quote.split())
    if measure and measure.metric == "availability" and measure.unit == "%":
        return Level(Fraction(str(measure.value)) / 100, words=words, per=measure.per or "")
    return read_level(promise.quote, _TIMES.get(measure.metric if measure else "", "availability"), day=day)


def _times(words: str) -> tuple[Time, ...]:
    """The percentages, times and recurrences in `words`, in the language that finds most of them."""
    by_language = (find_times(words, language) for language in LANGUAGES)
    kinds = ("percent", "duration", "set")
    return max((tuple(time for time in found if time.type in kinds) for found in by_language), key=len)


def _per(found: tuple[Time, ...]) -> str:
    """The one period that is named; "" for none or several."""
    named = {str(time.value) for time in found if time.type == "set"} & _PERIODS
    return named.pop() if len(named) == 1 else ""


def _length(time: Time, words: str, day: timedelta | None) -> timedelta:
    read = parse_duration(str(time.value))
    if read.years or read.months or read.weeks or (read.days and day is None):
        raise LevelError("days_level", words=words)
    whole = (read.hours * 3600 + read.minutes * 60 + read.seconds) * 1_000_000
    days = Fraction(str(read.days)) * Fraction((day or timedelta()) // timedelta(microseconds=1))
    return timedelta(microseconds=int(whole) + int(days))
