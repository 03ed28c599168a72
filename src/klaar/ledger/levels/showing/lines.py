"""Expected, agreed and got beside each other, and how it was counted, line by line."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from klaar.ledger.levels.feelings import Feeling
from klaar.ledger.levels.measured import Measured, MeasuredTimes
from klaar.ledger.levels.model import Level, Note
from klaar.ledger.levels.showing.available import availability_sum
from klaar.ledger.levels.showing.table import table
from klaar.ledger.levels.showing.taken import times_sum
from klaar.ledger.levels.showing.teller import Teller


class Beside(NamedTuple):
    """What lies beside a figure: what the user expected, in their words; the service hours in words.

    `feelings` is what users said of this period, `notes` what must be said of the measurements themselves.
    """

    expected: str = ""
    hours: str = ""
    feelings: tuple[Feeling, ...] = ()
    notes: tuple[Note, ...] = ()


def level_lines(measured: Measured | MeasuredTimes, beside: Beside, teller: Teller) -> Iterator[str]:
    """A level over one period, for a reader."""
    metric, period = teller.say("metric", measured.level.metric), teller.period(measured.period)
    yield teller.say("show", "title", metric=metric, period=period)
    yield ""
    yield from table(
        [
            (teller.say("show", "expected"), beside.expected or teller.say("show", "not_said"), ""),
            (teller.say("show", "agreed"), teller.level(measured.level), ""),
            (teller.say("show", "got"), got(measured, teller), outcome_words(measured, teller)),
        ]
    )
    yield ""
    if isinstance(measured, Measured):
        yield from availability_sum(measured, beside.hours, teller)
    else:
        yield from times_sum(measured, beside.hours, teller)
    yield from _felt(measured, beside.feelings, teller)
    yield from _notes((*measured.notes, *beside.notes), teller)


def got(measured: Measured | MeasuredTimes, teller: Teller) -> str:
    """ "99.71%", or "between 99.1% and 99.8%" where something was not measured."""
    best, worst = measured.best, measured.worst
    if best is None or worst is None:
        return teller.say("show", "none")
    places = teller.places(measured.level)
    shown = [teller.percent(each, places) for each in (worst, best)]
    if best == worst:
        return shown[0]
    return teller.say("show", "between", worst=shown[0], best=shown[1])


def outcome_words(measured: Measured | MeasuredTimes, teller: Teller) -> str:
    """ "met", "not met, so far"."""
    words = teller.say("outcome", measured.outcome)
    running = any(note.code == "so_far" for note in measured.notes)
    return teller.say("outcome", "so_far", outcome=words) if running else words


def period_rows(measured: Sequence[Measured | MeasuredTimes], teller: Teller) -> Iterator[str]:
    """One line a period: its name, what was got, and whether that was enough."""
    yield teller.say("show", "others")
    yield from table(
        [(teller.period(each.period), got(each, teller), outcome_words(each, teller)) for each in measured]
    )


def agreed_line(level: Level, teller: Teller) -> str:
    """ "agreed 99.5%"."""
    return f"{teller.say('show', 'agreed')} {teller.level(level)}"


def _felt(measured: Measured | MeasuredTimes, feelings: Sequence[Feeling], teller: Teller) -> Iterator[str]:
    if not feelings:
        return
    yield from ("", teller.say("show", "felt"))
    for each in feelings:
        side, day = teller.say("side", each.side), teller.moment(each.said)
        line = teller.say("show", "felt_line", who=each.who, side=side, date=day, words=each.words)
        yield f"  {line}"
    if measured.outcome == "kept":
        yield f"  {teller.say('show', 'green')}"


def _notes(notes: Sequence[Note], teller: Teller) -> Iterator[str]:
    if notes:
        yield from ("", teller.say("show", "notes"))
        yield from (f"  - {teller.note(note)}" for note in dict.fromkeys(notes))
