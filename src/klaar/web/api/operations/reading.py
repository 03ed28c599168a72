"""What was read: the parts of `klaar.agreement/1`, list by list."""

from typing import Literal
from uuid import UUID

from django.http import Http404
from ninja import Field, Query, Router, Schema

from klaar.web.api.door import AT_TABLE, ApiRequest, asks
from klaar.web.api.operations.jobs import party_record
from klaar.web.api.paging import Paging, Record, paged
from klaar.web.api.scopes import Scope
from klaar.web.api.shapes import lists
from klaar.web.api.shapes.words import Key, Line
from klaar.web.store.models import Finding
from klaar.web.table.find import find_version

router = Router(tags=["What was read"])
_AT = "/agreements/{uuid:agreement}"


class FindingFilter(Schema):
    """Which findings."""

    rule: Line | None = Field(None, description="The name of a rule: vague-deadline.")
    severity: Literal["high", "middle", "low"] | None = None
    promise: Key | None = Field(None, description="The id of a promise.")


@router.get(f"{_AT}/documents", response=lists.DocumentPage, operation_id="listDocuments")
@asks(Scope.READ, AT_TABLE)
def list_documents(request: ApiRequest, agreement: UUID, paging: Query[Paging]) -> Record:
    """The files of the version on the table."""
    return paged(request, find_version(request).reading.documents, paging, dict)


@router.get(f"{_AT}/documents/{{int:document}}/pages", response=lists.TextPages, operation_id="listPages")
@asks(Scope.READ, AT_TABLE)
def list_pages(request: ApiRequest, agreement: UUID, document: int, paging: Query[Paging]) -> Record:
    """The text of a file (counted from 0) page by page, in which all places count."""
    version = find_version(request)
    if document >= len(version.reading.documents):
        raise Http404
    rows = version.source.filter(document=document).order_by("position")
    return paged(request, rows.values("number", "start", "end", "text"), paging, dict)


@router.get(f"{_AT}/parties", response=lists.PartyPage, operation_id="listParties")
@asks(Scope.READ, AT_TABLE)
def list_parties(request: ApiRequest, agreement: UUID, paging: Query[Paging]) -> Record:
    """The names in the text, each on the side where it was read or a person set it."""
    version = find_version(request)
    read = version.reading.contract["parties"]
    return paged(
        request, version.parties.order_by("position"), paging, lambda party: party_record(party, read)
    )


@router.get(f"{_AT}/clauses", response=lists.ClausePage, operation_id="listClauses")
@asks(Scope.READ, AT_TABLE)
def list_clauses(request: ApiRequest, agreement: UUID, paging: Query[Paging]) -> Record:
    """The parts of the text, in its order."""
    return _part(request, "clauses", paging)


@router.get(f"{_AT}/terms", response=lists.TermPage, operation_id="listTerms")
@asks(Scope.READ, AT_TABLE)
def list_terms(request: ApiRequest, agreement: UUID, paging: Query[Paging]) -> Record:
    """The words that the agreement itself defines."""
    return _part(request, "terms", paging)


@router.get(f"{_AT}/facts", response=lists.FactPage, operation_id="listFacts")
@asks(Scope.READ, AT_TABLE)
def list_facts(request: ApiRequest, agreement: UUID, paging: Query[Paging]) -> Record:
    """The key facts: dates, term, notice, prices, law."""
    return _part(request, "facts", paging)


@router.get(f"{_AT}/not-covered", response=lists.NotCoveredPage, operation_id="listNotCovered")
@asks(Scope.READ, AT_TABLE)
def list_not_covered(request: ApiRequest, agreement: UUID, paging: Query[Paging]) -> Record:
    """What was not read, or not surely."""
    return _part(request, "not_covered", paging)


@router.get(f"{_AT}/findings", response=lists.FindingPage, operation_id="listFindings")
@asks(Scope.READ, AT_TABLE)
def list_findings(
    request: ApiRequest, agreement: UUID, paging: Query[Paging], wanted: Query[FindingFilter]
) -> Record:
    """What to ask before signing, with the question in the language of the agreement."""
    rows = find_version(request).findings.order_by("position")
    for name, column in (("rule", "rule"), ("severity", "severity"), ("promise", "promise__key")):
        said = getattr(wanted, name)
        rows = rows.filter(**{column: said}) if said is not None else rows
    return paged(request, rows, paging, _finding)


def _finding(finding: Finding) -> Record:
    told: Record = finding.record
    return told


def _part(request: ApiRequest, name: str, paging: Paging) -> Record:
    return paged(request, find_version(request).reading.contract[name], paging, dict)
