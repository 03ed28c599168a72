"""The options of `klaar tick`, checked."""

from argparse import Namespace
from datetime import UTC, datetime, tzinfo

from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.options import Parser, choose
from klaar.cli.words import Words
from klaar.ledger.model import YEARS
from klaar.text.data import LANGUAGES


def parser(words: Words) -> Parser:
    """The parser of `klaar tick`, with its help in the language of `words`."""
    made = Parser("tick", words)
    made.inputs.add_argument("asked", nargs="*", metavar="FOLDER", help=words.say("tick", "asked"))
    made.option("--served", "served", default="", metavar="DIR")
    made.option("--send", "send", default="", metavar="console|smtp|FOLDER")
    made.option("--dry-run", "dry_run", action="store_true")
    made.option("--now", "now", default="", metavar="MOMENT")
    made.option("--again", "again", action="store_true")
    made.option("--language", "language", default="auto", metavar="nl|en|auto")
    made.option("--output", "output", default="", metavar="FILE")
    made.common()
    return made


def checked(options: Namespace) -> Namespace:
    """`options` with its `folders` and the `moment`; raises `CommandError` else."""
    if not options.asked and not options.served:
        raise CommandError(Exit.MISUSE, "no_tick_folder")
    if options.served and (options.asked or options.send or options.dry_run or options.now or options.again):
        raise CommandError(Exit.MISUSE, "served_alone")
    choose("--language", options.language, (*LANGUAGES, "auto"))
    return Namespace(**{**vars(options), "folders": options.asked, "moment": _moment(options.now)})


def _moment(said: str) -> datetime | None:
    """The moment that was said, without a zone where it names none; None for now."""
    if not said:
        return None
    try:
        moment = datetime.fromisoformat(said)
    except ValueError:
        moment = datetime.min
    if moment.year not in YEARS:
        raise CommandError(Exit.MISUSE, "wrong_moment", name="--now", value=said)
    return moment


def moment_of(said: datetime | None, zone: tzinfo) -> datetime:
    """`said` on the clocks of the agreement, or now."""
    if said is None:
        return datetime.now(UTC)
    return said if said.tzinfo else said.replace(tzinfo=zone)
