"""`klaar brief`: the page for one side, in the form that is asked for."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from typing import Any

from klaar.brief.findings.checked import Checked, check_reading
from klaar.brief.forms.given import Given
from klaar.brief.forms.refused import FormRefusedError
from klaar.brief.forms.table import write_form
from klaar.brief.page.make import make_brief
from klaar.brief.page.model import NOT_ASKED, Brief, Reader
from klaar.brief.reading import LanguageError, read_agreement
from klaar.cli.around import Around
from klaar.cli.brief_options import checked, parser
from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.inputs import STANDARD_INPUT, read_bytes
from klaar.cli.output import write_bytes, write_text
from klaar.cli.read_files import read_files
from klaar.cli.screen import in_colour, screen_width
from klaar.cli.settings import check_silences
from klaar.cli.words import Words, own_language
from klaar.documents.limits import DEFAULT_LIMITS
from klaar.documents.model import Document
from klaar.findings.silence import SilenceError, silences_in, silences_of

__all__ = ["parser", "run"]


def run(options: Namespace, words: Words, around: Around) -> int:
    """Write the brief of the side that was asked for, or of both."""
    wishes = checked(options)
    settings = check_silences(wishes.config, wishes.files, around)
    found = _check(read_files(wishes, words, around), settings, wishes)
    briefs = _briefs(found, wishes, around)
    colour = in_colour(wishes.color, around, bool(wishes.output))
    given = Given(found.reading, _sources(wishes, around), screen_width(around), colour)
    try:
        data = write_form(wishes.form, briefs, given)
    except FormRefusedError as error:
        raise CommandError(Exit.MISUSE, error.code, name=error.name) from None
    if wishes.form == "terminal":
        return write_text(data.decode(), around, wishes.output)
    return write_bytes(data, around, wishes.output)


def _sources(wishes: Namespace, around: Around) -> tuple[bytes, ...]:
    """The bytes of the files, where the form gives them back; raises `CommandError` for standard input."""
    if wishes.form != "source":
        return ()
    if STANDARD_INPUT in wishes.files:
        raise CommandError(Exit.MISUSE, "source_format", name=STANDARD_INPUT)
    return tuple(read_bytes(name, around, DEFAULT_LIMITS.size) for name in wishes.files)


def _check(
    documents: Sequence[Document], settings: Sequence[Mapping[str, Any]], wishes: Namespace
) -> Checked:
    try:
        reading = read_agreement(documents, language=wishes.read_as, it=wishes.it, client=wishes.client)
        silences = (*silences_of(settings, reading.agreement), *silences_in(reading.agreement))
        return check_reading(reading, silences)
    except LanguageError as error:
        raise CommandError(
            Exit.OTHER_LANGUAGE, "other_language", name=str(error), option="--read-as"
        ) from None
    except SilenceError as error:
        raise CommandError(Exit.MISUSE, error.code, name=error.name, nearest=error.nearest) from None


def _briefs(found: Checked, wishes: Namespace, around: Around) -> tuple[Brief, ...]:
    language = own_language(around.arguments, around.environ) or found.reading.agreement.language
    sides: tuple[Reader, ...] = ("client", "it") if wishes.side == "both" else (wishes.side,)
    honest = NOT_ASKED
    if wishes.history:
        from klaar.cli.brief_dates import honest_dates  # noqa: PLC0415 (loads numpy)

        honest = honest_dates(found.reading, wishes, language, around)
    return tuple(make_brief(found, side, language, wishes.today, honest) for side in sides)
