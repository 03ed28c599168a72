"""The words by which a reader knows, at each word of a sentence, whether a party stands there."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from klaar.clauses.model import Party, Side
from klaar.clauses.sides_roles import both_words
from klaar.text.words import split_words

_GENITIVES = ("", "'s", "’s")


class Entry(NamedTuple):
    """A way to name a party: its lower-case words as `split_words` gives them, and the side.

    `capital` is true for a name that counts only with a capital ("Bank", "Prime").
    """

    words: tuple[str, ...]
    side: Side
    capital: bool


class PartyWords(NamedTuple):
    """Every way to name a party of one agreement, by the first word of it.

    {"each": (Entry(("each", "party"), "both"),), "supplier": (Entry(("supplier",), "it"),)}; entries with the
    same first word stand longest first, and with a capital first, so that the first one that fits is meant.
    """

    starts: Mapping[str, tuple[Entry, ...]]

    def at(self, lows: Sequence[str], index: int, capital: bool) -> Entry | None:
        """The party named at word `index` of lower-case words; `capital` says whether that word has one.

        Constant time: one look-up, and a comparison with each of the few names that begin with this word.
        """
        following = lows[index + 1] if index + 1 < len(lows) else ""
        for entry in self.starts.get(lows[index], ()):
            words = entry.words
            if len(words) > 1 and words[1] != following:
                continue
            if entry.capital and not capital:
                continue
            if len(words) < 3 or tuple(lows[index : index + len(words)]) == words:
                return entry
        return None


def party_words(parties: Sequence[Party], language: str) -> PartyWords:
    """The look-up for `parties`, with the words of `language` for both sides ("each party", "partijen").

    A word that the agreement itself gives to one party is that party's: "Recipient" where it is defined so.
    """
    entries: dict[tuple[str, ...], Entry] = {}
    for party in parties:
        for name in (party.name, *party.aliases, party.company):
            _add(entries, name, party.side, capital=name[:1].isupper())
    both: dict[tuple[str, ...], Entry] = {}
    for word in both_words(language):
        _add(both, word, "both", capital=False)
    found = [*entries.values(), *(e for key, e in both.items() if key not in entries or entries[key].capital)]
    starts: dict[str, list[Entry]] = {}
    for entry in sorted(found, key=lambda e: (-len(e.words), not e.capital)):
        starts.setdefault(entry.words[0], []).append(entry)
    return PartyWords({first: tuple(found) for first, found in starts.items()})


def _add(entries: dict[tuple[str, ...], Entry], name: str, side: Side, *, capital: bool) -> None:
    words = tuple(split_words(name).lows)
    if not words:
        return
    for genitive in _GENITIVES:
        key = (*words[:-1], words[-1] + genitive)
        if key not in entries or (entries[key].capital and not capital):
            entries[key] = Entry(key, side, capital)
