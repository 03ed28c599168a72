"""The word data of the check, made ready for looking up one word or phrase at a time."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from klaar.plain.check.fold import fold
from klaar.text.data import load_words


class Entry(NamedTuple):
    """What a word or phrase is: its `keys` (what it means), those it insists on (`core`) and its `tags`.

    "schriftelijk" has the key "written" and insists on it: a text with it and one without it differ.
    "niet" has the tag "negation.words".
    """

    keys: frozenset[str] = frozenset()
    core: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()


EMPTY = Entry()

Phrases = dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]


class Lexicon(NamedTuple):
    """The words of one language: entries by family, tags by exact word, phrases by the family of their first word."""

    language: str
    families: dict[str, Entry]
    words: dict[str, Entry]
    phrases: Phrases
    light: frozenset[str]
    listed: frozenset[str]
    telling: frozenset[str]
    antonyms: tuple[tuple[str, frozenset[str], frozenset[str]], ...]
    kinds: dict[str, str]


_TELLING = frozenset(
    ["liability", "responsibility", "owner", "title", "duty", "property", "fault", "!consent", "!request"]
)
"""Keys of things that tell, as verbs do, what someone does or answers for."""


@cache
def load_lexicon(language: str) -> Lexicon:
    """The lexicon of "nl" or "en". Raises FileNotFoundError for another language."""
    signs, qualities = load_words(language, "check"), load_words(language, "check_qualities")
    keys: dict[tuple[str, ...], set[str]] = defaultdict(set)
    core: dict[tuple[str, ...], set[str]] = defaultdict(set)
    tags: dict[tuple[str, ...], set[str]] = defaultdict(set)
    kinds = {}
    listed: set[str] = set()
    insisted: dict[str, set[str]] = defaultdict(set)
    for subject, section in (
        ("check_acts", "acts"),
        ("check_things", "things"),
        ("check_qualities", "qualities"),
    ):
        for key, words in load_words(language, subject)[section].items():
            listed.update(words.split())
            for family in _families(words, language):
                keys[family].add(key)
    for kind, group in qualities["strict"].items():
        for key, words in group.items():
            own, _, also = words.partition("/")
            kinds[f"!{key}"] = kind
            listed.update(words.split())
            for word in own.split():
                if "_" in word:
                    core[_family(word, language)].add(f"!{key}")
                else:
                    insisted[word].add(f"!{key}")
            for family in _families(f"{own} {also}", language):
                keys[family].add(f"!{key}")
    for family, key in _everyday(language, frozenset(signs["light"]["words"].split())):
        keys[family].add(key)
    exact: dict[str, set[str]] = defaultdict(set)
    for section in ("negation", "only", "bounds", "modality", "time", "condition", "who", "roles"):
        group = signs[section].items() if isinstance(signs[section], dict) else ()
        for name, words in group:
            for word in words.split():
                if "_" in word or name in {"lexical", "either", "double"}:
                    tags[_family(word, language)].add(f"{section}.{name}")
                else:
                    exact[word].add(f"{section}.{name}")
    entries = {
        family: Entry(frozenset(keys[family]), frozenset(core[family]), frozenset(tags[family]))
        for family in {*keys, *core, *tags}
    }
    singles = {family[0]: entry for family, entry in entries.items() if len(family) == 1}
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = defaultdict(list)
    for family, entry in entries.items():
        if len(family) > 1:
            phrases[family[0]].append((family, entry))
    return Lexicon(
        language,
        singles,
        {
            word: Entry(frozenset(), frozenset(insisted.get(word, ())), frozenset(exact.get(word, ())))
            for word in {*exact, *insisted}
        },
        {first: tuple(sorted(found, key=lambda p: -len(p[0]))) for first, found in phrases.items()},
        frozenset(signs["light"]["words"].split()),
        frozenset(listed),
        frozenset(load_words(language, "check_acts")["acts"]) | _TELLING,
        tuple(_antonyms(qualities["antonyms"])),
        kinds,
    )


def _everyday(language: str, light: frozenset[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The formal words of everyday.toml and the words of content that are said in their place share a key."""
    for word in load_words(language, "everyday")["word"]:
        said = [w for w in word["to"].split() if w.isalpha() and w not in light]
        own = word["from"].split()
        if word["kind"] not in _OPEN_KINDS or not said or len(own) > 1 or own[0] in light:
            continue
        for each in (*own, *said):
            yield _family(each, language), f"~{own[0]}"


_OPEN_KINDS = frozenset(["verb", "noun", "adjective", "adverb"])
"""The kinds of words that mean something by themselves."""


def _family(words: str, language: str) -> tuple[str, ...]:
    return tuple(fold(word, language) for word in words.split("_"))


def _families(words: str, language: str) -> set[tuple[str, ...]]:
    return {_family(word, language) for word in words.split()}


def _antonyms(groups: dict[str, list[str]]) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
    for kind, pairs in groups.items():
        for pair in pairs:
            left, _, right = pair.partition("/")
            yield kind, frozenset(left.split()), frozenset(right.split())
