"""A ledger, ready for a round of reminders."""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from klaar.cli.ledger.showing import Standing, standing
from klaar.cli.tick.options import moment_of
from klaar.ledger.calendar import local, zone_of
from klaar.ledger.errors import LedgerError
from klaar.ledger.reminders.answers import Answer, What, sign
from klaar.ledger.reminders.digest import digest
from klaar.ledger.reminders.letter import Letter, write_letter
from klaar.ledger.reminders.model import Digest, Person, Reminder, Rules
from klaar.ledger.showing.teller import Teller
from klaar.ledger.store.folder import Folder
from klaar.ledger.store.people import people_of, rules_of
from klaar.ledger.store.settings import read_settings

_COUNTS = timedelta(days=60)
"""How long the links in a letter can be answered."""
_KEY = 16
"""Fewest bytes of a key."""


class Ready(NamedTuple):
    """A ledger for a round: how it stands, the moment, and who is told what about it."""

    standing: Standing
    now: datetime
    people: tuple[Person, ...]
    rules: Rules
    key: bytes

    @property
    def title(self) -> str:
        """What the agreement is called in a letter."""
        return self.standing.settings.agreement or self.standing.folder.name

    def digests(self, reminded: Collection[str]) -> Iterator[Digest]:
        """What each is to be told that is not among `reminded`."""
        at = self.standing
        for person in self.people:
            made = digest(
                at.states, at.duties, person, self.now, at.calendar, reminded=reminded, rules=self.rules
            )
            if made:
                yield made

    def letter(self, told: Digest) -> Letter:
        """A digest in words, with links where the ledger says where these lead."""
        teller = Teller(told.person.language, self.standing.calendar)
        pattern = str(self.standing.settings.reminders.get("link", ""))

        def link(reminder: Reminder, what: What) -> str:
            if not pattern:
                return ""
            until = local(self.now, self.standing.calendar).date() + _COUNTS
            who = told.person
            answer = Answer(
                self.title, reminder.promise, reminder.occurrence, who.mail, who.side, what, until
            )
            return pattern.replace("{token}", sign(answer, self.key))

        return write_letter(told, self.standing.duties, teller, self.title, link)


def ready(path: Path, said: datetime | None, language: str, environ: Mapping[str, str]) -> Ready:
    """The ledger in `path` at the moment that was `said`, or now.

    Raises `LedgerError` for settings that are wrong, and where links are asked for and no key is there.
    """
    folder = Folder(path)
    settings = read_settings(path)
    link, key = str(settings.reminders.get("link", "")), environ.get("KLAAR_SECRET_KEY", "").encode()
    if link and "{token}" not in link:
        raise LedgerError("wrong_link", value=link)
    if link and len(key) < _KEY:
        raise LedgerError("no_key")
    now = moment_of(said, zone_of(settings.zone))
    day = now.astimezone(zone_of(settings.zone)).date()
    return Ready(standing(folder, day), now, people_of(settings, language), rules_of(settings), key)
