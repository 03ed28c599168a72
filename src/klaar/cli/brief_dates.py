"""How often the dates of an agreement are met, for its brief: by the history that the user gives."""

from argparse import Namespace
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from klaar.brief.page.model import Honest
from klaar.brief.reading import Reading
from klaar.cli.around import Around
from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.forecast.files import history_of
from klaar.cli.words import Words
from klaar.forecast.before import forecast
from klaar.forecast.imports.history import History
from klaar.forecast.model import Forecast
from klaar.forecast.showing.figure import headline
from klaar.forecast.showing.teller import Teller
from klaar.ledger.duties import FOLLOWED
from klaar.promises.model import Promise

_NEEDED = ("start", "promised", "actual")
_SIDES = ("it", "client")


def honest_dates(reading: Reading, wishes: Namespace, language: str, around: Around) -> Honest:
    """The chance of each date that lies ahead, by --history; of a side whose own history was given, by that.

    "De datum 1 maart 2027 wordt gehaald in 3 van 10 zulke gevallen." Raises `CommandError` for a file that
    is no history.
    """
    teller, today = Teller(language), wishes.today
    check_histories(wishes)
    given = dict(_given(each, wishes, language, around) for each in wishes.history)
    lines: dict[str, str] = {}
    told: dict[str, Forecast] = {}
    for promise in reading.promises:
        side, due = _whose(promise, given), _due(promise)
        if side is None or due is None or due <= today:
            continue
        said = forecast(given[side][1].cases, _begin(reading, due, today), due, today)
        told[side] = said
        if said.chance is not None:
            lines[promise.id] = headline(said, language)
    compared = (_compared(*given[side], told[side], teller) for side in told)
    return Honest(lines, " ".join(compared))


def _given(text: str, wishes: Namespace, language: str, around: Around) -> tuple[str, tuple[str, History]]:
    """ "it=ours.csv": the history of one side; "all.csv": that of both."""
    side, named, file = text.partition("=")
    if not named or side not in _SIDES:
        side, file = "", text
    none = dict.fromkeys(("start", "promised", "actual", "group", "kinds"), "")
    asked = Namespace(**none, dates=wishes.dates)
    return side, (file, history_of(file, asked, Words(language), around, _NEEDED))


def _whose(promise: Promise, given: Mapping[str, object]) -> str | None:
    """The side whose history counts for a promise; None where none was given."""
    return next((side for side in (promise.bearer, "") if side in given), None)


def _due(promise: Promise) -> date | None:
    deadline = promise.deadline
    if deadline is None or deadline.kind != "date" or promise.kind not in FOLLOWED:
        return None
    return _day(deadline.value or "")


def _begin(reading: Reading, due: date, today: date) -> date:
    """The first day of the agreement; today where it names none before `due`."""
    starts = (_day(fact.value) for fact in reading.agreement.facts if fact.kind == "start")
    return next((day for day in starts if day and day < due), today)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _compared(file: str, history: History, said: Forecast, teller: Teller) -> str:
    """The history by its name and its number of cases, and what one must know of it."""
    notes: Iterable[str] = teller.notes([*history.notes, *said.notes])
    named = teller.say("chance", "compared", name=Path(file).name, n=said.n, unfinished=said.unfinished)
    return " ".join((named, *notes))


def check_histories(wishes: Namespace) -> None:
    """At most one history for each side; raises `CommandError` for a second one."""
    sides = [text.partition("=")[0] if text.partition("=")[0] in _SIDES else "" for text in wishes.history]
    if len(set(sides)) < len(sides):
        raise CommandError(Exit.MISUSE, "history_twice")
