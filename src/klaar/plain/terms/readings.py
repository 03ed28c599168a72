"""What one written word is in a text: a term, parts, the head of a phrase, jargon, or nothing."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from klaar.clauses.model import Term
from klaar.plain.terms.bases import bases
from klaar.plain.terms.compound import split_compound
from klaar.plain.terms.fold import fold, is_short
from klaar.plain.terms.jargon import jargon_kind
from klaar.plain.terms.model import GlossaryTerm, JargonKind
from klaar.plain.terms.own import Key
from klaar.plain.terms.terms import Terms, may_be

_COMPOUND = 8
"""Letters from which a word is taken apart."""


class Target(NamedTuple):
    """What is used: a term of the glossary, a definition of the agreement, or both."""

    term: GlossaryTerm | None
    own: Term | None


class Found(NamedTuple):
    """A target at `start:end` of a word."""

    start: int
    end: int
    target: Target


class Head(NamedTuple):
    """A longer name that begins with this word, as its tokens, and what it names."""

    tokens: Key
    target: Target


class Reading(NamedTuple):
    """What a written word is by itself; `short` where it is known as an abbreviation of a few letters.

    `heads` are the longer names that begin with it, longest first, by the first letters of their second word.
    """

    heads: Mapping[str, tuple[Head, ...]] = MappingProxyType({})
    found: tuple[Found, ...] = ()
    jargon: JargonKind | None = None
    short: bool = False


NOTHING = Reading()
OwnNames = Mapping[str, Mapping[Key, Term]]
"""The agreement's own definitions by the first word of each name."""


def by_first_word(names: Mapping[Key, Term]) -> OwnNames:
    """`names` in groups that begin with one word."""
    groups: dict[str, dict[Key, Term]] = {}
    for key, term in names.items():
        groups.setdefault(key[0], {})[key] = term
    return groups


def read_word(written: str, terms: Terms, own: OwnNames) -> Reading:
    """What `written` is; the agreement's own definitions go before the glossary."""
    low = fold(written)
    if not (low[0].isalnum() or low in terms.single):
        return NOTHING
    forms = (low, *bases(low, terms.language))
    begins = any(form in own or form in terms.phrases for form in forms)
    heads = _grouped(_heads(forms, terms, own)) if begins else NOTHING.heads
    defined = next((own[form][(form,)] for form in forms if (form,) in own.get(form, ())), None)
    name = terms.find_one(written)
    if name is not None and not may_be(written, name):
        name = None
    if name is not None or defined is not None:
        target = Target(name.term if name else None, defined)
        short = name is not None and is_short(name.written) and len(name.written) <= 3
        return Reading(heads, (Found(0, len(written), target),), short=short)
    return _taken_apart(written, heads, terms)


def _taken_apart(written: str, heads: Mapping[str, tuple[Head, ...]], terms: Terms) -> Reading:
    parts = split_compound(written, terms) if len(written) >= _COMPOUND else ()
    found = tuple(Found(part.start, part.end, Target(part.term, None)) for part in parts if part.term)
    jargon = None if parts else jargon_kind(written, terms)
    return Reading(heads, found, jargon) if heads or found or jargon else NOTHING


def _heads(forms: tuple[str, ...], terms: Terms, own: OwnNames) -> Iterator[Head]:
    for form in forms:
        for key, term in own.get(form, {}).items():
            if len(key) > 1:
                yield Head(key, Target(None, term))
        for tokens, name in terms.phrases.get(form, ()):
            if not name.loose:
                yield Head(tokens, Target(name.term, None))


def _grouped(heads: Iterator[Head]) -> Mapping[str, tuple[Head, ...]]:
    groups: dict[str, list[Head]] = {}
    for head in heads:
        groups.setdefault(head.tokens[1][:2], []).append(head)
    return {
        start: tuple(sorted(group, key=lambda head: -len(head.tokens))) for start, group in groups.items()
    }
