"""The words that tell a subject from what only stands before the verb."""

from functools import cache
from typing import NamedTuple

from klaar.promises.lexicon import read_room

MARKS = frozenset("*\"”“')(]}{_`>|")
"""Marks of emphasis, quotation and form fields that may stand between a name and its verb."""


class SubjectWords(NamedTuple):
    """The words of [subject]."""

    inverts: frozenset[str]
    aside_prepositions: frozenset[str]
    prepositions: frozenset[str]
    joins: frozenset[str]


@cache
def subject_words(language: str) -> SubjectWords:
    """The words of "nl" or "en"."""
    return read_room(SubjectWords, language, "subject")
