"""Promises as they stand on the table, and correcting them."""

from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import Http404, HttpResponse
from ninja import Field, Path, Query, Router, Schema

from klaar.web.agree.correct import change
from klaar.web.agree.correct.record import record_of
from klaar.web.api.door import AT_TABLE, SIGNERS, ApiRequest, asks
from klaar.web.api.paging import Page, Paging, Record, paged
from klaar.web.api.scopes import Scope
from klaar.web.api.shapes.contract import Promise
from klaar.web.api.shapes.correcting import PromisePatch
from klaar.web.api.shapes.words import Key, Line, PromiseKind, SideWord
from klaar.web.api.tags import IF_MATCH, check_match, put_tag
from klaar.web.store import models
from klaar.web.store.models.sides import other_side
from klaar.web.table.find import find_open, find_version

router = Router(tags=["Promises"])
_AT = "/agreements/{uuid:agreement}/promises"


class PromisePage(Page):
    """Promises, in the order of the table."""

    items: list[Promise]


class PromiseFilter(Schema):
    """Which promises."""

    bearer: SideWord | None = Field(None, description="Who is bound.")
    kind: PromiseKind | None = None
    certainty: Literal["sure", "check"] | None = None
    clause: Line | None = Field(None, description="The id of a clause.")


@router.get(_AT, response=PromisePage, operation_id="listPromises")
@asks(Scope.READ, AT_TABLE)
def list_promises(
    request: ApiRequest, agreement: UUID, paging: Query[Paging], wanted: Query[PromiseFilter]
) -> Record:
    """The promises that stand, as read or as people corrected them; struck ones are left out."""
    asked = {name: value for name, value in wanted.model_dump().items() if value is not None}
    rows = find_version(request).promises.filter(is_struck=False, **asked).order_by("position", "start")
    return paged(request, rows, paging, record_of)


@router.get(f"{_AT}/{{str:promise}}", response=Promise, operation_id="getPromise")
@asks(Scope.READ, AT_TABLE)
def get_promise(
    request: ApiRequest, response: HttpResponse, agreement: UUID, promise: Annotated[Key, Path()]
) -> Record:
    """One promise; its ETag goes back in If-Match to correct or strike it."""
    told = record_of(find_standing(find_version(request), promise))
    put_tag(response, told)
    return told


@router.patch(
    f"{_AT}/{{str:promise}}", response=Promise, operation_id="correctPromise", openapi_extra=IF_MATCH
)
@asks(Scope.WRITE, SIGNERS)
def correct_promise(
    request: ApiRequest,
    response: HttpResponse,
    agreement: UUID,
    promise: Annotated[Key, Path()],
    body: PromisePatch,
) -> Record:
    """Correct what was read in a promise; what stood there before stays visible, and signatures lapse."""
    found = find_standing(find_open(request), promise)
    check_match(request, record_of(found))
    change.edit(found, found.revision, _fields(found, body), request.seat, body.why)
    request.done, request.about = "corrected", {"promise": promise}
    told = record_of(found)
    put_tag(response, told)
    return told


@router.delete(
    f"{_AT}/{{str:promise}}", response={204: None}, operation_id="strikePromise", openapi_extra=IF_MATCH
)
@asks(Scope.WRITE, SIGNERS)
def strike_promise(request: ApiRequest, agreement: UUID, promise: Annotated[Key, Path()]) -> None:
    """Strike what is no promise; it stays visible on the pages, where it can be put back."""
    found = find_standing(find_open(request), promise)
    check_match(request, record_of(found))
    change.strike(found, found.revision, request.seat, "")
    request.done, request.about = "struck", {"promise": promise}


def find_standing(version: models.Version, key: str) -> models.Promise:
    """A promise that was not struck; 404 for one that is not there."""
    found = version.promises.select_related("version").filter(key=key, is_struck=False).first()
    if found is None:
        raise Http404
    return found


def _fields(promise: models.Promise, body: PromisePatch) -> dict[str, Any]:
    """The columns that a request changes."""
    told = body.model_dump(exclude_unset=True, exclude={"why"})
    if "bearer" in told:
        told["beneficiary"] = other_side(told["bearer"]) or models.Side.BOTH.value
    if told.get("deadline"):
        told["deadline"] = {**body.deadline.model_dump(), **_place(promise, told["deadline"].get("text", ""))}  # type: ignore[union-attr]
    if told.get("measure"):
        told["measure"] = body.measure.model_dump()  # type: ignore[union-attr]
    return told


def _place(promise: models.Promise, words: str) -> dict[str, int]:
    """Where the words of a deadline stand; where they are not in the promise, its start."""
    at = promise.quote.find(words) if words else -1
    start = promise.start + max(at, 0)
    return {"start": start, "end": start + (len(words) if at >= 0 else 0)}
