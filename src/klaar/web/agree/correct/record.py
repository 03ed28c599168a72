"""A promise as `klaar.agreement/1` writes it, from the table back to a record."""

from typing import Any

from klaar.web.store.models import Promise

_SAME = ("document", "page", "start", "end", "quote", "kind", "bearer", "party", "beneficiary", "action")
_WORDS = ("condition", "exception", "consequence", "opening")
_PLACES = ("condition_at", "exception_at", "consequence_at", "opening_at", "vague_at")

Record = dict[str, Any]


def record_of(promise: Promise) -> Record:
    """The record of a promise as it stands now; what `klaar.web.jobs.keep.promise_fields` reads back."""
    return {
        "id": promise.key,
        "clause": promise.clause or None,
        "number": promise.number,
        **{name: getattr(promise, name) for name in _SAME},
        "deadline": promise.deadline,
        "measure": promise.measure,
        **{name: getattr(promise, name) or None for name in _WORDS},
        **{name: promise.places.get(name) for name in _PLACES},
        "vague": promise.vague,
        "vague_at": promise.places.get("vague_at", []),
        "certainty": promise.certainty,
        "reason": promise.reason,
    }
