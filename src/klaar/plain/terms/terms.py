"""The glossary of one language, to be looked up by any form of a word."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType
from typing import NamedTuple

from klaar.plain.terms.bases import bases
from klaar.plain.terms.fold import fold, same_capitals
from klaar.plain.terms.model import GlossaryTerm
from klaar.text.words import split_words

_GAPS = 3
"""Up to this many blanks in a name can also be written as a hyphen: "service-level agreement"."""


class Name(NamedTuple):
    """A way to say a term: "SLA" of "service level agreement". `loose` where only who asks knows it."""

    written: str
    term: GlossaryTerm
    loose: bool


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of `language`: by id, by name of one word, and by the first word of a longer name.

    A later term with the same name as an earlier one takes it over: a team's own words win over Klaar's.
    """

    language: str
    by_id: Mapping[str, GlossaryTerm]
    single: Mapping[str, Name]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Name], ...]]

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
        """The name that the single word `word` is, or is a form of; capitals tell "BAG" from "bag" elsewhere."""
        low = fold(word)
        plain = low.replace("-", "")
        return next((self.single[key] for key in (low, plain) if key in self.single), None) or self.inflected(low)

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
    return Terms(language, MappingProxyType(by_id), MappingProxyType(single), MappingProxyType(longest))


def _longest(entry: tuple[tuple[str, ...], Name]) -> int:
    return -len(entry[0])


def _names(terms: Iterable[GlossaryTerm]) -> Iterator[tuple[Name, tuple[str, ...]]]:
    """Every name of every term with its tokens: the ways it is also written first, itself last, so that it wins."""
    made = [(name, Name(name, term, name in term.loose)) for term in terms for name in term.names()]
    for written, name in made:
        for variant in _variants(fold(written)):
            yield name, tuple(split_words(variant).lows)
    for written, name in made:
        yield name, tuple(split_words(fold(written)).lows)


def _variants(written: str) -> Iterator[str]:
    """Other ways to write it: "service level" is also "service-level" and "servicelevel"."""
    words = written.replace("-", " ").split()
    if len(words) > 1:
        if all(word.isalnum() for word in words):
            yield "".join(words)
        for joints in product(" -", repeat=min(len(words) - 1, _GAPS)):
            rest = " ".join(words[len(joints) + 1 :])
            joined = "".join(word + joint for word, joint in zip(words, (*joints, " "), strict=False))
            yield f"{joined}{rest}".strip()


def may_be(written: str, name: Name) -> bool:
    """Whether `written` in running text is meant as `name`: no loose word, and with the capitals of its own."""
    return not name.loose and same_capitals(written, name.written)
