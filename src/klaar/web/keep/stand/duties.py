"""The promises on the table, and those made since, as the ledger follows them."""

from datetime import date
from typing import Any, cast

from klaar.clauses.model import Side
from klaar.ledger.duties import FOLLOWED, duties_of
from klaar.ledger.model import Duty
from klaar.promises.model import Deadline
from klaar.promises.model import Promise as ReadPromise
from klaar.web.keep.models import Repair
from klaar.web.store.models import Promise, Version


def followed(version: Version, begun: date | None) -> tuple[dict[str, Duty], dict[str, Promise]]:
    """The duties of a version by their id, and their promises; repairs have a duty and no promise."""
    rows = {row.key: row for row in version.promises.filter(is_struck=False, kind__in=FOLLOWED)}
    first, last = begun or fact_day(version, "start"), fact_day(version, "end")
    duties = {duty.id: duty for duty in duties_of(map(_read, rows.values()), first, last)}
    for repair in Repair.objects.filter(agreement=version.agreement_id):
        duties[repair.key] = _duty(repair)
    return duties, rows


def fact_day(version: Version, kind: str) -> date | None:
    """The day that the agreement gives for "start" or "end"; None where it gives none."""
    for fact in version.reading.facts:
        if fact["kind"] == kind:
            try:
                return date.fromisoformat(str(fact["value"])[:10])
            except ValueError:
                continue
    return None


def _read(row: Promise) -> ReadPromise:
    """A promise as the core knows it, with what the ledger asks of it."""
    told: dict[str, Any] | None = row.deadline
    deadline = Deadline(**{name: told[name] for name in Deadline._fields}) if told else None
    if deadline and row.due:
        deadline = deadline._replace(kind="date", value=row.due.isoformat())
    return ReadPromise(
        id=row.key,
        start=row.start,
        end=row.end,
        quote=f"{row.opening} {row.quote}".strip(),
        kind=cast(Any, row.kind),
        bearer=cast(Side, row.bearer),
        party=row.party,
        beneficiary=cast(Side, row.beneficiary),
        action=row.action,
        deadline=deadline,
        measure=None,
        condition=None,
        exception=None,
        consequence=None,
        vague=(),
        certainty=cast(Any, row.certainty),
        reason=row.reason,
        clause=-1,
    )


def _duty(repair: Repair) -> Duty:
    bearer, beneficiary = cast(Side, repair.bearer), cast(Side, repair.beneficiary)
    return Duty(repair.key, bearer, beneficiary, "obligation", repair.words, due=repair.due)
