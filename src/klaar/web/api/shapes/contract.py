"""`klaar.agreement/1` as shapes; a test holds them against docs/schema/klaar.agreement-1.schema.json."""

from typing import Literal

from ninja import Field, Schema

from klaar.web.api.shapes.files import Document, Spot, Whole
from klaar.web.api.shapes.words import (
    Certainty,
    DeadlineKind,
    File,
    MetricWord,
    Offset,
    Op,
    PageNumber,
    PromiseKind,
    SideWord,
    Span,
)


class Party(Spot):
    """A name in the text and the side on which it stands: "Leverancier" is IT."""

    name: str
    side: SideWord
    aliases: list[str]
    company: str
    certainty: Certainty
    reason: str


class Clause(Spot):
    """A numbered or titled part of the text."""

    id: str
    number: str
    title: str
    level: int
    parent: str | None
    zone: Literal["body", "recital", "definition", "signature", "contents"]


class Term(Spot):
    """A word that the agreement itself defines."""

    word: str
    quote: str
    clause: str | None
    uses: list[tuple[File, Offset, Offset]]


class Fact(Spot):
    """A key fact: a date, a term, a price."""

    kind: str
    value: str
    quote: str
    clause: str | None
    number: str


class Deadline(Schema):
    """The bearer's time to act: "binnen 30 dagen na factuurdatum" is within, P30D."""

    kind: DeadlineKind
    text: str
    value: str | None
    business: bool
    start: Offset
    end: Offset
    since: str
    each: str | None


class Measure(Schema):
    """A level or an amount that can be checked."""

    metric: MetricWord
    op: Op
    value: int | float | str
    unit: str | None
    per: str | None


class Promise(Spot):
    """One bearer bound to one thing, or let off: "Opdrachtgever betaalt binnen 30 dagen"."""

    id: str
    clause: str | None
    number: str
    quote: str
    kind: PromiseKind
    bearer: SideWord
    party: str
    beneficiary: SideWord
    action: str
    deadline: Deadline | None
    measure: Measure | None
    condition: str | None
    condition_at: Span | None
    exception: str | None
    exception_at: Span | None
    consequence: str | None
    consequence_at: Span | None
    vague: list[str]
    vague_at: list[Span]
    opening: str | None
    opening_at: Span | None
    certainty: Certainty
    reason: str


class Finding(Spot):
    """A rule met at a place in the text, with the question to ask before signing."""

    rule: str
    name: str
    severity: Literal["high", "middle", "low"]
    clause: str | None
    number: str
    quote: str
    promise: str | None
    also: list[Spot]
    ask: str


class NotCovered(Schema):
    """What was not read, or not surely."""

    reason: str
    document: File
    page: PageNumber
    start: Offset | None
    end: Offset | None
    quote: str
    detail: str


class Contract(Schema):
    """The whole of `klaar.agreement/1`, with the promises as they stand on the table."""

    schema_name: Literal["klaar.agreement/1"] = Field(alias="schema")
    document: Whole
    documents: list[Document]
    parties: list[Party]
    clauses: list[Clause]
    terms: list[Term]
    facts: list[Fact]
    promises: list[Promise]
    findings: list[Finding]
    not_covered: list[NotCovered]
