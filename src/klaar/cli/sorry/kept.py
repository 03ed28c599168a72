"""The ledger that a letter is about: its facts, and what is added when the letter goes."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from klaar.apology import Facts, Sending, facts_from, reply
from klaar.brief.spoken import Speaker
from klaar.cli.words import Words
from klaar.ledger.calendar import local
from klaar.ledger.delays import delays
from klaar.ledger.errors import LedgerError
from klaar.ledger.fold import fold_ledger
from klaar.ledger.model import Calendar, Duty, Event, State
from klaar.ledger.sound import find_promise
from klaar.ledger.store.folder import Folder
from klaar.ledger.store.settings import Settings, calendar_of, read_settings
from klaar.text.data import load_words


class Kept(NamedTuple):
    """A ledger, and the promise in it that the letter is about."""

    folder: Folder
    settings: Settings
    duties: dict[str, Duty]
    events: Sequence[Event]
    promise: str

    def facts(self, asked: Namespace, now: datetime) -> Facts:
        """What is known on the day of `now`; raises `LedgerError` for a turn that is not there."""
        calendar = calendar_of(self.settings, self.duties.values(), now.date())
        states = fold_ledger(self.duties.values(), self.events, now, calendar)
        state = self._state(asked, states)
        return facts_from(
            state,
            self.duties,
            self.events,
            local(now, calendar).date(),
            agreed=self.settings.begun,
            late=delays(states, now, calendar),
        )

    def _state(self, asked: Namespace, states: Sequence[State]) -> State:
        own = [state for state in states if state.promise == self.promise]
        found = [state for state in own if state.occurrence == asked.occurrence]
        if not found and len(own) != 1:
            raise LedgerError("needs_occurrence", turns=", ".join([each.occurrence for each in own][-3:]))
        return found[0] if found else own[0]

    def record(self, sent: Sending, words: Words) -> list[str]:
        """Keep what sending adds, the promises first; says what was kept."""
        Folder.create(self.folder.path, sent.duties)
        new = {event.id for event, fresh in self.folder.add_all(sent.events) if fresh}
        show, speaker = load_words(words.language, "apology")["show"], Speaker(words.language)
        lines = [show["recorded"].format(promise=each.promise) for each in sent.events if each.id in new]
        for duty in (duty for duty in sent.duties if duty.id not in self.duties):
            due = speaker.date(_minute(duty.due, self.settings.zone)) if duty.due else ""
            lines.append(show["followed"].format(words=duty.words.rstrip("."), due=due))
        return lines or [show["twice"]]


def kept_in(asked: Namespace) -> Kept:
    """The ledger that was named; raises `LedgerError` where it or its promise is not there."""
    folder = Folder(Path(asked.folder))
    duties = {duty.id: duty for duty in folder.duties()}
    promise = find_promise(asked.promise, duties)
    return Kept(folder, read_settings(folder.path), duties, folder.events(), promise)


def keep_answer(kept: Kept, asked: Namespace, words: Words, now: datetime) -> str:
    """Add the receiver's answer, and say so; raises `ApologyError` for a no without a reason."""
    good = asked.answer == "yes"
    event = reply(
        uuid4().hex,
        kept.promise,
        good=good,
        who=asked.who,
        side=asked.side,
        moment=now,
        written=datetime.now(UTC).replace(microsecond=0),
        note=asked.note,
        occurrence=asked.occurrence,
    )
    kept.folder.add(event)
    line: str = load_words(words.language, "apology")["show"]["answered" if good else "not_yet"]
    return line.format(promise=kept.promise, who=asked.who)


def _minute(due: object, zone: str) -> str:
    """A day as it is, a moment to the minute on the clocks of the agreement."""
    if isinstance(due, datetime):
        return f"{local(due, Calendar(zone)):%Y-%m-%dT%H:%M}"
    return str(due)
