"""What is known of ordinary words, to tell them from jargon: word lists of `text/<language>/terms.toml`."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from klaar.plain.terms.bases import bases
from klaar.plain.terms.fold import fold
from klaar.text.data import load_words


class Ordinary(NamedTuple):
    """The ordinary words of a language, in small letters without accents.

    `links` are the letters between the parts of a compound ("s" in "beheersovereenkomst"), `parts` words
    that compounds are made of ("venster"), `abbreviations` those that everyone knows ("NV", in capitals),
    `foreign` words of another language, known by themselves, by their `endings` or by their `starts` unless
    they are `native`; `plain` are long words that need no explanation, `derived` endings of words that are
    long without being made of several ("afhankelijkheden"). `plural_rules` make plurals that compounds
    begin with.
    """

    links: tuple[str, ...]
    parts: frozenset[str]
    abbreviations: frozenset[str]
    foreign: frozenset[str]
    endings: tuple[str, ...]
    starts: tuple[str, ...]
    native: frozenset[str]
    plain: frozenset[str]
    derived: tuple[str, ...]
    plural_rules: tuple[tuple[str, str], ...]

    def plurals(self) -> Iterator[str]:
        """The plurals of `parts` that linking letters cannot make: "afspraken" of "afspraak"."""
        rules = [(re.compile(pattern), to) for pattern, to in self.plural_rules]
        for part in self.parts:
            for pattern, to in rules:
                plural, made = pattern.subn(to, part)
                if made:
                    yield plural


@cache
def ordinary_words(language: str) -> Ordinary:
    """The ordinary words of `language` ("nl", "en")."""
    data = load_words(language, "terms")
    listed = {key: frozenset(fold(data[key]).split()) for key in ("parts", "foreign", "native", "plain")}
    return Ordinary(
        links=tuple(data["links"]),
        abbreviations=frozenset(data["abbreviations"].split()),
        endings=tuple(data["foreign_endings"]),
        starts=tuple(data["foreign_starts"]),
        derived=tuple(data["derived_endings"]),
        plural_rules=tuple((pattern, to) for pattern, to in data["plurals"]),
        **listed,
    )


def is_part(word: str, language: str) -> bool:
    """Whether `word`, or a word of which it is a form, is an ordinary word that compounds are made of."""
    parts = ordinary_words(language).parts
    return word in parts or any(base in parts for base in bases(word, language))
