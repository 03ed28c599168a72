"""The forms there are, and the module that writes each."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import cast

from klaar.brief.forms.given import Given
from klaar.brief.page.model import Brief

FORMS: Mapping[str, str] = {
    "terminal": "klaar.brief.forms.terminal",
    "html": "klaar.brief.forms.html",
    "md": "klaar.brief.forms.md",
    "json": "klaar.brief.forms.json",
    "docx": "klaar.brief.forms.docx",
    "pdf": "klaar.brief.forms.pdf",
    "ics": "klaar.brief.forms.ics",
    "source": "klaar.brief.forms.source",
}
"""Each form with its module, which has `write(briefs: Sequence[Brief], given: Given) -> bytes`."""


def write_form(form: str, briefs: Sequence[Brief], given: Given) -> bytes:
    """`briefs` (one a side) in `form` ("html"); imports what that form needs and nothing else.

    Raises KeyError for a form that does not exist.
    """
    return cast(bytes, import_module(FORMS[form]).write(briefs, given))
