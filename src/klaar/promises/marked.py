"""A text marked word by word: what each word can be, and which side it speaks of."""

from collections.abc import Mapping
from itertools import compress
from typing import NamedTuple

from klaar.clauses.parties_words import PartyWords
from klaar.promises.flags import ADVERB, OPENERS, PARTY, PERSON, VERBS, WHOSE
from klaar.promises.lexicon import is_verb_second
from klaar.promises.signs import Sign, Signs
from klaar.text.words import Words

NOBODY, IT, CLIENT, BOTH, OTHER = range(5)
SIDES = ("", "it", "client", "both", "other")


class Marked(NamedTuple):
    """A text's words with their bits, and per word the side it names (`NOBODY` for most).

    In "Leverancier levert aan Klant." the owners are IT, 0, 0, CLIENT, 0. `whose` holds the indexes of names
    in the possessive ("Customer's"), which own what follows and are not its subject. `openers` are those of
    words that may open a clause within a sentence, `verbs` those of words that may be its verb, in order.
    """

    text: str
    language: str
    spans: list[tuple[int, int]]
    lows: list[str]
    bits: list[int]
    owners: list[int]
    whose: frozenset[int]
    signs: Mapping[str, tuple[Sign, ...]]
    verb_second: bool
    openers: list[int]
    verbs: list[int]


def mark_words(text: str, words: Words, signs: Signs, parties: PartyWords) -> Marked:
    """Look every word up, and every party's name."""
    known = _with_made_words(signs, words.lows)
    get = known.get
    bits = [get(word, 0) for word in words.lows]
    _join_dashes(words, bits)
    owners, whose = _mark_parties(text, words, parties, bits)
    return Marked(
        text=text,
        language=signs.language,
        spans=words.spans,
        lows=words.lows,
        bits=bits,
        owners=owners,
        whose=whose,
        signs=_Compounds(signs),
        verb_second=is_verb_second(signs.language),
        openers=[i for i, each in enumerate(bits) if each & OPENERS],
        verbs=_may_be_verbs(bits, owners),
    )


def _may_be_verbs(bits: list[int], owners: list[int]) -> list[int]:
    """Known verbs and signs, and the words beside a name or a "he", which may be verbs that no list knows."""
    known = [i for i, each in enumerate(bits) if each & _NEAR_VERBS]
    beside = {i - 1 for i in known if bits[i] & (PARTY | PERSON)}
    beside |= {i + 1 for i in compress(range(len(owners) - 1), owners)}
    return sorted(beside.union(known) - {-1})


_NEAR_VERBS = VERBS | PARTY | PERSON


def _join_dashes(words: Words, bits: list[int]) -> None:
    """A dash against a word ("beleid of –maatregelen", "2026–2027") parts no clauses."""
    spans = words.spans
    for i, word in enumerate(words.lows):
        if (
            word in "–—"
            and 0 < i < len(spans) - 1
            and (spans[i][1] == spans[i + 1][0] or spans[i - 1][1] == spans[i][0])
        ):
            bits[i] = 0


def _mark_parties(
    text: str, words: Words, parties: PartyWords, bits: list[int]
) -> tuple[list[int], frozenset[int]]:
    """The side that each word names, and the names in the possessive; a
    name's first word is marked in `bits`.
    """
    owners, whose = [NOBODY] * len(bits), set()
    lows, spans, seconds = words.lows, words.spans, _second_words(parties)
    for at in [at for at, low in enumerate(lows) if low in seconds]:
        following = seconds[lows[at]]
        if owners[at] or (following and lows[at + 1 : at + 2] and lows[at + 1] not in following):
            continue
        entry = parties.at(lows, at, text[spans[at][0]].isupper())
        if entry is None:
            continue
        size = len(entry.words)
        bits[at] |= PARTY
        owners[at : at + size] = [SIDES.index(entry.side)] * size
        if entry.words[-1].endswith(_GENITIVE) or bits[at] & WHOSE:
            whose.add(at + size - 1)
    return owners, frozenset(whose)


def _second_words(parties: PartyWords) -> dict[str, frozenset[str]]:
    """By first word of a name: the words one of which must follow ("klant" for "de" of "de Klant").

    An empty set where the word is a name by itself.
    """
    return {
        first: frozenset(entry.words[1] for entry in entries)
        if all(len(entry.words) > 1 for entry in entries)
        else frozenset()
        for first, entries in parties.starts.items()
    }


_GENITIVE = ("'s", "’s", "s'", "s’")


def _with_made_words(signs: Signs, lows: list[str]) -> dict[str, int]:
    """The known words, this text's compounds of them ("projectkosten" counts as "kosten") and its adverbs."""
    known, heads, ends = dict(signs.bits), signs.heads, signs.adverbs
    for word in set(lows).difference(known):
        if heads and len(word) > 7 and word.endswith(heads):
            known[word] = signs.bits.get(head_of(word, signs), 0)
        elif ends and len(word) > 4 and word.endswith(ends) and word not in signs.no_adverbs:
            known[word] = ADVERB
    return known


def head_of(word: str, signs: Signs) -> str:
    """The head of a compound: the longest known word that it ends in."""
    return max((head for head in signs.heads if word.endswith(head)), key=len)


class _Compounds(dict[str, tuple[Sign, ...]]):
    """Signs by word; a compound has those of its head."""

    def __init__(self, signs: Signs) -> None:
        super().__init__(signs.signs)
        self._signs = signs

    def __missing__(self, word: str) -> tuple[Sign, ...]:
        return self[head_of(word, self._signs)]
