"""What reminders are made of."""

from datetime import date, time
from typing import Literal, NamedTuple

from klaar.clauses.model import Side

Role = Literal["act", "wait"]
"""Whether the reader must act, or waits for what the other side does."""


class Rules(NamedTuple):
    """When it is time, in calendar days.

    `ahead`: before the date, for who must act; `late`: after it, as long as nothing was said; `waits`: after
    it, for who waits; `accept`: after the other side said that it is done, for who should look at it. What
    comes back more often than every `least` days is not reminded of turn by turn.
    """

    ahead: tuple[int, ...] = (14, 2, 0)
    late: tuple[int, ...] = (1, 7, 30)
    waits: tuple[int, ...] = (1, 7)
    accept: tuple[int, ...] = (3, 10)
    least: int = 7


class Person(NamedTuple):
    """Who is reminded: Sam of the client, by mail, on working days between 7:00 and 20:00.

    `promises` are those that are this person's (by the first digits of their ids); without any it is all of
    the side. `every` is how often a letter may come at most; `weekend` whether it may come on a Saturday or
    Sunday; `quiet` from when to when it may not; `paused` up to and including which day nothing comes.
    """

    name: str
    mail: str
    side: Side
    language: str = "nl"
    promises: tuple[str, ...] = ()
    every: Literal["day", "week"] = "day"
    weekend: bool = False
    quiet: tuple[time, time] = (time(20), time(7))
    paused: date | None = None

    @property
    def key(self) -> str:
        """What tells this person from others: the mail address and the side."""
        return f"{self.mail.casefold()} {self.side}"


class Reminder(NamedTuple):
    """One promise that someone is told of: "the report, due in 2 days".

    `due` is its date, or the day on which it was delivered (`step` "accept-3"); `days` how far away that is,
    negative where it has passed. `step` is the rule that it comes from ("ahead-14", "late-1", "waits-7").
    """

    promise: str
    occurrence: str
    role: Role
    step: str
    due: date
    days: int

    @property
    def key(self) -> str:
        """The same for the same reminder, whenever it is worked out; a moved date makes another one."""
        return f"{self.promise}/{self.occurrence}/{self.due.isoformat()}/{self.role}/{self.step}"


class Digest(NamedTuple):
    """What one person is told on one day (or in one week), in one letter.

    `key` is the same whoever works it out, so that of two processes only one sends it. `claims` are the keys
    of its reminders with the person; who is told them need not be told them again.
    """

    key: str
    person: Person
    day: date
    reminders: tuple[Reminder, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        """One key a reminder: "sam@client.example client promise//2027-03-01/act/ahead-2"."""
        return tuple(f"{self.person.key} {reminder.key}" for reminder in self.reminders)
