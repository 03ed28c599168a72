"""How long a ledger takes: 100,000 promises with 1,000,000 events, in agreements of 200 promises.

`python bench/ledger.py [PROMISES]` makes the folders in a temporary place, in three sizes, and prints for each:
how long it took to show one agreement from its files, to add one event to it, to verify it, and to do the
round of a day over all agreements (read, fold, see who is to be told what; nothing is sent). Times are those of
the processor, so that what else the machine does counts less.
"""

import random
import sys
import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from klaar.ledger.calendar import closed_days
from klaar.ledger.chain import chained
from klaar.ledger.delays import delays
from klaar.ledger.duties import duty_line
from klaar.ledger.fold import fold_ledger
from klaar.ledger.model import Calendar, Duty, Event, EventKind, State
from klaar.ledger.record import event_line
from klaar.ledger.reminders.digest import digest
from klaar.ledger.reminders.model import Person
from klaar.ledger.store.folder import Folder

TODAY, BEGUN = date(2027, 6, 1), date(2027, 1, 1)
ZONE = ZoneInfo("Europe/Amsterdam")
CALENDAR = Calendar("Europe/Amsterdam", closed_days("NL", 2025, 2030))
PER_AGREEMENT, PER_PROMISE = 200, 10
PEOPLE = (
    Person("Ann", "ann@supplier.example", "it"),
    Person("Sam", "sam@client.example", "client"),
)
KINDS: tuple[EventKind, ...] = ("confirmed", "questioned", "answered", "moved", "delivered", "kept", "late")


def duty(number: int, chance: random.Random) -> Duty:
    """Of ten promises six have a date, two come back each month, one counts from an event, one has no date."""
    side, other = ("it", "client") if chance.random() < 0.6 else ("client", "it")
    made = Duty(f"{number:012x}", side, other, "obligation", f"Promise {number} is kept on its day.")  # type: ignore[arg-type]
    kind = number % 10
    if kind < 6:
        return made._replace(due=BEGUN + timedelta(days=chance.randrange(300)))
    if kind < 8:
        return made._replace(each="P1M", first=BEGUN, last=date(2027, 12, 31))
    return made._replace(within="P10D", business=True, since="receipt") if kind == 8 else made


def events(duties: list[Duty], chance: random.Random) -> Iterator[Event]:
    """Ten of each promise, of any kind and side, spread over half a year."""
    for number in range(len(duties) * PER_PROMISE):
        about = duties[number % len(duties)]
        kind: EventKind = "started" if about.within and number < len(duties) else chance.choice(KINDS)
        happened = datetime(2027, 1, 1, 12, tzinfo=ZONE) + timedelta(
            days=chance.randrange(150), seconds=number
        )
        data: dict[str, str | int | bool] = {"note": "as it was said in the weekly meeting"}
        if kind == "moved":
            data["to"] = (TODAY + timedelta(days=chance.randrange(90))).isoformat()
        if about.each:
            data["occurrence"] = f"2027-0{chance.randrange(1, 6)}-28"
        side = chance.choice(("it", "client"))
        yield Event(
            f"{about.id}{number:08x}",
            about.id,
            kind,
            "someone",
            side,
            happened,
            happened,
            (),
            tuple(sorted(data.items())),  # type: ignore[arg-type]
        )


def build(base: Path, promises: int) -> list[Path]:
    """The folders, as `klaar ledger` would have written them."""
    chance, folders = random.Random(7), []
    for first in range(0, promises, PER_AGREEMENT):
        folder = base / f"{first:07}"
        folder.mkdir()
        duties = [duty(number, chance) for number in range(first, first + PER_AGREEMENT)]
        last, lines = "", []
        for event in events(duties, chance):
            linked = chained(event, last)
            last = linked.hash
            lines.append(event_line(linked))
        (folder / "promises.jsonl").write_text("".join(f"{duty_line(each)}\n" for each in duties), "utf-8")
        (folder / "events.jsonl").write_text("".join(f"{line}\n" for line in lines), "utf-8")
        folders.append(folder)
    return folders


def states(path: Path) -> tuple[list[Duty], tuple[State, ...]]:
    """How one agreement stands, from its files."""
    folder = Folder(path)
    duties = folder.duties()
    return duties, fold_ledger(duties, folder.events(), TODAY, CALENDAR)


def one(path: Path) -> None:
    """The state of one agreement with its delays, as `klaar ledger show` works it out."""
    delays(states(path)[1], TODAY, CALENDAR)


def day(folders: list[Path]) -> int:
    """The round of a day: how many letters there are to send."""
    now, letters = datetime(2027, 6, 1, 9, tzinfo=ZONE), 0
    for path in folders:
        duties, found = states(path)
        by_id = {duty.id: duty for duty in duties}
        letters += sum(digest(found, by_id, person, now, CALENDAR) is not None for person in PEOPLE)
    return letters


def seconds(action: object, *arguments: object, repeat: int = 1) -> float:
    """The shortest of `repeat` times."""
    best = float("inf")
    for _ in range(repeat):
        begin = time.process_time()
        action(*arguments)  # type: ignore[operator]
        best = min(best, time.process_time() - begin)
    return best


def measure(promises: int) -> None:
    """One size, one line."""
    with TemporaryDirectory() as name:
        folders = build(Path(name), promises)
        happened = datetime(2027, 6, 1, 9, tzinfo=ZONE)
        new = Event("new", f"{0:012x}", "confirmed", "Sam", "it", happened, happened)
        shown = seconds(one, folders[len(folders) // 2], repeat=5) * 1000
        added = seconds(Folder(folders[0]).add, new) * 1000
        verified = seconds(Folder(folders[-1]).verify, repeat=3) * 1000
        begin = time.process_time()
        letters = day(folders)
        spent = time.process_time() - begin
    print(
        f"{promises:>8,} promises {promises * PER_PROMISE:>10,} events: one agreement {shown:6.1f} ms, "
        f"add {added:5.1f} ms, verify {verified:6.1f} ms, a day's round {spent:6.1f} s "
        f"({1e6 * spent / promises / PER_PROMISE:.1f} µs an event, {letters} letters)",
        flush=True,
    )


if __name__ == "__main__":
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    for size in (most // 10, most // 2, most):
        measure(size)
