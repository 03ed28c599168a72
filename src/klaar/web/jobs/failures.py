"""Why an agreement was not read, in words."""

from typing import get_args

from django.utils.translation import get_language, gettext

from klaar.documents.errors import DocumentError, ErrorCode
from klaar.documents.messages import error_message


def failure_words(code: str, detail: str) -> str:
    """What is wrong and what to do, in one or two sentences, in the language of the page."""
    if code in get_args(ErrorCode):
        return error_message(DocumentError(code, detail), (get_language() or "en")[:2])  # type: ignore[arg-type]
    own = {
        "other_language": gettext(
            "The text is not in Dutch or English, or too short to tell. Klaar reads those two languages."
        ),
        "too_long": gettext(
            "Reading took longer than this installation allows. Leave out what is no part of the agreement, or ask the administrator for more time."
        ),
    }
    return own.get(code) or gettext(
        "The reader stopped halfway, which should not happen. Try again; if it stops once more, tell the administrator."
    )
