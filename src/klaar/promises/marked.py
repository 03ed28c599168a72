"""A text marked word by word: what each word can be, and which side it speaks of."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from klaar.promises.flags import PARTY
from klaar.promises.signs import Sign, Signs
from klaar.text.words import Words

NOBODY, IT, CLIENT, BOTH, OTHER = range(5)
SIDES = ("", "it", "client", "both", "other")

PartyTable = Mapping[str, Sequence[tuple[tuple[str, ...], int]]]
"""By first word, in lower case: the words of a party's name or alias (longest first) and its side."""


class Marked(NamedTuple):
    """A text's words with their bits, and per word the side it names (`NOBODY` for most).

    In "Leverancier levert aan Klant." the owners are IT, 0, 0, CLIENT, 0. `whose` holds the indexes of names
    in the possessive ("Customer's"), which own what follows and are not its subject.
    """

    text: str
    language: str
    spans: list[tuple[int, int]]
    lows: list[str]
    bits: list[int]
    owners: list[int]
    whose: frozenset[int]
    signs: Mapping[str, tuple[Sign, ...]]


def mark_words(text: str, words: Words, signs: Signs, parties: PartyTable) -> Marked:
    """Look every word up, and every party's name."""
    known = _with_compounds(signs, words.lows)
    get = known.get
    bits = [get(word, 0) for word in words.lows]
    owners = [NOBODY] * len(bits)
    whose: list[int] = []
    lows = words.lows
    for i, word in enumerate(lows):
        if word in parties:
            _mark_party(i, lows, parties[word], bits, owners, whose)
    return Marked(text, signs.language, words.spans, lows, bits, owners, frozenset(whose), _Compounds(signs))


def _with_compounds(signs: Signs, lows: list[str]) -> dict[str, int]:
    """The known words, and this text's compounds of them: "projectkosten" counts as "kosten"."""
    if not signs.heads:
        return signs.bits
    known = dict(signs.bits)
    for word in set(lows):
        if len(word) > 7 and word not in known and word.endswith(signs.heads):
            known[word] = signs.bits.get(head_of(word, signs), 0)
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


def _mark_party(
    at: int,
    lows: list[str],
    names: Sequence[tuple[tuple[str, ...], int]],
    bits: list[int],
    owners: list[int],
    whose: list[int],
) -> None:
    for name, side in names:
        size = len(name)
        if size == 1 or tuple(lows[at : at + size]) == name:
            if owners[at]:
                return
            bits[at] |= PARTY
            owners[at : at + size] = [side] * size
            if name[-1].endswith(("'s", "’s", "s'", "s’")):
                whose.append(at + size - 1)
            return


def party_table(names: Mapping[str, int]) -> PartyTable:
    """Names and aliases ("Supplier", "Acme B.V.") with their sides, ready for `mark_words`, possessives too."""
    from klaar.text.words import split_words  # noqa: PLC0415

    table: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for name, side in names.items():
        words = tuple(split_words(name).lows)
        if not words:
            continue
        for form in (words, *((*words[:-1], words[-1] + mark) for mark in ("'s", "’s"))):
            table.setdefault(form[0], []).append((form, side))
    return {first: sorted(forms, key=lambda f: -len(f[0])) for first, forms in table.items()}
