"""The word data by which sentences are rewritten."""

from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from klaar.text.data import load_words

Phrase = tuple[str, ...]


class Words(NamedTuple):
    """What the words of one language do in a sentence: say.toml, ready to look up."""

    sets: MappingProxyType[str, frozenset[str]]
    phrases: MappingProxyType[str, tuple[Phrase, ...]]
    raw: dict[str, Any]
    swaps: MappingProxyType[str, tuple[tuple[Phrase, Phrase], ...]]

    def has(self, group: str, word: str) -> bool:
        """Whether `word` is in the `group` ("prepositions")."""
        return word in self.sets[group]


@cache
def load_say(language: str) -> Words:
    """The words of `language`, read once."""
    raw = load_words(language, "say")
    text = {key: value for key, value in raw.items() if isinstance(value, str)}
    sets = {key: frozenset(value.split()) for key, value in text.items()}
    phrases = {
        key: tuple(tuple(line.split()) for line in value.strip().splitlines()) for key, value in text.items()
    }
    swaps: dict[str, list[tuple[Phrase, Phrase]]] = {}
    for formal, plain in raw["swaps"].items():
        words = tuple(formal.split())
        swaps.setdefault(words[0], []).append((words, tuple(plain.split())))
    longest = {first: tuple(sorted(found, key=_longest)) for first, found in swaps.items()}
    return Words(MappingProxyType(sets), MappingProxyType(phrases), raw, MappingProxyType(longest))


def _longest(entry: tuple[Phrase, Phrase]) -> int:
    return -len(entry[0])
