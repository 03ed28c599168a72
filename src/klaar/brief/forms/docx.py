"""The brief as a Word file: real headings, tables with heads, the language of every word, comments."""

import io
from collections.abc import Sequence
from datetime import datetime

from klaar.brief.forms.given import Given
from klaar.brief.forms.word.page import WordPage
from klaar.brief.page.model import Brief


def write(briefs: Sequence[Brief], given: Given) -> bytes:
    """One Word file with each brief, its annexes after it; the original words of a line are in a comment."""
    page = WordPage(briefs[0])
    for number, brief in enumerate(briefs):
        page.brief(brief, first=not number)
    opened = page.document
    moment = datetime.fromisoformat(briefs[0].today or "2000-01-01")
    properties = opened.core_properties
    properties.title, properties.author, properties.language = briefs[0].title, "Klaar", briefs[0].language
    properties.created = properties.modified = moment
    made = io.BytesIO()
    opened.save(made)
    return made.getvalue()
