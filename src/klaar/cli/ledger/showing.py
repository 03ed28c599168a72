"""`klaar ledger show` and `verify`."""

from argparse import Namespace
from datetime import date
from typing import NamedTuple

from klaar.cli.around import Around
from klaar.cli.exits import Exit
from klaar.cli.ledger.lines import write_lines
from klaar.cli.ledger.place import Place, ledger_of
from klaar.cli.output import json_bytes, write_bytes
from klaar.cli.words import Words
from klaar.ledger.delays import Delay, Name, delays
from klaar.ledger.fold import fold_ledger, left_out
from klaar.ledger.model import Calendar, Duty, Event, State
from klaar.ledger.showing.history import history_lines
from klaar.ledger.showing.listing import list_states
from klaar.ledger.showing.record import ledger_record
from klaar.ledger.showing.teller import Teller
from klaar.ledger.store.settings import Settings, calendar_of


class Standing(NamedTuple):
    """A ledger as it stands on a day."""

    folder: Place
    settings: Settings
    calendar: Calendar
    duties: dict[str, Duty]
    events: list[Event]
    states: tuple[State, ...]


def standing(folder: Place, today: date) -> Standing:
    """How the ledger `folder` stands; raises `LedgerError` for what cannot be read."""
    settings, duties, events = folder.settings(), folder.duties(), folder.events()
    calendar = calendar_of(settings, duties, today)
    states = fold_ledger(duties, events, today, calendar)
    return Standing(folder, settings, calendar, {duty.id: duty for duty in duties}, events, states)


def begun_on(now: Standing, today: date) -> date:
    """The first day of the agreement; where nobody said it that of the first event, else `today`."""
    return now.settings.begun or min((event.happened.date() for event in now.events), default=today)


def found(asked: Namespace) -> tuple[Standing, tuple[State, ...], dict[Name, Delay]]:
    """The ledger, the states that were asked for, and every delay."""
    now = standing(ledger_of(asked), asked.day)
    shown = tuple(state for state in now.states if state.promise.startswith(asked.promise))
    return now, shown, delays(now.states, asked.day, now.calendar)


def show(asked: Namespace, words: Words, around: Around) -> int:
    """How every promise stands, or the one of --promise."""
    now, shown, late = found(asked)
    if asked.form == "json":
        record = json_bytes(ledger_record(shown, now.duties, late, asked.day))
        return write_bytes(record, around, asked.output)
    teller = Teller(words.language, now.calendar)
    whole = bool(asked.all or asked.promise)
    lines = [*list_states(shown, now.duties, late, teller, today=asked.day, own=asked.own, whole=whole)]
    unknown, future = left_out(now.duties.values(), now.events, asked.day, now.calendar)
    for key, events in (("unknown", unknown), ("future", future)):
        if events:
            lines += ["", teller.count("show", key, len(events))]
    if asked.promise:
        about = [event for event in now.events if event.promise.startswith(asked.promise)]
        told = [*history_lines(about, teller)]
        lines += ["", teller.say("history", "title").upper(), *told] if told else []
    return write_lines(lines, around, asked.output)


def verify(asked: Namespace, words: Words, around: Around) -> int:
    """Whether anything was changed since it was written; code 1 where it was."""
    folder = ledger_of(asked)
    teller = Teller(words.language, Calendar())
    faults = folder.verify(asked.head)
    lines = [teller.say("verify", each.code, line=each.line, event=each.event or "-") for each in faults]
    if not faults:
        lines = [teller.say("verify", "fine", count=len(folder.events()))]
        lines += [teller.say("verify", "head", head=folder.head())] if folder.head() else []
    write_lines(lines, around, asked.output)
    return Exit.FOUND if faults else Exit.DONE
