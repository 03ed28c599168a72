"""A sentence as words that can be put in another order, each with the side that it names."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from klaar.clauses.model import Side
from klaar.clauses.parties_words import PartyWords
from klaar.text.words import split_words

_GENITIVES = ("'s", "’s", "s'", "s’")


class Token(NamedTuple):
    """A word or mark: "Opdrachtgever" with `low` "opdrachtgever", after `gap` (" " or "").

    `side` is set where the token names a party ("Bank of America" is one token), `owns` for a genitive
    ("Customer's") and `role` for the party itself, not its staff.
    """

    text: str
    low: str
    gap: str = " "
    side: Side | None = None
    owns: bool = False
    role: bool = False

    @property
    def mark(self) -> bool:
        """Whether it is a punctuation mark: "," but not "a)"."""
        return not self.low[:1].isalnum()


Tokens = tuple[Token, ...]


def words_of(text: str) -> Tokens:
    """The tokens of words written for the occasion: "must not"."""
    return tuple(Token(word, word.lower()) for word in text.split())


def tokens_of(text: str, names: PartyWords, roles: frozenset[str]) -> Tokens:
    """Take `text` apart; the name of a party is one token, of a `role` where it is in `roles`."""
    spans, lows = split_words(text)
    made: list[Token] = []
    at, before = 0, 0
    while at < len(lows):
        start = spans[at][0]
        entry = names.at(lows, at, text[start].isupper()) if lows[at] in names.starts else None
        if entry and len(entry.words) > 2 and _staff_of(lows[at : at + len(entry.words)], roles):
            entry = None
        size = len(entry.words) if entry and not _owns_thing(text[start : spans[at][1]], roles) else 1
        end = spans[at + size - 1][1]
        word = text[start:end]
        gap = " " if start > before or not at else ""
        if entry is None:
            made.append(Token(word, lows[at], gap))
        else:
            owns = word.lower().endswith(_GENITIVES)
            bare = word[:-2] if owns else word
            made.append(Token(word, word.lower(), gap, entry.side, owns, bare in roles))
        at, before = at + size, end
    return tuple(made)


def _staff_of(lows: list[str], roles: frozenset[str]) -> bool:
    """Whether a longer name ends with the party itself: "Personeel van Opdrachtnemer"."""
    return lows[-2] in ("van", "of") and lows[-1] in roles


def _owns_thing(word: str, roles: frozenset[str]) -> bool:
    """Whether a longer name begins with a party itself that owns the rest: "Supplier's helpdesk"."""
    return word.lower().endswith(_GENITIVES) and word[:-2] in roles


def joined(tokens: Iterable[Token]) -> str:
    """The tokens as one line of text."""
    return "".join(token.gap + token.text for token in tokens).strip()


def lows_of(tokens: Iterable[Token]) -> tuple[str, ...]:
    """The words in lower case."""
    return tuple(token.low for token in tokens)


def phrase_at(lows: Sequence[str], at: int, phrases: Iterable[tuple[str, ...]]) -> int:
    """How many words the longest of `phrases` that stands at `at` has, 0 for none."""
    return max((len(p) for p in phrases if tuple(lows[at : at + len(p)]) == p), default=0)
