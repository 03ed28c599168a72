"""Words explained on the spot: those of the agreement itself first, then the glossary."""

from typing import NamedTuple

from klaar.clauses.model import Term
from klaar.plain.terms.explain import explain
from klaar.plain.terms.model import GlossaryTerm
from klaar.plain.terms.used import find_terms_used
from klaar.text.words import split_words
from klaar.web.store.models import Promise, Reading

_MOST = 5


class Word(NamedTuple):
    """A word explained: what it is, why it matters, an example; `own` is the agreement's own definition.

    `key` and `page` say where the agreement defines it; `near` are known words that look like it.
    """

    word: str
    what: str = ""
    why: str = ""
    example: str = ""
    own: str = ""
    page: int | None = None
    is_sure: bool = True
    near: tuple[str, ...] = ()


def words_of(promise: Promise, reading: Reading, language: str) -> list[Word]:
    """The hard words of a promise, explained, hardest first."""
    text = " ".join((promise.opening, promise.quote)).strip()
    used = find_terms_used(text, split_words(text), language, own=_own_terms(reading))
    found = [_word(use.term, use.own, reading) for use in used.used[:_MOST]]
    return [each for each in found if each.what or each.own]


def explain_word(asked: str, reading: Reading, language: str) -> Word | None:
    """One word that someone asks about; None where nothing is even near it."""
    told = explain(asked, language, _own_terms(reading))
    if told is None:
        return None
    word = _word(told.term, told.own, reading)
    parts = [part.term for part in told.parts if part.term]
    if not word.what and parts:
        word = word._replace(what=" ".join(f"{part.word}: {part.what}" for part in parts))
    return word._replace(word=asked, is_sure=told.certainty == "sure", near=told.near)


def _own_terms(reading: Reading) -> list[Term]:
    """The agreement's own definitions; `clause` is their place in the list, to find the words back."""
    return [Term(term["word"], term["start"], term["end"], at) for at, term in enumerate(reading.terms)]


def _word(term: GlossaryTerm | None, own: Term | None, reading: Reading) -> Word:
    defined = reading.terms[own.clause] if own else {}
    name = own.word if own else term.word if term else ""
    return Word(
        word=name,
        what=term.what if term else "",
        why=term.why if term else "",
        example=term.example if term else "",
        own=" ".join(defined.get("quote", "").split()),
        page=defined.get("page"),
    )
