"""`klaar.agreement/1`: all that was read of an agreement, as other programs get it.

The JSON Schema is docs/schema/klaar.agreement-1.schema.json. Offsets are `str` indices into the text of the
file that `document` counts from 0; `page` is null where a format has no pages.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from klaar.brief.citing import cite
from klaar.brief.counting import count_words
from klaar.brief.findings.record import finding_records
from klaar.brief.not_covered import NotCovered
from klaar.brief.places import Place
from klaar.brief.promise_record import promise_record
from klaar.brief.reading import Reading
from klaar.clauses.model import Clause
from klaar.documents.model import Document
from klaar.text.language import detect_language

SCHEMA = "klaar.agreement/1"

Record = dict[str, Any]


def agreement_record(reading: Reading, *, with_text: bool = False) -> Record:
    """The whole of `reading` as plain dicts and lists, ready for `json.dumps`.

    `with_text` adds the text of each file, which the offsets of a PDF or a Word file count in.
    """
    documents = [_document(document, with_text) for document in reading.documents]
    return {
        "schema": SCHEMA,
        "document": _whole(reading, documents),
        "documents": documents,
        "parties": list(_parties(reading)),
        "clauses": list(_clauses(reading)),
        "terms": list(_terms(reading)),
        "facts": list(_facts(reading)),
        "promises": [promise_record(reading, promise) for promise in reading.promises],
        "findings": finding_records(reading),
        "not_covered": [_not_covered(one) for one in reading.not_covered],
    }


def _document(document: Document, with_text: bool) -> Record:
    record: Record = {
        "name": document.name,
        "format": document.format,
        "title": document.title,
        "language": detect_language(document.text).code,
        "pages": len(document.pages),
        "words": count_words(document),
        "sha256": document.sha256,
    }
    return {**record, "text": document.text} if with_text else record


def _whole(reading: Reading, documents: Sequence[Record]) -> Record:
    """The files together; of one file its own record, with the language in which it was read."""
    whole = reading.agreement.document
    return {
        "name": whole.name,
        "format": whole.format,
        "title": whole.title,
        "language": reading.agreement.language,
        "language_certainty": reading.language.certainty,
        "pages": sum(each["pages"] for each in documents),
        "words": sum(each["words"] for each in documents),
        "sha256": whole.sha256,
    }


def _spot(place: Place) -> Record:
    return {"document": place.document, "page": place.page, "start": place.start, "end": place.end}


def clause_id(clauses: Sequence[Clause], index: int) -> str | None:
    """The id of the clause at `index`, None outside every clause (-1)."""
    return clauses[index].id if index >= 0 else None


def _parties(reading: Reading) -> Iterator[Record]:
    for party in reading.agreement.parties:
        yield {
            "name": party.name,
            "side": party.side,
            "aliases": list(party.aliases),
            "company": party.company,
            **_spot(reading.places.place(party.start, party.end)),
            "certainty": party.certainty,
            "reason": party.reason,
        }


def _clauses(reading: Reading) -> Iterator[Record]:
    clauses = reading.agreement.clauses
    for clause in clauses:
        yield {
            "id": clause.id,
            "number": clause.number,
            "title": clause.title,
            **_spot(reading.places.place(clause.start, clause.end)),
            "level": clause.level,
            "parent": clause_id(clauses, clause.parent),
            "zone": clause.zone,
        }


def _terms(reading: Reading) -> Iterator[Record]:
    place, text = reading.places.place, reading.agreement.document.text
    for term in reading.agreement.terms:
        yield {
            "word": term.word,
            **_spot(place(term.start, term.end)),
            "quote": text[term.start : term.end],
            "clause": clause_id(reading.agreement.clauses, term.clause),
            "uses": [list(place(use.start, use.end)[:3]) for use in term.uses],
        }


def _facts(reading: Reading) -> Iterator[Record]:
    clauses, text = reading.agreement.clauses, reading.agreement.document.text
    for fact in reading.agreement.facts:
        yield {
            "kind": fact.kind,
            "value": fact.value,
            **_spot(reading.places.place(fact.start, fact.end)),
            "quote": text[fact.start : fact.end],
            "clause": clause_id(clauses, fact.clause),
            "number": cite(clauses, fact.clause),
        }


def _not_covered(one: NotCovered) -> Record:
    place = one.place
    return {
        "reason": one.reason,
        "document": one.document,
        "page": one.page,
        "start": place.start if place else None,
        "end": place.end if place else None,
        "quote": one.quote,
        "detail": one.detail,
    }
