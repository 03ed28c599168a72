"""Who speaks to whom: the reader's names, the other side's, and which of them are the party itself."""

from collections.abc import Iterator
from typing import NamedTuple

from klaar.clauses.model import Agreement, Party, Side
from klaar.clauses.parties_words import PartyWords, party_words
from klaar.plain.check.model import Parties, Reader
from klaar.plain.say.words import Words, load_say


class Voice(NamedTuple):
    """How one agreement speaks to one side.

    `roles` are the names, as written, that mean the party itself ("opdrachtgever", "ibm") and can become
    "u" or "you"; names of its staff cannot. `terms` are the first words of what the
    agreement defines, `starts` where its passages begin.
    """

    language: str
    reader: Side
    agreement: Agreement
    starts: tuple[int, ...]
    names: PartyWords
    roles: frozenset[str]
    terms: frozenset[str]
    parties: Parties
    words: Words

    @property
    def speaks_to(self) -> Reader | None:
        """The side that "you" stands for in the check; None for a reader on neither side."""
        return "client" if self.reader == "client" else "it" if self.reader == "it" else None


def voice_of(agreement: Agreement, reader: Side) -> Voice:
    """How `agreement` speaks to `reader`."""
    words = load_say(agreement.language)
    roles = {
        way
        for party in agreement.parties
        for name in _own_names(party, words)
        for way in _written(name, words)
    }
    names = party_words(agreement.parties, agreement.language)
    parties = Parties(_names(agreement, "client", words), _names(agreement, "it", words))
    terms = frozenset(term.word.lower().split()[0] for term in agreement.terms if term.word.strip())
    starts = tuple(passage.start for passage in agreement.passages)
    return Voice(
        agreement.language, reader, agreement, starts, names, frozenset(roles), terms, parties, words
    )


def _own_names(party: Party, words: Words) -> list[str]:
    """The names of the party itself: its name, its company and what that is shortened to, and its roles."""
    if party.side not in ("client", "it"):
        return []
    named = [party.company] if party.company else []
    for name in (party.name, *party.aliases):
        role = words.has("roles", name.lower())
        if role or (name[:1].isupper() and (name == party.name or _shortens(name, party.company))):
            named.append(name)
    return named


def _written(name: str, words: Words) -> tuple[str, ...]:
    """How `name` is written where it means the party: with a capital, and small if that is clear."""
    capital = name[:1].upper() + name[1:]
    if words.has("capital_roles", name.lower()) or not words.has("roles", name.lower()):
        return (name, capital)
    return (name, capital, name.lower())


def _shortens(name: str, company: str) -> bool:
    return bool(company) and company.lower().startswith(name.lower())


def _names(agreement: Agreement, side: Side, words: Words) -> tuple[str, ...]:
    """Every name of `side` that is no pronoun: whom "you" means depends on who is spoken to."""
    named = (
        name for party in agreement.parties if party.side == side for name in (party.name, *party.aliases)
    )
    own = [name for name in named if not words.has("speakers", name.lower())]
    return (*own, *(way for name in own for way in _with_article(name, words)))


def _with_article(name: str, words: Words) -> Iterator[str]:
    """A longer name as it is said in plain words: "projectleider van de leverancier"."""
    first, of, last = name.rpartition(f" {words.raw['of']} ")
    if of and words.has("roles", last.lower()):
        yield f"{first}{of}{words.raw['the']} {last.lower()}"
