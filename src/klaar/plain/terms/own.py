"""The agreement's own definitions, to be looked up like the glossary."""

import re
from collections.abc import Iterable, Iterator

from klaar.clauses.model import Term
from klaar.plain.terms.bases import bases
from klaar.plain.terms.fold import fold
from klaar.text.words import split_words

_OPTIONAL = re.compile(r"\((\w{1,3})\)")
_OR = re.compile(r"\s*/\s*")

Key = tuple[str, ...]
"""A name as its tokens in small letters: ("fatale", "termijn")."""


def own_names(own: Iterable[Term]) -> dict[Key, Term]:
    """Each way to say a word that the agreement defines, the first definition winning.

    "Werkdag(en)" is said as "werkdag" and "werkdagen", "Storing / Incident" as either.
    """
    names: dict[Key, Term] = {}
    for term in own:
        for written in _written(term.word):
            key = tuple(split_words(fold(written)).lows)
            if key:
                names.setdefault(key, term)
    return names


def _written(word: str) -> Iterator[str]:
    for one in (word, *_OR.split(word)):
        yield _OPTIONAL.sub("", one).strip(" \"'“”„‘’*")
        yield _OPTIONAL.sub(r"\1", one).strip(" \"'“”„‘’*")


def find_own(word: str, names: dict[Key, Term], language: str) -> Term | None:
    """The definition of `word`, itself or inflected in its last word: "werkdagen" of "Werkdag"."""
    tokens = tuple(split_words(fold(word)).lows)
    if not tokens:
        return None
    forms = (tokens[-1], *bases(tokens[-1], language))
    return next((names[key] for key in ((*tokens[:-1], form) for form in forms) if key in names), None)
