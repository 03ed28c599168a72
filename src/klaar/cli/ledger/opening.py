"""`klaar ledger open`: a ledger for the promises of an agreement."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from klaar.brief.reading import LanguageError, Reading, read_agreement
from klaar.cli.around import Around
from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.ledger.lines import write_lines
from klaar.cli.read_files import read_files
from klaar.cli.words import Words
from klaar.ledger.duties import duties_of
from klaar.ledger.model import Calendar
from klaar.ledger.showing.teller import Teller
from klaar.ledger.store.folder import Folder
from klaar.ledger.store.settings import FILE, settings_text


def open_ledger(asked: Namespace, words: Words, around: Around) -> int:
    """Read the agreement and follow its promises; those of a new version come beside the older ones."""
    if not asked.files:
        raise CommandError(Exit.MISUSE, "no_ledger_agreement")
    documents = read_files(asked, words, around)
    try:
        reading = read_agreement(documents, language=asked.read_as, it=asked.it, client=asked.client)
    except LanguageError as error:
        name = str(error)
        raise CommandError(Exit.OTHER_LANGUAGE, "other_language", name=name, option="--read-as") from None
    first, last = (_fact(reading, kind) for kind in ("start", "end"))
    folder = Folder.create(Path(asked.folder), duties_of(reading.promises, first, last))
    settings = folder.path / FILE
    if not settings.exists():
        settings.write_text(
            settings_text(Path(reading.documents[0].name).stem, first, words.language), "utf-8"
        )
    teller = Teller(words.language, Calendar())
    lines = [
        teller.say("open", "done", count=len(folder.duties()), name=asked.folder),
        teller.say("open", "filled", name=settings),
        teller.say("open", "next", name=asked.folder),
    ]
    return write_lines(lines, around, asked.output)


def _fact(reading: Reading, kind: str) -> date | None:
    for fact in reading.agreement.facts:
        if fact.kind == kind:
            try:
                return date.fromisoformat(fact.value[:10])
            except ValueError:
                continue
    return None
