"""Where the ledger is that a command is about: a folder, or the data of `klaar serve`."""

import os
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.ledger.chain import Fault
from klaar.ledger.errors import LedgerError
from klaar.ledger.model import Duty, Event
from klaar.ledger.store.folder import Folder
from klaar.ledger.store.settings import Settings


class Place(Protocol):
    """A ledger, wherever it is kept."""

    @property
    def name(self) -> str:
        """What it is called."""

    def settings(self) -> Settings:
        """Whose calendar counts, and who is told what."""

    def duties(self) -> list[Duty]:
        """The promises that are followed."""

    def events(self) -> list[Event]:
        """Every event, in the order in which it was written."""

    def add_all(self, events: Iterable[Event]) -> list[tuple[Event, bool]]:
        """Keep several at once; whether each is new."""

    def verify(self, head: str = "") -> list[Fault]:
        """What is wrong with the chain."""

    def head(self) -> str:
        """The hash of the last event."""


def ledger_of(asked: Namespace) -> Place:
    """The ledger that was asked for; raises `LedgerError` where there is none."""
    if not asked.served:
        return Folder(Path(asked.folder))
    enter(asked.served)
    from klaar.web.keep.chain.opened import opened_ledger  # noqa: PLC0415

    return opened_ledger(asked.folder)


def enter(data: str) -> None:
    """Open the data folder of `klaar serve`; raises `LedgerError` where there is none."""
    from klaar.web.environment import SettingError  # noqa: PLC0415
    from klaar.web.serve import migrate, prepare  # noqa: PLC0415

    if not Path(data).is_dir():
        raise LedgerError("not_served", name=data)
    try:
        prepare(Path(data), os.environ)
        migrate()
    except SettingError as error:
        raise CommandError(Exit.MISUSE, "setting", detail=str(error)) from None
