"""Agreements: those at whose table one sits, adding one, and the whole of one."""

from uuid import UUID

from django.db.models import Prefetch
from django.http import HttpResponse
from ninja import File, Form, Query, Router, UploadedFile

from klaar.web.api.door import AT_TABLE, ApiRequest, asks
from klaar.web.api.operations.versions import begin_reading, light_versions, stored_files
from klaar.web.api.paging import Paging, Record, paged
from klaar.web.api.problems import Wrong
from klaar.web.api.scopes import Scope
from klaar.web.api.shapes.contract import Contract
from klaar.web.api.shapes.table import Agreement, AgreementPage, Job, Upload
from klaar.web.api.showing import agreement_record
from klaar.web.api.wrong_input import wrong_part
from klaar.web.people.models import Member
from klaar.web.store.log import log_event
from klaar.web.store.models import Membership, Version
from klaar.web.store.opening import open_agreement, same_files
from klaar.web.table.find import find_version
from klaar.web.take.record import table_record

router = Router(tags=["Agreements"])


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
    if (told.it or told.client) and not told.side:
        raise Wrong("invalid", errors=[wrong_part("missing", "form", "side")])
    stored = stored_files(request, files)
    if not told.again and same_files(bearer.user, bearer.organisation, stored):
        raise Wrong("same_files")
    version = open_agreement(bearer.user, bearer.organisation, stored, title=told.title, side=told.side or "")
    _name_sides(version, told)
    log_event("agreement_added", user=bearer.user, organisation=bearer.organisation)
    return begin_reading(response, version)


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


@router.get(
    "/agreements/{uuid:agreement}/contract", response=Contract, by_alias=True, operation_id="getContract"
)
@asks(Scope.READ, AT_TABLE)
def get_contract(request: ApiRequest, agreement: UUID) -> Record:
    """The whole `klaar.agreement/1`, with the promises as people corrected them and the sides as they set them."""
    return table_record(find_version(request))
