"""The word data of the check, made ready for looking up one word or phrase at a time."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from klaar.plain.check.fold import fold
from klaar.plain.check.model import Kind
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

Family = tuple[str, ...]
"""The families of the words of a phrase, of a single word one."""

Phrases = dict[str, dict[str, tuple[tuple[Family, Entry], ...]]]


class Lexicon(NamedTuple):
    """The words of one language: entries by family, tags by word, phrases by the families of their
    first and second word."""

    language: str
    families: dict[str, Entry]
    words: dict[str, Entry]
    phrases: Phrases
    light: frozenset[str]
    listed: frozenset[str]
    telling: frozenset[str]
    antonyms: tuple[tuple[Kind, frozenset[str], frozenset[str]], ...]
    kinds: dict[str, Kind]


_TELLING = frozenset(
    ["liability", "responsibility", "owner", "title", "duty", "property", "fault", "!consent", "!request"]
)
"""Keys of things that tell, as verbs do, what someone does or answers for."""


@cache
def load_lexicon(language: str) -> Lexicon:
    """The lexicon of "nl" or "en". Raises FileNotFoundError for another language."""
    signs, qualities = load_words(language, "check"), load_words(language, "check_qualities")
    found = _Found(language)
    for subject, section in _MEANINGS:
        for key, words in load_words(language, subject)[section].items():
            found.mean(key, words)
    for kind, group in qualities["strict"].items():
        for key, words in group.items():
            found.insist(kind, f"!{key}", words)
    light = frozenset(signs["light"]["words"].split())
    for family, key in _everyday(language, light):
        found.keys[family].add(key)
    for section in _SIGNS:
        for name, words in signs[section].items():
            found.sign(section, name, words)
    entries = found.entries()
    return Lexicon(
        language,
        {family[0]: entry for family, entry in entries.items() if len(family) == 1},
        found.words(),
        _by_first(entries),
        light,
        frozenset(found.listed),
        frozenset(load_words(language, "check_acts")["acts"]) | _TELLING,
        tuple(_antonyms(qualities["antonyms"])),
        found.kinds,
    )


_MEANINGS = (("check_acts", "acts"), ("check_things", "things"), ("check_qualities", "qualities"))
_SIGNS = ("negation", "only", "bounds", "modality", "time", "condition", "who", "roles")
_BY_FAMILY = frozenset(["lexical", "either", "double"])
"""Signs that every form of a word has: "refuse", "refused"."""


class _Found:
    """What is gathered of each word while the lists are read."""

    def __init__(self, language: str) -> None:
        self._language = language
        self.keys: dict[Family, set[str]] = defaultdict(set)
        self._core: dict[Family, set[str]] = defaultdict(set)
        self._tags: dict[Family, set[str]] = defaultdict(set)
        self._exact: dict[str, set[str]] = defaultdict(set)
        self._insisted: dict[str, set[str]] = defaultdict(set)
        self.kinds: dict[str, Kind] = {}
        self.listed: set[str] = set()

    def mean(self, key: str, words: str) -> None:
        """Every one of `words` means `key`."""
        self.listed.update(words.split())
        for word in words.split():
            self.keys[_family(word, self._language)].add(key)

    def insist(self, kind: Kind, key: str, words: str) -> None:
        """Those of `words` before the "/" insist on `key`, all of them mean it."""
        own, _, also = words.partition("/")
        self.kinds[key] = kind
        self.mean(key, f"{own} {also}")
        for word in own.split():
            if "_" in word:
                self._core[_family(word, self._language)].add(key)
            else:
                self._insisted[word].add(key)

    def sign(self, section: str, name: str, words: str) -> None:
        """Every one of `words` has the tag "section.name"."""
        for word in words.split():
            if "_" in word or name in _BY_FAMILY:
                self._tags[_family(word, self._language)].add(f"{section}.{name}")
            else:
                self._exact[word].add(f"{section}.{name}")

    def entries(self) -> dict[Family, Entry]:
        """What each family or phrase is."""
        return {
            family: Entry(
                frozenset(self.keys[family]), frozenset(self._core[family]), frozenset(self._tags[family])
            )
            for family in {*self.keys, *self._core, *self._tags}
        }

    def words(self) -> dict[str, Entry]:
        """What each word in exactly this form is."""
        return {
            word: Entry(frozenset(), frozenset(self._insisted[word]), frozenset(self._exact[word]))
            for word in {*self._exact, *self._insisted}
        }


def _by_first(entries: dict[Family, Entry]) -> Phrases:
    """The phrases by the families of their first and second word, the longest first."""
    phrases: dict[str, dict[str, list[tuple[Family, Entry]]]] = defaultdict(lambda: defaultdict(list))
    for family, entry in entries.items():
        if len(family) > 1:
            phrases[family[0]][family[1]].append((family, entry))
    return {
        first: {second: tuple(sorted(found, key=lambda p: -len(p[0]))) for second, found in group.items()}
        for first, group in phrases.items()
    }


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


def _family(words: str, language: str) -> Family:
    return tuple(fold(word, language) for word in words.split("_"))


def _antonyms(groups: dict[Kind, list[str]]) -> Iterator[tuple[Kind, frozenset[str], frozenset[str]]]:
    for kind, pairs in groups.items():
        for pair in pairs:
            left, _, right = pair.partition("/")
            yield kind, frozenset(left.split()), frozenset(right.split())
