"""Readings: how far one is, and who is who once it is done."""

from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpResponse
from django.utils import timezone
from ninja import Router

from klaar.web.api.door import AT_TABLE, OWNERS, ApiRequest, asks
from klaar.web.api.paging import Record
from klaar.web.api.problems import Wrong
from klaar.web.api.scopes import Scope
from klaar.web.api.shapes.table import Job, Sides, SidesIn
from klaar.web.api.showing import own_side
from klaar.web.api.tags import IF_MATCH, check_match, put_tag
from klaar.web.jobs.failures import failure_words
from klaar.web.jobs.run import ask_reading
from klaar.web.jobs.worker import wake
from klaar.web.store.models import Agreement, Membership, Party, Version
from klaar.web.store.sides import set_sides

router = Router(tags=["Reading"])
_BUSY = (Version.State.WAITING, Version.State.READING)


def job_record(version: Version) -> Record:
    """How far the reading of a version is."""
    failed = version.state == Version.State.FAILED
    words = failure_words(version.failure, version.failure_detail) if failed else ""
    return {
        "agreement": version.agreement_id,
        "number": version.number,
        "state": version.state,
        "is_done": version.state not in _BUSY,
        "pages_done": version.pages_done,
        "pages_all": version.pages_all,
        "failure": {"code": version.failure, "detail": words} if failed else None,
    }


@router.get("/agreements/{uuid:agreement}/jobs/{int:number}", response=Job, operation_id="getJob")
@asks(Scope.READ, AT_TABLE)
def get_job(request: ApiRequest, response: HttpResponse, agreement: UUID, number: int) -> Record:
    """The reading of a version: how many pages are done, and why it stopped if it did."""
    version = Version.objects.filter(agreement=agreement, number=number).first()
    if version is None:
        raise Http404
    if version.state in _BUSY:
        response.headers["Retry-After"] = "2"
    return job_record(version)


@router.get("/agreements/{uuid:agreement}/sides", response=Sides, operation_id="getSides")
@asks(Scope.READ, AT_TABLE)
def get_sides(request: ApiRequest, response: HttpResponse, agreement: UUID) -> Record:
    """Who is who in the newest version; its ETag goes back in If-Match to set it."""
    told = _sides(request, _newest(request))
    put_tag(response, told)
    return told


@router.put(
    "/agreements/{uuid:agreement}/sides", response=Sides, operation_id="setSides", openapi_extra=IF_MATCH
)
@asks(Scope.WRITE, OWNERS)
def set_who_is_who(request: ApiRequest, response: HttpResponse, agreement: UUID, body: SidesIn) -> Record:
    """Say who is who once the files are read; where a name changed sides, the text is read once more."""
    version = _newest(request)
    check_match(request, _sides(request, version))
    if version.state != Version.State.SIDES:
        raise Wrong("changed")
    _take_seat(request, body)
    named = {each.name: each.side for each in body.parties}
    chosen = {party.pk: named.get(party.name, party.side) for party in version.parties.all()}
    if set_sides(version, {key: str(side) for key, side in chosen.items()}):
        ask_reading(version)
        transaction.on_commit(wake)
    else:
        Version.objects.filter(pk=version.pk).update(state=Version.State.OPEN, opened=timezone.now())
    request.done = "sides_confirmed"
    told = _sides(request, _newest(request))
    put_tag(response, told)
    return told


def _take_seat(request: ApiRequest, body: SidesIn) -> None:
    Membership.objects.filter(pk=request.seat.pk).update(side=body.side)
    request.seat.side = body.side
    if body.title:
        Agreement.objects.filter(pk=request.seat.agreement_id).update(title=body.title)
        request.seat.agreement.title = body.title


def _newest(request: ApiRequest) -> Version:
    return Version.objects.filter(agreement=request.seat.agreement_id).order_by("-number")[0]


def _sides(request: ApiRequest, version: Version) -> Record:
    read = getattr(version, "reading", None)
    parties = read.contract["parties"] if read else []
    return {
        "state": version.state,
        "title": request.seat.agreement.title,
        "side": own_side(request.seat.side),
        "parties": [party_record(party, parties) for party in version.parties.all()],
    }


def party_record(party: Party, read: list[Record]) -> Record:
    """A party as the contract writes it, on the side where a person set it."""
    return {**read[party.position], "side": party.side}
