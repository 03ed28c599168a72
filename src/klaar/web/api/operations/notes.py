"""Notes: a side's own until it shares them."""

from uuid import UUID

from django.db.models import Q
from ninja import Field, Query, Router, Schema

from klaar.web.api.door import AT_TABLE, ON_A_SIDE, ApiRequest, asks
from klaar.web.api.operations.promises import find_standing
from klaar.web.api.paging import Paging, Record, paged
from klaar.web.api.rates import WORDS, count
from klaar.web.api.scopes import Scope
from klaar.web.api.shapes import talk
from klaar.web.api.shapes.words import Key
from klaar.web.api.showing import by
from klaar.web.store.models import Membership, Note
from klaar.web.table.find import find_open, find_version

router = Router(tags=["Notes"])
_AT = "/agreements/{uuid:agreement}/notes"


class NoteFilter(Schema):
    """Which notes."""

    promise: Key | None = Field(None, description="The id of a promise.")


def seen_by(seat: Membership) -> Q:
    """Which notes a seat sees: those of its own side, and those that were shared."""
    own = Q(side=seat.side) if seat.side else Q(pk__in=[])
    return own | Q(is_shared=True)


@router.get(_AT, response=talk.NotePage, operation_id="listNotes")
@asks(Scope.READ, AT_TABLE)
def list_notes(
    request: ApiRequest, agreement: UUID, paging: Query[Paging], wanted: Query[NoteFilter]
) -> Record:
    """The notes of the own side, and those that the other side shared."""
    rows = Note.objects.filter(seen_by(request.seat), promise__version=find_version(request))
    rows = rows.filter(promise__key=wanted.promise) if wanted.promise else rows
    rows = rows.select_related("promise", "written_by").order_by("written", "pk")
    return paged(request, rows, paging, lambda each: _record(request, each))


@router.post(_AT, response={201: talk.Note}, operation_id="writeNote")
@asks(Scope.WRITE, ON_A_SIDE)
def write_note(request: ApiRequest, agreement: UUID, body: talk.NoteIn) -> Record:
    """Write a note at a promise; the other side does not see it unless it is shared."""
    promise = find_standing(find_open(request), body.promise)
    count("words", request.bearer.pk, WORDS)
    made = Note.objects.create(
        promise=promise,
        side=request.seat.side,
        text=body.text,
        is_shared=body.is_shared,
        written_by=request.seat,
    )
    request.done, request.about = "note_written", {"promise": promise.key}
    return _record(request, made)


def _record(request: ApiRequest, note: Note) -> Record:
    return {
        "id": note.pk,
        "promise": note.promise.key,
        "side": note.side,
        "text": note.text,
        "is_shared": note.is_shared,
        "by": by(request, note.written_by),
        "written": note.written,
    }
