"""Agreements: those at whose table one sits, adding one, and the whole of one."""

from uuid import UUID

from django.db import transaction
from django.db.models import Prefetch, QuerySet
from django.http import HttpResponse
from django.urls import reverse
from ninja import File, Form, Query, Router, UploadedFile

from klaar.web.api.door import AT_TABLE, ApiRequest, asks
from klaar.web.api.operations.jobs import job_record
from klaar.web.api.paging import Paging, Record, paged
from klaar.web.api.problems import Wrong
from klaar.web.api.rates import UPLOADS, count
from klaar.web.api.scopes import Scope
from klaar.web.api.shapes.contract import Contract
from klaar.web.api.shapes.table import Agreement, AgreementPage, Job, Upload, VersionPage
from klaar.web.api.showing import agreement_record, version_record
from klaar.web.api.wrong_input import wrong_part
from klaar.web.jobs.run import ask_reading
from klaar.web.jobs.worker import wake
from klaar.web.people.models import Member
from klaar.web.store.files import StoredFile, store_file
from klaar.web.store.log import log_event
from klaar.web.store.models import Membership, Version
from klaar.web.store.opening import open_agreement, same_files
from klaar.web.table.find import find_version
from klaar.web.take.record import table_record

router = Router(tags=["Agreements"])


def light_versions() -> QuerySet[Version]:
    """Versions with the counts of their readings, without the contract, which is large."""
    heavy = ("contract", "documents", "facts", "terms", "not_covered")
    return Version.objects.select_related("reading").defer(*(f"reading__{name}" for name in heavy))


@router.get("/agreements", response=AgreementPage, operation_id="listAgreements")
@asks(Scope.READ)
def list_agreements(request: ApiRequest, paging: Query[Paging]) -> Record:
    """The agreements of the key's organisation at whose table the person of the key sits."""
    rows = Membership.objects.filter(user=request.bearer.user, removed=None)
    rows = rows.filter(agreement__organisation=request.bearer.organisation)
    rows = rows.select_related("agreement__organisation").order_by("-agreement__made", "pk")
    versions = Prefetch("agreement__versions", light_versions())
    return paged(request, rows.prefetch_related(versions), paging, agreement_record)


@router.post("/agreements", response={202: Job}, operation_id="addAgreement")
@asks(Scope.WRITE)
def add_agreement(
    request: ApiRequest, response: HttpResponse, files: File[list[UploadedFile]], told: Form[Upload]
) -> Record:
    """Add an agreement: its files in their order, 40 at most. They are read by a job, at the address in Location."""
    bearer = request.bearer
    if not Member.objects.filter(user=bearer.user, organisation=bearer.organisation).exists():
        raise Wrong("not_member")
    count("uploads", bearer.pk, UPLOADS)
    stored = _stored(files, bearer.organisation_id)
    if not told.again and same_files(bearer.user, bearer.organisation, stored):
        raise Wrong("same_files")
    version = open_agreement(bearer.user, bearer.organisation, stored, title=told.title, side=told.side or "")
    _name_sides(version, told)
    log_event("agreement_added", user=bearer.user, organisation=bearer.organisation)
    ask_reading(version)
    transaction.on_commit(wake)
    version.refresh_from_db()
    response.headers["Location"] = reverse("api:get_job", args=[version.agreement_id, version.number])
    response.headers["Retry-After"] = "2"
    return job_record(version)


def _stored(files: list[UploadedFile], organisation: int) -> list[StoredFile]:
    if not all(each.size for each in files):
        raise Wrong("invalid", errors=[wrong_part("empty_file", "form", "files")])
    return [store_file(each.chunks(), each.name or "", organisation) for each in files]


def _name_sides(version: Version, told: Upload) -> None:
    version.it_names = [name for name in told.it if name]
    version.client_names = [name for name in told.client if name]
    version.save(update_fields=["it_names", "client_names"])


@router.get("/agreements/{uuid:agreement}", response=Agreement, operation_id="getAgreement")
@asks(Scope.READ, AT_TABLE)
def get_agreement(request: ApiRequest, agreement: UUID) -> Record:
    """One agreement: what it is called, how far it is, where one sits."""
    rows = Membership.objects.filter(pk=request.seat.pk).select_related("agreement__organisation")
    return agreement_record(rows.prefetch_related(Prefetch("agreement__versions", light_versions())).get())


@router.get("/agreements/{uuid:agreement}/versions", response=VersionPage, operation_id="listVersions")
@asks(Scope.READ, AT_TABLE)
def list_versions(request: ApiRequest, agreement: UUID, paging: Query[Paging]) -> Record:
    """Every version of an agreement; a signed one is followed by a new one, never changed."""
    rows = light_versions().filter(agreement=agreement).order_by("-number")
    return paged(request, rows, paging, version_record)


@router.get(
    "/agreements/{uuid:agreement}/contract", response=Contract, by_alias=True, operation_id="getContract"
)
@asks(Scope.READ, AT_TABLE)
def get_contract(request: ApiRequest, agreement: UUID) -> Record:
    """The whole `klaar.agreement/1`, with the promises as people corrected them and the sides as they set them."""
    return table_record(find_version(request))
