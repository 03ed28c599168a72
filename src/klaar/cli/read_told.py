"""What `klaar read` says of the documents that it read."""

from argparse import Namespace
from collections.abc import Sequence

from klaar.brief.reading import LanguageError, Reading, read_agreement
from klaar.cli.around import Around
from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.output import json_bytes, write_bytes, write_text
from klaar.cli.screen import in_colour, screen_width
from klaar.cli.words import own_language
from klaar.documents.model import Document


def tell(documents: Sequence[Document], wishes: Namespace, around: Around) -> int:
    """Write what `documents` promise in the form that `wishes` names; gives the exit code.

    Raises `CommandError` for a text in another language, and where it cannot be written.
    """
    try:
        reading = read_agreement(documents, language=wishes.read_as, it=wishes.it, client=wishes.client)
    except LanguageError as error:
        raise CommandError(
            Exit.OTHER_LANGUAGE, "other_language", name=str(error), option="--read-as"
        ) from None
    if wishes.form == "json":
        write_bytes(_record(reading, wishes), around, wishes.output)
    else:
        write_text(_listing(reading, wishes, around), around, wishes.output)
    return Exit.FOUND if _found(reading, wishes) else Exit.DONE


def _record(reading: Reading, wishes: Namespace) -> bytes:
    from klaar.brief.contract import agreement_record  # noqa: PLC0415 (brings all rules along)

    return json_bytes(agreement_record(reading, with_text=wishes.with_text))


def _listing(reading: Reading, wishes: Namespace, around: Around) -> str:
    from klaar.brief.listing.view import Own, View  # noqa: PLC0415 (not for JSON)
    from klaar.brief.listing.whole import list_agreement  # noqa: PLC0415
    from klaar.brief.spoken import Speaker  # noqa: PLC0415
    from klaar.brief.terminal.runs import paint  # noqa: PLC0415

    language = own_language(around.arguments, around.environ) or reading.agreement.language
    own: Own = "" if wishes.side == "both" else wishes.side
    view = View(reading, Speaker(language), screen_width(around), own, wishes.top)
    colour = in_colour(wishes.color, around, bool(wishes.output))
    return "".join(paint(line, colour) + "\n" for line in list_agreement(view))


def _found(reading: Reading, wishes: Namespace) -> bool:
    check = "check" in wishes.fail_on and any(p.certainty == "check" for p in reading.promises)
    return check or ("not-covered" in wishes.fail_on and bool(reading.not_covered))
