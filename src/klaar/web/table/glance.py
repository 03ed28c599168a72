"""The figures at the top of the table."""

from datetime import date
from typing import NamedTuple

from django.db.models import Count, Q

from klaar.web.store.models import Membership, Promise, Version


class Glance(NamedTuple):
    """An agreement in figures; `ends`, `starts` are its own first and last day, `notice` its term of notice."""

    findings: int
    undated: int
    unsure: int
    starts: date | None
    ends: date | None
    missed: int


def glance_at(version: Version, seat: Membership) -> Glance:
    """The figures of a version."""
    rows = Promise.objects.filter(version=version, is_struck=False)
    told = rows.aggregate(
        undated=Count("pk", filter=Q(due=None)), unsure=Count("pk", filter=Q(certainty="check"))
    )
    facts = {fact["kind"]: fact["value"] for fact in reversed(version.reading.facts)}
    return Glance(
        findings=version.findings.count(),
        undated=told["undated"],
        unsure=told["unsure"],
        starts=_day(facts.get("start")),
        ends=_day(facts.get("end")),
        missed=len(version.reading.not_covered),
    )


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None
