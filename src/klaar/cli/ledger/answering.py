"""`klaar ledger answer`: what someone answered with a link in a letter."""

import re
from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path

from klaar.cli.around import Around
from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.ledger.adding import kept_lines
from klaar.cli.ledger.lines import write_lines
from klaar.cli.words import Words
from klaar.ledger.calendar import local
from klaar.ledger.errors import LedgerError
from klaar.ledger.model import Calendar
from klaar.ledger.reminders.answers import answer_event, read_answer
from klaar.ledger.showing.teller import Teller
from klaar.ledger.sound import find_promise
from klaar.ledger.store.folder import Folder
from klaar.ledger.store.settings import read_settings

_TOKEN = re.compile(r"[\w-]{20,}\.[\w-]{20,}")


def answer(asked: Namespace, words: Words, around: Around) -> int:
    """Keep the answer in a link, or in the token alone; the same answer on one day counts once."""
    if not asked.files:
        raise CommandError(Exit.MISUSE, "no_ledger_answer")
    folder = Folder(Path(asked.folder))
    settings = read_settings(folder.path)
    calendar, now = Calendar(settings.zone), datetime.now(UTC).replace(microsecond=0)
    found = _TOKEN.search(asked.files[0])
    key = around.environ.get("KLAAR_SECRET_KEY", "").encode()
    if len(key) < 16:
        raise LedgerError("no_key")
    said = read_answer(found[0] if found else "", key, local(now, calendar).date())
    if said.agreement != (settings.agreement or folder.path.name):
        raise LedgerError("bad_link")
    find_promise(said.promise, [duty.id for duty in folder.duties()])
    kept = folder.add_all([answer_event(said, now)])
    lines = kept_lines(kept, folder, now, Teller(words.language, calendar))
    return write_lines(lines, around, asked.output)
