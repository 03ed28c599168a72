"""`klaar forecast` and `klaar forecast now`: one date, before it is promised and under way."""

from argparse import Namespace
from datetime import date

from klaar.cli.around import Around
from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.forecast.files import history_of, reference_of
from klaar.cli.forecast.keeping import keep
from klaar.cli.forecast.ledgers import ledger_history
from klaar.cli.forecast.options import day, later
from klaar.cli.forecast.written import ending, write_lines, write_record
from klaar.cli.output import write_text
from klaar.cli.screen import screen_width
from klaar.cli.words import Words
from klaar.forecast.before import forecast
from klaar.forecast.imports.history import History
from klaar.forecast.imports.known_columns import Names
from klaar.forecast.model import Forecast, Move
from klaar.forecast.showing.figure import figure_html
from klaar.forecast.showing.lines import forecast_lines
from klaar.forecast.showing.picture import picture_svg
from klaar.forecast.showing.record import forecast_record
from klaar.forecast.showing.teller import Teller
from klaar.forecast.under_way import under_way

_NEEDED = ("start", "promised", "actual")
_LEAST = 0.5


def before(asked: Namespace, words: Words, around: Around) -> int:
    """The chance of a date that is not promised yet."""
    begin = asked.begin or asked.today
    planned = asked.planned and _after(asked.planned, begin)
    by = None if planned and not (asked.by or asked.days) else _wish(asked, begin)
    past = _history(asked, words, around)
    details = {"planned": planned, "kind": asked.kind, "reference": reference_of(asked)}
    return _told(forecast(past.cases, begin, by, asked.today, **details), past, asked, words, around)


def now(asked: Namespace, words: Words, around: Around) -> int:
    """The chance of a promised date while the work is under way."""
    if asked.begin is None:
        raise CommandError(Exit.MISUSE, "needs_option", name="--begin")
    moves = [_move(text) for text in asked.said] or [Move(asked.begin, _wish(asked, asked.begin))]
    past = _history(asked, words, around)
    least = _LEAST if asked.least is None else asked.least
    details = {"progress": asked.progress, "kind": asked.kind, "least": least}
    reference = reference_of(asked)
    try:
        said = under_way(past.cases, asked.begin, moves, asked.today, reference=reference, **details)
    except ValueError:
        raise CommandError(Exit.MISUSE, "wrong_promises") from None
    return _told(said, past, asked, words, around)


def _history(asked: Namespace, words: Words, around: Around) -> History:
    if asked.ledger:
        return ledger_history(asked, words, asked.side)
    if not asked.files:
        return History((), Names(), ())
    return history_of(asked.files[0], asked, words, around, _NEEDED)


def _wish(asked: Namespace, begin: date) -> date:
    """The day of --by, or that of --days after the start."""
    if asked.by is None and asked.days is None:
        raise CommandError(Exit.MISUSE, "needs_option", name="--by")
    return _after(asked.by or later(begin, asked.days), begin)


def _after(chosen: date, begin: date) -> date:
    if chosen <= begin:
        raise CommandError(Exit.MISUSE, "not_after", value=chosen.isoformat(), begin=begin.isoformat())
    return chosen


def _move(text: str) -> Move:
    """ "2027-03-01:2027-06-01": on 1 March it was promised for 1 June."""
    said, _, promised = text.partition(":")
    first, last = day("--said", said), day("--said", promised)
    if first is None or last is None:
        raise CommandError(Exit.MISUSE, "wrong_said", value=text)
    return Move(first, last)


def _told(said: Forecast, past: History, asked: Namespace, words: Words, around: Around) -> int:
    said = said._replace(notes=(*said.notes, *past.notes))
    teller = Teller(words.language)
    if asked.keep:
        keep(said, asked)
    if asked.form == "json":
        write_record(forecast_record(said, teller), asked, around)
    elif asked.form == "svg":
        write_text(picture_svg(said, words.language, alone=True) + "\n", around, asked.output)
    elif asked.form == "html":
        write_text(figure_html(said, words.language) + "\n", around, asked.output)
    else:
        write_lines(forecast_lines(said, teller, screen_width(around)), asked, around)
    return ending(said.chance, asked)
