"""The word data become words with their meanings."""

import re
from collections import defaultdict

from klaar.text.data import load_words
from klaar.text.times.meanings import Data, meanings_of
from klaar.text.times.word import NOTHING, Rest, Word

SUBJECTS = ("numbers", "times", "money")
"""The files that the word data of a language are in."""
REGIONAL = ("times", "money")
"""The files in which a region says what it says otherwise."""
_CONTINUING = frozenset({"and", "point", "ordinal_ending", "article", "dash", "per", "minus"})
_PIECE = re.compile(r"[^\W\d_][^\W_]*(?:'[^\W\d_]+)?|\S")


def load_data(language: str) -> Data:
    """The sections of numbers.toml, times.toml and money.toml; a region ("nl_BE") overrides its language.

    Raises FileNotFoundError for a language that Klaar has no words for.
    """
    base, _, region = language.partition("_")
    data: Data = {}
    for name, subjects in ((base, SUBJECTS), (language, REGIONAL if region else ())):
        for subject in subjects:
            for section, words in load_words(name, subject).items():
                if isinstance(words, dict):
                    data[section] = data.get(section, {}) | words
                else:
                    data[section] = words
    return data


def build_words(data: Data) -> dict[str, Word]:
    """Every word and phrase of `data` with all its meanings; phrases hang under their first word."""
    meanings: dict[str, Data] = {}
    for phrase, facets in meanings_of(data):
        known = meanings.get(phrase)
        meanings[phrase] = facets if known is None else _both(known, facets)
    return _hang_phrases({phrase: _word(facets) for phrase, facets in meanings.items()})


def _both(known: Data, facets: Data) -> Data:
    """The fields of both; roles are added up, and the first reader stays."""
    roles = known.get("roles", frozenset()) | facets.get("roles", frozenset())
    return {**known, **facets, "roles": roles, "reader": known.get("reader") or facets.get("reader", "")}


def _word(facets: Data) -> Word:
    word = Word(**facets)
    goes_on = word.morphs or word.part or word.mixed or word.short_scale or word.roles & _CONTINUING
    return word._replace(continues=True) if goes_on else word


def _hang_phrases(words: dict[str, Word]) -> dict[str, Word]:
    """Move the phrases under their first words; a first word that starts nothing itself reads as "phrase"."""
    heads: dict[str, list[tuple[list[str], Word]]] = defaultdict(list)
    single: dict[str, Word] = {}
    for phrase, word in words.items():
        head, *rest = pieces(phrase)
        if rest:
            heads[head].append((rest, word))
        else:
            single[head] = word
    for head, phrases in heads.items():
        known = single.get(head, NOTHING)
        starts = known.reader
        if starts in {"", "relative"} and any(word.reader not in {"", "relative"} for _, word in phrases):
            starts = "phrase"
        single[head] = known._replace(longer=_rests(phrases), reader=starts)
    return single


def _rests(phrases: list[tuple[list[str], Word]]) -> dict[str, Rest]:
    by_next: dict[str, list[tuple[list[str], Word]]] = defaultdict(list)
    for (piece, *rest), word in phrases:
        by_next[piece].append((rest, word))
    return {
        piece: Rest(
            next((word for rest, word in below if not rest), None),
            _rests([(rest, word) for rest, word in below if rest]),
        )
        for piece, below in by_next.items()
    }


def pieces(phrase: str) -> list[str]:
    """The words and signs of a phrase that must be there; hyphens and full stops may be left out."""
    if phrase.isalpha() or len(phrase) == 1:
        return [phrase]
    return [piece for piece in _PIECE.findall(phrase) if piece not in LOOSE]


LOOSE = frozenset("-.‑‐")
"""What may stand, or not, between the words of a phrase: per-cent, p.m."""
