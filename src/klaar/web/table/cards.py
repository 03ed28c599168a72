"""The cards of the table: each promise in words, with all that was said about it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from klaar.brief.spoken import Speaker
from klaar.web.dates.last import last_told
from klaar.web.showing import Card, show
from klaar.web.store.models import Confirmation, Finding, Membership, Note, Ownership, Promise, Question, Side
from klaar.web.store.models.sides import OWN_SIDES
from klaar.web.table.effect import effect_of


class Stand(NamedTuple):
    """How a promise stands with one side: its owner there, and whether that side confirmed it.

    `is_stale` where the promise was changed after it was confirmed.
    """

    side: str
    label: str
    owner: str
    is_confirmed: bool
    reservation: str
    is_stale: bool


class Laid(NamedTuple):
    """A card on the table. `notes` are those that the reader may see in the view chosen."""

    promise: Promise
    card: Card
    effect: str
    stands: tuple[Stand, ...]
    asks: tuple[str, ...]
    waiting: int
    notes: tuple[Note, ...]
    honest: str = ""


def lay(promises: Sequence[Promise], seat: Membership, view: str, language: str) -> list[Laid]:
    """Cards for promises, in as many queries for one as for a hundred."""
    keys = [each.pk for each in promises]
    owners = {(row.promise_id, row.side): row for row in _rows(Ownership, keys).select_related("seat")}
    confirmed = {(row.promise_id, row.side): row for row in _rows(Confirmation, keys)}
    asks, waiting = _asks(keys), _waiting(keys)
    notes = _notes(keys, seat, view)
    honest = last_told(seat.agreement_id, promises, language)
    speaker = Speaker(language)
    return [
        Laid(
            promise=each,
            card=show(each, language, view),
            effect=effect_of(each, speaker),
            stands=tuple(_stand(each, side, owners, confirmed) for side in OWN_SIDES),
            asks=tuple(asks[each.pk]),
            waiting=waiting[each.pk],
            notes=tuple(notes[each.pk]),
            honest=honest.get(each.key, ""),
        )
        for each in promises
    ]


def _rows(model: type, keys: Sequence[int]):  # type: ignore[no-untyped-def]
    return model.objects.filter(promise__in=keys)  # type: ignore[attr-defined]


def _stand(
    promise: Promise,
    side: Side,
    owners: dict[tuple[int, str], Ownership],
    confirmed: dict[tuple[int, str], Confirmation],
) -> Stand:
    owner, said = owners.get((promise.pk, side)), confirmed.get((promise.pk, side))
    holds = said is not None and said.revision == promise.revision
    return Stand(
        side=side.value,
        label=str(side.label),
        owner=str(owner) if owner else "",
        is_confirmed=holds,
        reservation=said.reservation if said and holds else "",
        is_stale=said is not None and not holds,
    )


def _asks(keys: Sequence[int]) -> dict[int, list[str]]:
    asks: dict[int, list[str]] = defaultdict(list)
    for row in Finding.objects.filter(promise__in=keys).only("promise_id", "record"):
        if row.promise_id and row.record.get("ask"):
            asks[row.promise_id].append(row.record["ask"])
    return asks


def _waiting(keys: Sequence[int]) -> dict[int, int]:
    counts: dict[int, int] = defaultdict(int)
    rows = Question.objects.filter(promise__in=keys, state=Question.State.OPEN)
    for promise in rows.values_list("promise_id", flat=True):
        if promise:
            counts[promise] += 1
    return counts


def _notes(keys: Sequence[int], seat: Membership, view: str) -> dict[int, list[Note]]:
    found: dict[int, list[Note]] = defaultdict(list)
    for note in visible_notes(Note.objects.filter(promise__in=keys).select_related("written_by"), seat, view):
        found[note.promise_id].append(note)
    return found


def visible_notes(notes: Iterable[Note], seat: Membership, view: str) -> list[Note]:
    """The notes that someone may see: those of the own side and shared ones; the own ones in the own view only."""
    return [
        note for note in notes if note.is_shared or (note.side == seat.side != "" and view in ("", note.side))
    ]
