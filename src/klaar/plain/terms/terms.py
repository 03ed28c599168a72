"""The glossary of one language, to be looked up by any form of a word."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType
from typing import NamedTuple

from klaar.plain.terms.bases import bases
from klaar.plain.terms.fold import fold, is_short, same_capitals
from klaar.plain.terms.model import GlossaryTerm
from klaar.plain.terms.words import ordinary_words
from klaar.text.words import split_words

_MOST_WORDS = 4
"""A name of up to so many words can also be written with hyphens between some: "service-level agreement"."""

LEAST_PIECE = 3
"""Letters of the shortest part of a compound; shorter ones are found by chance."""


class Name(NamedTuple):
    """A way to say a term: "SLA" of "service level agreement". `loose` where only who asks knows it."""

    written: str
    term: GlossaryTerm
    loose: bool


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of `language`: by id, by name of one word, and by the first word of a longer name.

    `pieces` are the words that compounds are made of, each with its term or None for an ordinary word, and
    `reach` the length of the longest of them by its first letters. A later term with the same name as an
    earlier one takes it over: a team's own words win over Klaar's.
    """

    language: str
    by_id: Mapping[str, GlossaryTerm]
    single: Mapping[str, Name]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Name], ...]]
    pieces: Mapping[str, GlossaryTerm | None]
    reach: Mapping[str, int]

    def find(self, word: str) -> Name | None:
        """The name that `word` is, whole or inflected, by itself or of more words: "Fatale termijnen"."""
        tokens = tuple(split_words(fold(word)).lows)
        if len(tokens) == 1:
            return self.find_one(word.strip())
        first, *_ = tokens or ("",)
        for head in (first, *bases(first, self.language)):
            for phrase, name in self.phrases.get(head, ()):
                if len(phrase) == len(tokens) and self.match(phrase, tokens):
                    return name
        return self.single.get("".join(tokens))

    def find_one(self, word: str) -> Name | None:
        """The name that the single word `word` is, or is a form of."""
        low = fold(word)
        plain = low.replace("-", "")
        return next((self.single[key] for key in (low, plain) if key in self.single), None) or self.inflected(
            low
        )

    def inflected(self, low: str) -> Name | None:
        """The name of one word of which `low` is an inflected form."""
        return next((self.single[base] for base in bases(low, self.language) if base in self.single), None)

    def match(self, phrase: tuple[str, ...], tokens: tuple[str, ...]) -> bool:
        """Whether each of `tokens` is the word of `phrase` on its place, or a form of it."""
        return all(
            word == token or (token[:2] == word[:2] and word in bases(token, self.language))
            for word, token in zip(phrase, tokens, strict=True)
        )


def build_terms(terms: Iterable[GlossaryTerm], language: str) -> Terms:
    """Put the terms together; of two with one id or name the later wins."""
    by_id = {term.id: term for term in terms}
    single: dict[str, Name] = {}
    phrases: dict[str, dict[tuple[str, ...], Name]] = {}
    for name, tokens in _names(by_id.values()):
        if len(tokens) == 1:
            single[tokens[0]] = name
        else:
            phrases.setdefault(tokens[0], {})[tokens] = name
    longest = {first: tuple(sorted(found.items(), key=_longest)) for first, found in phrases.items()}
    pieces, reach = _pieces(single, language)
    tables = (by_id, single, longest, pieces, reach)
    return Terms(language, *map(MappingProxyType, tables))  # type: ignore[arg-type]


def _pieces(
    single: Mapping[str, Name], language: str
) -> tuple[dict[str, GlossaryTerm | None], dict[str, int]]:
    """What compounds are made of: ordinary words, and names of one word that are no abbreviation."""
    ordinary = ordinary_words(language)
    pieces: dict[str, GlossaryTerm | None] = dict.fromkeys((*ordinary.plurals(), *ordinary.parts))
    for word, name in single.items():
        if word.isalpha() and len(word) >= LEAST_PIECE and not is_short(name.written):
            pieces[word] = None if name.loose else name.term
    reach: dict[str, int] = {}
    for word in pieces:
        reach[word[:LEAST_PIECE]] = max(len(word), reach.get(word[:LEAST_PIECE], 0))
    return pieces, reach


def _longest(entry: tuple[tuple[str, ...], Name]) -> int:
    return -len(entry[0])


def _names(terms: Iterable[GlossaryTerm]) -> Iterator[tuple[Name, tuple[str, ...]]]:
    """Every name of every term with its tokens; first the ways it is also written, so that itself wins."""
    made = [
        (Name(name, term, name in term.loose), tuple(split_words(fold(name)).lows))
        for term in terms
        for name in term.names()
    ]
    for name, tokens in made:
        for variant in _variants(tokens):
            yield name, variant
    yield from made


def _variants(tokens: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Other ways to write a name: "service level" is also "service-level" and "servicelevel"."""
    words = [word for token in tokens for word in token.split("-")]
    if len(words) < 2 or not all(word.isalnum() for word in words):
        return
    yield ("".join(words),)
    if len(words) <= _MOST_WORDS:
        for joints in product((" ", "-"), repeat=len(words) - 1):
            joined = "".join(word + joint for word, joint in zip(words, (*joints, ""), strict=True))
            yield tuple(joined.split())


def may_be(written: str, name: Name) -> bool:
    """Whether `written` in running text means `name`: no loose word, and with its own capitals."""
    return not name.loose and same_capitals(written, name.written)
