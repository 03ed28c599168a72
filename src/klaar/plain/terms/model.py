"""What a term is, and what looking one up gives."""

from typing import Literal, NamedTuple

from klaar.clauses.model import Term
from klaar.text.span import Span

How = Literal["own", "term", "compound", "near"]
"""How a word was found: defined by the agreement, in the glossary, taken apart, or only something near."""

JargonKind = Literal["abbreviation", "foreign", "compound"]


class GlossaryTerm(NamedTuple):
    """A word explained: "availability" is "the part of the time that you can work with the system".

    `id` is shared by both languages where they have the same concept. `forms` are other words and
    abbreviations for it, `full` what each abbreviation stands for ("SLA": "service level agreement"),
    `loose` the forms that mean other things in running text as well ("rekening") and are only known to who
    asks. `what` says what it is, `why` why it matters to a client, `example` shows it, `related` are ids;
    `hard` runs from 1 (everyday) to 5 (for experts). `source` names the file of a team that added it, "" for
    Klaar's own.
    """

    id: str
    word: str
    forms: tuple[str, ...]
    what: str
    why: str
    example: str = ""
    related: tuple[str, ...] = ()
    hard: int = 3
    full: tuple[tuple[str, str], ...] = ()
    loose: tuple[str, ...] = ()
    source: str = ""

    def names(self) -> tuple[str, ...]:
        """The word and every other form of it: "beschikbaarheid", "uptime"."""
        return (self.word, *self.forms)


class Part(NamedTuple):
    """A part of a compound, at `start:end` of it: "uptime" 0:6 of "uptimegarantie", with its term.

    `term` is None for an ordinary word ("venster" in "responstijdvenster"), `known` False for letters that
    are no known word.
    """

    start: int
    end: int
    word: str
    term: GlossaryTerm | None
    known: bool = True


class Explanation(NamedTuple):
    """What `asked` means, and how that was found.

    `own` is the agreement's own definition, which goes before ours; `term` is the glossary's. `stands_for`
    is what an abbreviation is short for ("service level agreement"). `parts` are those of a compound. `near`
    are known words that look like the one asked, nearest first, where nothing else was found. `certainty` is
    `check` where a part stayed unknown or only something near was found.
    """

    asked: str
    how: How
    term: GlossaryTerm | None = None
    own: Term | None = None
    stands_for: str = ""
    parts: tuple[Part, ...] = ()
    near: tuple[str, ...] = ()
    certainty: Literal["sure", "check"] = "sure"


class TermUse(NamedTuple):
    """A term that a text uses, and where: "uptime" at 14:20. `own` where the agreement defines it itself."""

    term: GlossaryTerm | None
    own: Term | None
    places: tuple[Span, ...]

    @property
    def hard(self) -> int:
        """How hard the word is, 1 to 5; 0 where only the agreement defines it."""
        return self.term.hard if self.term else 0


class UnknownWord(NamedTuple):
    """A word that looks like jargon and that nobody explains: "NOREA", an `abbreviation`, at its places."""

    word: str
    kind: JargonKind
    places: tuple[Span, ...]


class TermsUsed(NamedTuple):
    """The terms that a text uses, hardest first, and its unexplained jargon in the order of the text."""

    used: tuple[TermUse, ...]
    unknown: tuple[UnknownWord, ...]
