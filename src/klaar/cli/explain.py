"""`klaar explain`: a word explained, or the terms that an agreement uses."""

from argparse import Namespace
from collections.abc import Iterable

from klaar.brief.explained.entries import Speech
from klaar.brief.explained.glossed import Glossed, read_terms
from klaar.brief.explained.listing import list_explanation, list_terms
from klaar.brief.explained.markdown import explanation_markdown, terms_markdown
from klaar.brief.explained.record import explanation_record, terms_record
from klaar.brief.reading import LanguageError
from klaar.brief.terminal.runs import Line, paint
from klaar.cli.around import Around
from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.explain_options import checked, parser
from klaar.cli.explain_words import explained
from klaar.cli.inputs import read_bytes
from klaar.cli.output import write_bytes, write_text
from klaar.cli.read import json_bytes
from klaar.cli.read_files import read_files
from klaar.cli.screen import in_colour, screen_width
from klaar.cli.words import Words
from klaar.documents.limits import DEFAULT_LIMITS
from klaar.plain.terms import GlossaryError, glossary_message

__all__ = ["parser", "run"]

Own = list[tuple[str, bytes]]
"""Glossary files by name."""


def run(options: Namespace, words: Words, around: Around) -> int:
    """Write what is known of a word, or of the words of the files."""
    wishes = checked(options)
    own = [(name, read_bytes(name, around, DEFAULT_LIMITS.size)) for name in wishes.glossary]
    try:
        glossed = _agreement(wishes, own, words, around) if wishes.files else None
        if wishes.word:
            return _word(wishes, glossed, own, around)
        return _terms(glossed, wishes, around) if glossed else Exit.DONE
    except GlossaryError as error:
        message = glossary_message(error, words.language)
        raise CommandError(Exit.NOT_READ, "glossary", message=message) from None


def _agreement(wishes: Namespace, own: Own, words: Words, around: Around) -> Glossed:
    """The agreement in the files, with its terms."""
    documents = read_files(wishes, words, around)
    try:
        return read_terms(documents, language=wishes.known, own=own)
    except LanguageError as error:
        raise CommandError(
            Exit.OTHER_LANGUAGE, "other_language", name=str(error), option="--language"
        ) from None


def _word(wishes: Namespace, glossed: Glossed | None, own: Own, around: Around) -> int:
    """Write what is known of one word."""
    found, terms = explained(wishes, glossed, own, around)
    if wishes.form == "json":
        record = explanation_record(found, terms.by_id, terms.language, glossed)
        return write_bytes(json_bytes(record), around)
    speech = Speech(terms.language, terms.by_id)
    if wishes.form == "md":
        return write_text(explanation_markdown(found, speech, glossed), around)
    return _painted(list_explanation(found, speech, screen_width(around), glossed), around)


def _terms(glossed: Glossed, wishes: Namespace, around: Around) -> int:
    """Write the terms of an agreement."""
    if wishes.form == "json":
        return write_bytes(json_bytes(terms_record(glossed, wishes.most)), around)
    speech = Speech(glossed.agreement.language, glossed.terms.by_id)
    if wishes.form == "md":
        return write_text(terms_markdown(glossed, speech, wishes.most), around)
    return _painted(list_terms(glossed, speech, screen_width(around), wishes.most), around)


def _painted(lines: Iterable[Line], around: Around) -> int:
    colour = in_colour("auto", around, to_file=False)
    return write_text("".join(paint(line, colour) + "\n" for line in lines), around)
