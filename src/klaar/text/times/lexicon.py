"""All the words of one language, ready to be looked up and looked for."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from klaar.text.times.compounds import Compounds, make_compounds
from klaar.text.times.figures import VULGAR
from klaar.text.times.meanings import Data
from klaar.text.times.trie import one_of
from klaar.text.times.units import Unit
from klaar.text.times.vocabulary import build_words, load_data
from klaar.text.times.word import NOTHING, Word

_HALF_STARTS = frozenset({"article", "whole", "every", "every_other", "per"})
"""Words that start a time only before a unit or a number: een maand, elke 2 weken, the whole week."""
_FOLLOWERS = frozenset(
    {"plain_modifier", "business_modifier", "whole", "part_of_day", "other", "last", "times"}
)
_OPENING = 4
"""Letters that are looked at of the word behind a half start: enough to pass by most other words."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a language.

    `references` stand before the numbers of clauses and versions, `reference_joins` between them, `referred`
    behind ordinals ("tweede lid"); `streets` end names that house numbers follow. `doubtful` gives, for a
    word that is often no number, the words behind and before which it is none.
    """

    decimal: str
    month_first: bool
    words: Mapping[str, Word]
    compounds: Compounds | None
    references: frozenset[str]
    referred: frozenset[str]
    streets: tuple[str, ...]
    reference_joins: frozenset[str]
    doubtful: Mapping[str, tuple[frozenset[str], frozenset[str]]]

    def word(self, text: str) -> Word:
        """What `text`, in small letters, means; NOTHING if it has no part in times and amounts."""
        known = self.words.get(text)
        if known is not None:
            return known
        if "'" in text:
            return self.words.get(text.partition("'")[0], NOTHING)
        return (self.compounds and self.compounds.read(text)) or NOTHING

    def unit_in(self, text: str) -> Unit | None:
        """The unit at the start of a longer word, in languages that write these as one: "dagentermijn"."""
        return self.compounds.unit_in(text) if self.compounds else None


@cache
def lexicon(language: str) -> Lexicon:
    """The words of "nl", "en" or a region ("nl_BE"), read once.

    Raises FileNotFoundError for a language that Klaar has no words for.
    """
    data = load_data(language)
    words = build_words(data)
    return Lexicon(
        decimal=data["decimal"],
        month_first=data["month_first"],
        words=words,
        compounds=_compounds(data, words),
        references=frozenset(data["references"]["before"].split()),
        referred=frozenset(data["references"]["after"]),
        streets=tuple(data["references"]["streets"]),
        reference_joins=frozenset(["", "-", "–", "/", *data["references"]["join"]]),
        doubtful={d["word"]: (frozenset(d["behind"]), frozenset(d["before"])) for d in data["doubtful"]},
    )


@cache
def anchor(language: str, today: bool) -> re.Pattern[str]:
    """Where a time or an amount may start: at figures, a sign of money, or a word that starts one.

    Group 1 is empty and stands where the start is, unless that is the "/" of "/uur". With `today` also at
    "morgen" and "next".
    """
    words = lexicon(language).words
    starts = {word: m for word, m in words.items() if m.reader and (today or m.reader != "relative")}
    half = [word for word, m in starts.items() if word[0].isalpha() and _needs_more(m)]
    whole = [word for word, m in starts.items() if word[0].isalpha() and not _needs_more(m)]
    signs = "".join(re.escape(word) for word, m in starts.items() if m.currency and not word[0].isalnum())
    units = one_of({word[:_OPENING] for word, m in words.items() if m.unit})
    follow = one_of({word[:_OPENING] for word in _followers(words)})
    short = one_of(second for word in half for second in _seconds(words[word]) if len(second) <= 2)
    compounds = lexicon(language).compounds
    ways = [
        rf"[.,]?[\d{VULGAR}{signs}]",
        rf"(?:{one_of(whole)})(?![^\W\d])",
        rf"(?:{one_of(half)})(?:[ \n.-]{{1,2}}(?=[\d$]|{follow}|(?:{short})(?!\w))|(?=[$/.]))",
        *([_compound_start(compounds)] if compounds else []),
    ]
    return re.compile(rf"[^\w](?:(?<=/)[ ]?(?={units})|()(?:{'|'.join(ways)}))")


def _compounds(data: Data, words: dict[str, Word]) -> Compounds | None:
    if not data["compounds"]:
        return None
    return make_compounds(words, data["grammar"]["article"], data["grammar"]["ordinal_ending"])


def _compound_start(compounds: Compounds) -> str:
    """A number word with more of its kind, a unit or a frequency stuck to it."""
    stems = [stem for stem, morph in compounds.stems.items() if morph[0] != "and"]
    tails = [word for word, m in compounds.words.items() if word.isalpha() and _is_tail(m)]
    return f"(?:{one_of(stems)})(?={one_of({tail[:3] for tail in [*compounds.stems, *tails]})})"


def _is_tail(word: Word) -> bool:
    return bool(word.unit or word.often or word.part == 2 or word.morphs or "times" in word.roles)


def _needs_more(word: Word) -> bool:
    """Whether a time starts here only if the next word goes on with it."""
    return word.reader == "phrase" or bool(word.roles & _HALF_STARTS and not word.morphs)


def _followers(words: Mapping[str, Word]) -> Iterator[str]:
    """What can follow "een", "elke", "per" or "hele", and the second words of phrases."""
    for text, word in words.items():
        counts = word.unit or word.part or word.morphs or word.mixed or word.currency or word.cents
        if text[0].isalpha() and (
            counts or word.weekday or word.month or word.edge or word.roles & _FOLLOWERS
        ):
            yield text
        yield from (second for second in _seconds(word) if len(second) > 2)


def _seconds(word: Word) -> list[str]:
    """The second words of the phrases that start a time."""
    return [text for text, rest in word.longer.items() if rest.longer or (rest.word and rest.word.reader)]
