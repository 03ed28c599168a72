"""`klaar check`: what to ask before you sign."""

from argparse import Namespace
from difflib import get_close_matches

from klaar.brief.findings.checked import Checked, check_reading
from klaar.brief.findings.listing import list_findings
from klaar.brief.findings.record import checked_record
from klaar.brief.findings.sarif import sarif_record
from klaar.brief.reading import LanguageError, Reading, read_agreement
from klaar.brief.terminal.runs import paint
from klaar.cli.around import Around
from klaar.cli.check_options import checked, parser
from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.output import json_bytes, write_bytes, write_text
from klaar.cli.read_files import read_files
from klaar.cli.screen import in_colour, screen_width
from klaar.cli.settings import check_silences
from klaar.cli.words import Words, own_language
from klaar.findings.load import load_rules
from klaar.findings.model import SEVERITIES
from klaar.findings.silence import Silence, SilenceError, silences_in, silences_of

__all__ = ["parser", "run"]


def run(options: Namespace, words: Words, around: Around) -> int:
    """Write what the rules found; the exit code says whether anything was found that --fail-on names."""
    wishes = checked(options)
    _known(wishes.only)
    settings = check_silences(wishes.config, wishes.files, around)
    documents = read_files(wishes, words, around)
    try:
        reading = read_agreement(documents, language=wishes.read_as, it=wishes.it, client=wishes.client)
        silences = (*silences_of(settings, reading.agreement), *silences_in(reading.agreement))
    except LanguageError as error:
        raise CommandError(
            Exit.OTHER_LANGUAGE, "other_language", name=str(error), option="--read-as"
        ) from None
    except SilenceError as error:
        raise CommandError(Exit.MISUSE, error.code, name=error.name, nearest=error.nearest) from None
    return _write(_find(reading, silences, wishes), wishes, around)


def _find(reading: Reading, silences: tuple[Silence, ...], wishes: Namespace) -> Checked:
    return check_reading(reading, silences, only=wishes.only, least=wishes.least, side=wishes.side)


def _known(names: list[str]) -> None:
    """Raises `CommandError` for the name of a rule that does not exist."""
    known = [rule.id for rule in load_rules()]
    for name in names:
        if name not in known:
            nearest = get_close_matches(name, known, 1, 0.0)[0]
            raise CommandError(Exit.MISUSE, "unknown_rule", name=name, nearest=nearest)


def _write(found: Checked, wishes: Namespace, around: Around) -> int:
    language = own_language(around.arguments, around.environ) or found.reading.agreement.language
    if wishes.form == "text":
        colour = in_colour(wishes.color, around, bool(wishes.output))
        lines = list_findings(
            found, language, screen_width(around), silenced=wishes.silenced, every=bool(wishes.only)
        )
        write_text("".join(paint(line, colour) + "\n" for line in lines), around, wishes.output)
    else:
        record = checked_record if wishes.form == "json" else sarif_record
        write_bytes(json_bytes(record(found, language)), around, wishes.output)
    return Exit.FOUND if _fails(found, wishes.fail_on) else Exit.DONE


def _fails(found: Checked, least: str) -> bool:
    grave = SEVERITIES[: SEVERITIES.index(least) + 1] if least in SEVERITIES else ()
    return any(each.severity in grave for each in found.findings)
