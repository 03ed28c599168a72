"""What users said of a level, read from the ledger and kept in it."""

from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from klaar.cli.words import Words
from klaar.ledger.levels import Measured, MeasuredTimes
from klaar.ledger.levels.feelings import Feeling, feeling_event, feelings
from klaar.ledger.levels.showing.lines import got
from klaar.ledger.levels.showing.teller import Teller
from klaar.ledger.sound import find_promise
from klaar.ledger.store.folder import Folder


def feelings_of(asked: Namespace, measured: Measured | MeasuredTimes) -> tuple[Feeling, ...]:
    """What the ledger has about the promise in this period; nothing without a ledger or a promise."""
    if not (asked.ledger and asked.promise):
        return ()
    folder = Folder(Path(asked.ledger))
    return feelings(folder.events(), _promise(asked, folder), measured.period.name)


def keep_feeling(asked: Namespace, measured: Measured | MeasuredTimes, words: Words) -> None:
    """Add --felt to the ledger, with the figure as it is now."""
    folder = Folder(Path(asked.ledger))
    now = datetime.now(UTC).replace(microsecond=0)
    feeling = Feeling(now, asked.who, asked.side, asked.felt, measured.period.name)
    figure = f"{got(measured, Teller(words.language, asked.zone))} ({measured.period.name})"
    folder.add(feeling_event(uuid4().hex, _promise(asked, folder), feeling, figure, now))


def _promise(asked: Namespace, folder: Folder) -> str:
    return find_promise(asked.promise, [duty.id for duty in folder.duties()])
