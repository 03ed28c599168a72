"""`klaar read`: what each side promised, to read or for other programs."""

import json
from argparse import Namespace

from klaar.brief.contract import agreement_record
from klaar.brief.listing.view import Own, View
from klaar.brief.listing.whole import list_agreement
from klaar.brief.reading import LanguageError, Reading, read_agreement
from klaar.brief.spoken import Speaker
from klaar.brief.terminal.runs import paint
from klaar.cli.around import Around
from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.output import write_bytes, write_text
from klaar.cli.read_files import read_files
from klaar.cli.read_options import checked, parser
from klaar.cli.screen import in_colour, screen_width
from klaar.cli.words import Words, own_language

__all__ = ["parser", "run"]


def run(options: Namespace, words: Words, around: Around) -> int:
    """Read the files and write what they promise; the exit code says whether what was asked for was found."""
    wishes = checked(options)
    documents = read_files(wishes, words, around)
    try:
        reading = read_agreement(documents, language=wishes.read_as, it=wishes.it, client=wishes.client)
    except LanguageError as error:
        raise CommandError(
            Exit.OTHER_LANGUAGE, "other_language", name=str(error), option="--read-as"
        ) from None
    if wishes.form == "json":
        write_bytes(json_bytes(agreement_record(reading, with_text=wishes.with_text)), around, wishes.output)
    else:
        write_text(_listing(reading, wishes, around), around, wishes.output)
    return Exit.FOUND if _found(reading, wishes) else Exit.DONE


def json_bytes(record: object) -> bytes:
    """`record` as JSON on one line, in UTF-8; a lone surrogate, which has no UTF-8, as its escape."""
    try:
        return (json.dumps(record, ensure_ascii=False) + "\n").encode()
    except UnicodeEncodeError:
        return (json.dumps(record) + "\n").encode()


def _listing(reading: Reading, wishes: Namespace, around: Around) -> str:
    language = own_language(around.arguments, around.environ) or reading.agreement.language
    own: Own = "" if wishes.side == "both" else wishes.side
    view = View(reading, Speaker(language), screen_width(around), own, wishes.top)
    colour = in_colour(wishes.color, around, bool(wishes.output))
    return "".join(paint(line, colour) + "\n" for line in list_agreement(view))


def _found(reading: Reading, wishes: Namespace) -> bool:
    check = "check" in wishes.fail_on and any(p.certainty == "check" for p in reading.promises)
    return check or ("not-covered" in wishes.fail_on and bool(reading.not_covered))
