"""One promise as `klaar.agreement/1` writes it."""

from typing import Any

from klaar.brief.citing import cite
from klaar.brief.reading import Reading
from klaar.promises.model import Deadline, Measure, Promise, Slot


def promise_record(reading: Reading, promise: Promise) -> dict[str, Any]:
    """A promise with its slots; the words of each slot beside their place ("condition", "condition_at").

    "Opdrachtgever betaalt binnen 30 dagen, tenzij …" has the deadline P30D and the exception "tenzij …". All
    places are in the same file as the promise itself.
    """
    clauses = reading.agreement.clauses
    place = reading.places.place(promise.start, promise.end)
    shift = promise.start - place.start
    return {
        "id": promise.id,
        "clause": clauses[promise.clause].id if promise.clause >= 0 else None,
        "number": cite(clauses, promise.clause),
        "document": place.document,
        "page": place.page,
        "start": place.start,
        "end": place.end,
        "quote": promise.quote,
        "kind": promise.kind,
        "bearer": promise.bearer,
        "party": promise.party,
        "beneficiary": promise.beneficiary,
        "action": promise.action,
        "deadline": _deadline(promise.deadline, shift),
        "measure": _measure(promise.measure),
        "condition": _words(promise.condition),
        "condition_at": _at(promise.condition, shift),
        "exception": _words(promise.exception),
        "exception_at": _at(promise.exception, shift),
        "consequence": _words(promise.consequence),
        "consequence_at": _at(promise.consequence, shift),
        "vague": [slot.text for slot in promise.vague],
        "vague_at": [[slot.start - shift, slot.end - shift] for slot in promise.vague],
        "opening": _words(promise.opening),
        "opening_at": _at(promise.opening, shift),
        "certainty": promise.certainty,
        "reason": promise.reason,
    }


def _words(slot: Slot | None) -> str | None:
    return slot.text if slot else None


def _at(slot: Slot | None, shift: int) -> list[int] | None:
    return [slot.start - shift, slot.end - shift] if slot else None


def _deadline(deadline: Deadline | None, shift: int) -> dict[str, Any] | None:
    if deadline is None:
        return None
    return {
        "kind": deadline.kind,
        "text": deadline.text,
        "value": deadline.value,
        "business": deadline.business,
        "start": deadline.start - shift,
        "end": deadline.end - shift,
        "since": deadline.since,
        "each": deadline.each,
    }


def _measure(measure: Measure | None) -> dict[str, Any] | None:
    return dict(measure._asdict()) if measure else None
