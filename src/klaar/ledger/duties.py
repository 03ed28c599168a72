"""The promises of an agreement as the ledger follows them."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from klaar.ledger.calendar import length_of
from klaar.ledger.canonical import canonical
from klaar.ledger.errors import LedgerError
from klaar.ledger.model import Duty
from klaar.ledger.moves import day
from klaar.ledger.yearly import first_of
from klaar.promises.model import Promise

FOLLOWED = frozenset({"obligation", "prohibition", "service_level", "warranty"})
"""The kinds that can be kept or broken; a permission or an exclusion cannot."""

DATED = frozenset({"obligation", "service_level"})
"""The kinds that are done by a date; what is forbidden or warranted is not over once it passes."""


def duties_of(
    promises: Iterable[Promise], first: date | None = None, last: date | None = None
) -> Iterator[Duty]:
    """A duty for each promise that can be kept or broken; what recurs does so from `first` to `last`.

    "Leverancier levert elke maand een rapport." has `each` P1M; "binnen 30 dagen na factuurdatum" has
    `within` P30D and waits for that date. "jaarlijks vóór 1 juni" ends its turns on that day (`first_of`).
    """
    for promise in promises:
        if promise.kind in FOLLOWED:
            yield _duty(promise, first, last)


def _duty(promise: Promise, first: date | None, last: date | None) -> Duty:
    duty = Duty(promise.id, promise.bearer, promise.beneficiary, promise.kind, promise.quote)
    deadline = promise.deadline
    if deadline is None or promise.kind not in DATED:
        return duty
    value = deadline.value or ""
    if deadline.kind == "date":
        duty = duty._replace(due=day(value))
    elif deadline.kind == "within" and _is_length(value):
        duty = duty._replace(within=value, business=deadline.business, since=deadline.since)
    each = deadline.each or (value if deadline.kind == "recurring" else "")
    if not _is_length(each):
        return duty
    begun = first_of(promise.quote, each, first) if first else None
    return duty._replace(each=each, first=begun, last=last)


def _is_length(value: str) -> bool:
    """Whether a time can be counted: "E min 18 weken" (P-18W) and "" cannot."""
    try:
        return bool(length_of(value))
    except LedgerError:
        return False


def duty_line(duty: Duty) -> str:
    """The duty as one line of JSON."""
    read = {key: value.isoformat() if isinstance(value, date) else value for key, value in _filled(duty)}
    return canonical(read)


def _filled(duty: Duty) -> Iterator[tuple[str, Any]]:
    return ((key, value) for key, value in duty._asdict().items() if value not in (None, "", False))


def read_duty(line: str) -> Duty:
    """The duty in a line; raises `LedgerError("not_a_promise")` with what is wrong with it."""
    try:
        read = json.loads(line)
        days = {key: day(read[key]) for key in ("due", "first", "last") if key in read}
        return Duty(**{**read, **days})
    except (ValueError, TypeError) as error:
        raise LedgerError("not_a_promise", detail=str(error)) from None
