"""The ledger of one agreement in a folder."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from klaar.ledger.canonical import canonical
from klaar.ledger.chain import Fault, chained, verify
from klaar.ledger.duties import duty_line, read_duty
from klaar.ledger.errors import LedgerError
from klaar.ledger.model import Duty, Event
from klaar.ledger.record import event_line, read_event
from klaar.ledger.store.lines import append, last_line, locked, read_lines
from klaar.ledger.store.settings import Settings, read_settings

EVENTS, PROMISES, HEAD = "events.jsonl", "promises.jsonl", "head"
_ID = re.compile(r'"id":"(?:[^"\\]|\\.)*"')


class Folder:
    """`events.jsonl` (the chain), `promises.jsonl` (what is followed), `head` (the last hash), `ledger.toml`.

    An `EventStore`. Several processes can add at the same time: they wait for each other.
    """

    def __init__(self, path: Path) -> None:
        """The ledger in `path`; raises `LedgerError("no_ledger")` where that is no ledger."""
        self.path = path
        if not (path / PROMISES).is_file():
            raise LedgerError("no_ledger", name=str(path))

    @classmethod
    def create(cls, path: Path, duties: Iterable[Duty]) -> "Folder":
        """A new ledger, or an older one with the promises of a new version of its agreement added."""
        path.mkdir(parents=True, exist_ok=True)
        with locked(path / PROMISES) as handle:
            there = {duty.id for duty in _duties(path)}
            append(handle, [duty_line(duty) for duty in duties if duty.id not in there])
        return cls(path)

    @property
    def name(self) -> str:
        """The name of the folder."""
        return self.path.name

    def settings(self) -> Settings:
        """Whose calendar counts, and who is told what; raises `LedgerError` for what cannot be read."""
        return read_settings(self.path)

    def duties(self) -> list[Duty]:
        """The promises that are followed."""
        return _duties(self.path)

    def events(self) -> list[Event]:
        """Every event, in the order in which it was written; raises `LedgerError` for a line that is none."""
        lines, _ = read_lines(self.path / EVENTS)
        found = []
        for number, line in enumerate(lines, 1):
            try:
                found.append(read_event(line))
            except LedgerError as error:
                raise LedgerError("broken_line", line=str(number), name=str(self.path / EVENTS)) from error
        return found

    def add(self, event: Event) -> tuple[Event, bool]:
        """Keep `event`, as `EventStore` says: on the disk when this returns."""
        kept = self.add_all([event])
        return kept[0]

    def add_all(self, events: Iterable[Event]) -> list[tuple[Event, bool]]:
        """Keep several at once: all of them are there when this returns.

        Raises `LedgerError`, and keeps none: "other_event" where another event has the id of one, "shortened"
        where lines were taken from the end, since the next note of the last hash would hide that.
        """
        events = list(events)
        kept: list[tuple[Event, bool]] = []
        with locked(self.path / EVENTS) as handle:
            there = self._there(events)
            last = _hash(last_line(handle))
            self._check_end(last)
            for event in events:
                known = there.get(event.id)
                if known and not same(known, event):
                    raise LedgerError("other_event", id=event.id)
                if known:
                    kept.append((known, False))
                    continue
                linked = chained(event, last)
                last = linked.hash
                there[event.id] = linked
                kept.append((linked, True))
            append(handle, [event_line(event) for event, new in kept if new])
            self._note(last)
        return kept

    def verify(self, head: str = "") -> list[Fault]:
        """What is wrong with the chain; `head` is a hash noted elsewhere, else the one in the folder."""
        lines, broke_off = read_lines(self.path / EVENTS)
        known = head or self.head()
        return [*verify(lines, known), *[Fault(len(lines) + 1, "unfinished")] * broke_off]

    def head(self) -> str:
        """The hash of the last event, as it was noted beside the chain."""
        try:
            return (self.path / HEAD).read_text("utf-8").strip()
        except FileNotFoundError:
            return ""

    def _check_end(self, last: str) -> None:
        """The note may lag behind the chain, by an event of a process that died; it must be in it."""
        noted = self.head()
        if noted in ("", last):
            return
        lines, _ = read_lines(self.path / EVENTS)
        if not any(f'"hash":"{noted}"' in line for line in lines):
            raise LedgerError("shortened", name=str(self.path / EVENTS))

    def _note(self, last: str) -> None:
        """Only after the events are on the disk: the note may lag behind the chain, never run ahead."""
        partial = self.path / f".head.{os.getpid()}.part"
        partial.write_text(f"{last}\n", "utf-8")
        partial.replace(self.path / HEAD)

    def _there(self, events: Iterable[Event]) -> dict[str, Event]:
        """The events that have the id of one of these; found by their letters, since most have not."""
        wanted = {f'"id":{canonical(event.id)}' for event in events}
        found = (
            read_event(line)
            for line in read_lines(self.path / EVENTS)[0]
            if any(name in wanted for name in _ID.findall(line))
        )
        return {event.id: event for event in found}


def same(known: Event, event: Event) -> bool:
    """Whether `event` says what `known` does; when it was said may differ, as where a command is repeated."""
    return (known.promise, known.kind, known.side, known.data) == (
        event.promise,
        event.kind,
        event.side,
        event.data,
    )


def _duties(path: Path) -> list[Duty]:
    lines, _ = read_lines(path / PROMISES)
    return [read_duty(line) for line in lines if line.strip()]


def _hash(line: str) -> str:
    return read_event(line).hash if line else ""
