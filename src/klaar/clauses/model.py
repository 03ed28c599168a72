"""What an agreement is made of, each part with its exact place."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from klaar.documents.model import Document, Table
from klaar.text.span import Span

Side = Literal["it", "client", "both", "other"]
"""`it` supplies the IT service, `client` receives it; `other` is anyone else."""

PassageKind = Literal["paragraph", "item", "row", "heading", "skip"]
"""`skip` is what promises nothing by its nature: a table of contents, a running header, a signature block."""

Zone = Literal["body", "recital", "definition", "signature", "contents"]


class Clause(NamedTuple):
    """A numbered or titled part, with all that stands under it: "11.2 Payment. Client pays …".

    `number` is as a reader would cite it ("11.2", "11.2.a", "bijlage B 1"; "" where there is none), `title`
    the heading's words, `level` its depth from 1, `parent` the index of the clause it is part of or -1.
    `start:end` runs from its number or heading to the next clause of the same or a higher level.
    """

    id: str
    number: str
    title: str
    start: int
    end: int
    level: int
    parent: int
    zone: Zone = "body"


class Passage(NamedTuple):
    """A run of text to be read as a whole: a paragraph, a list item, a table row, a heading.

    `start:end` leaves the number or bullet out ("a) deliver the data;" → "deliver the data;"). `clause` is
    the index of the innermost clause (-1: none). `opening` is the index of the passage that opens the list
    this item belongs to ("Supplier shall:"), -1 where nothing does; openings may nest. `table` is the index
    of the table a row belongs to, -1 elsewhere. `level` is the depth in nested lists, from 0.
    """

    kind: PassageKind
    start: int
    end: int
    clause: int
    opening: int = -1
    table: int = -1
    level: int = 0
    zone: Zone = "body"


class Structure(NamedTuple):
    """The parts of a document in order: its clauses, the passages to read one by one, and its tables."""

    clauses: tuple[Clause, ...]
    passages: tuple[Passage, ...]
    tables: tuple[Table, ...]


class Term(NamedTuple):
    """A word that the agreement itself defines: ""Working Day" means Monday to Friday …".

    `word` as defined, `start:end` the whole definition, `uses` the places where the word is used
    elsewhere, itself or in another form ("Working Days").
    """

    word: str
    start: int
    end: int
    clause: int
    uses: tuple[Span, ...] = ()


class Reference(NamedTuple):
    """Words that point elsewhere ("as set out in clause 11.2"); `target` is a clause's index, else -1."""

    start: int
    end: int
    clause: int
    target: int


class Party(NamedTuple):
    """A name in the text that stands on a side.

    `name` is the word the agreement uses most ("Supplier"), `company` the registered name where one is
    given, `aliases` every other way it is called ("we", "Contractor", "IBM"), `start:end` where it is
    introduced. `certainty` is `sure` or `check`, with the `reason` as a message code when it is `check`.
    """

    name: str
    side: Side
    aliases: tuple[str, ...]
    company: str
    start: int
    end: int
    certainty: Literal["sure", "check"] = "sure"
    reason: str = ""


class Fact(NamedTuple):
    """A key fact with its place: start, end, term, renewal, notice, payment_term, price, indexation,
    liability_cap, law, court, precedence, contact, title, agreement_date.

    "This Agreement is governed by the laws of Spain." → kind `law`, value "Spain". `value` is normalised: an
    ISO date or duration for times, an amount with its ISO 4217 code for money ("EUR 1500.00"), words else.
    `start:end` are the words that say it, at most one sentence.
    """

    kind: str
    value: str
    start: int
    end: int
    clause: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """One or more documents that belong together, between parties, taken apart into clauses."""

    document: Document
    language: str
    clauses: tuple[Clause, ...]
    passages: tuple[Passage, ...]
    tables: tuple[Table, ...]
    terms: tuple[Term, ...]
    references: tuple[Reference, ...]
    parties: tuple[Party, ...]
    facts: tuple[Fact, ...]
