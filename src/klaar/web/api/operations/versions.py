"""Versions: those there are, and a new one; taking in files and having them read."""

from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse
from django.urls import reverse
from ninja import File, Query, Router, UploadedFile

from klaar.web.api.door import AT_TABLE, OWNERS, ApiRequest, asks
from klaar.web.api.operations.jobs import job_record
from klaar.web.api.paging import Paging, Record, paged
from klaar.web.api.problems import Wrong
from klaar.web.api.rates import UPLOADS, count
from klaar.web.api.scopes import Scope
from klaar.web.api.shapes.table import Job, VersionPage
from klaar.web.api.showing import version_record
from klaar.web.api.wrong_input import wrong_part
from klaar.web.jobs.run import ask_reading
from klaar.web.jobs.worker import wake
from klaar.web.store.files import StoredFile, store_file
from klaar.web.store.models import Agreement, Version
from klaar.web.store.opening import add_version

router = Router(tags=["Agreements"])
_AT = "/agreements/{uuid:agreement}/versions"
_BUSY = (Version.State.WAITING, Version.State.READING, Version.State.SIDES)


@router.get(_AT, response=VersionPage, operation_id="listVersions")
@asks(Scope.READ, AT_TABLE)
def list_versions(request: ApiRequest, agreement: UUID, paging: Query[Paging]) -> Record:
    """Every version of an agreement; a signed one is followed by a new one, never changed."""
    rows = light_versions().filter(agreement=agreement).order_by("-number")
    return paged(request, rows, paging, version_record)


@router.post(_AT, response={202: Job}, operation_id="addVersion")
@asks(Scope.WRITE, OWNERS)
def add_new_version(
    request: ApiRequest, response: HttpResponse, agreement: UUID, files: File[list[UploadedFile]]
) -> Record:
    """Put a new version on the table: its files in their order. The sides stay as they were set."""
    held = Agreement.objects.select_for_update().get(pk=request.seat.agreement_id)
    last = held.versions.order_by("-number")[0]
    if last.state in _BUSY:
        raise Wrong("not_open")
    made = add_version(held, request.seat, stored_files(request, files))
    made.it_names, made.client_names = last.it_names, last.client_names
    made.save(update_fields=["it_names", "client_names"])
    request.done, request.about = "version_added", {"version": made.number}
    return begin_reading(response, made)


def light_versions() -> QuerySet[Version]:
    """Versions with the counts of their readings, without the contract, which is large."""
    heavy = ("contract", "documents", "facts", "terms", "not_covered")
    return Version.objects.select_related("reading").defer(*(f"reading__{name}" for name in heavy))


def stored_files(request: ApiRequest, files: list[UploadedFile]) -> list[StoredFile]:
    """The files on disk; raises `Wrong` for an empty one, and for a key that uploads too often."""
    count("uploads", request.bearer.pk, UPLOADS)
    if not all(each.size for each in files):
        raise Wrong("invalid", errors=[wrong_part("empty_file", "file", "files")])
    return [store_file(each.chunks(), each.name or "", request.bearer.organisation_id) for each in files]


def begin_reading(response: HttpResponse, version: Version) -> Record:
    """Have a version read, and say where that can be followed."""
    ask_reading(version)
    transaction.on_commit(wake)
    version.refresh_from_db()
    response.headers["Location"] = reverse("api:get_job", args=[version.agreement_id, version.number])
    response.headers["Retry-After"] = "2"
    return job_record(version)
