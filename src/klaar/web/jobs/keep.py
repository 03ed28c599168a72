"""Keeping what was read: one transaction, whole or not at all."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from django.db import transaction

from klaar import __version__
from klaar.web.store.models import Finding, Party, Promise, Reading, SourcePage, Version

Record = dict[str, Any]
_SLOTS = ("condition_at", "exception_at", "consequence_at", "opening_at", "vague_at")


@transaction.atomic
def keep_reading(version: Version, answer: Record, seconds: float) -> None:
    """Put the rows of a reading in the place of those of an earlier reading of the same version."""
    contract = answer["contract"]
    for rows in (version.findings, version.promises, version.parties, version.source):
        rows.all().delete()
    Reading.objects.filter(version=version).delete()
    _reading(version, contract, seconds).save()
    Party.objects.bulk_create(_parties(version, contract["parties"]))
    SourcePage.objects.bulk_create(_pages(version, answer["pages"], contract["terms"]), batch_size=100)
    Promise.objects.bulk_create(_promises(version, contract["promises"]), batch_size=400)
    known = dict(version.promises.values_list("key", "pk"))
    Finding.objects.bulk_create(_findings(version, contract["findings"], known), batch_size=400)


def _reading(version: Version, contract: Record, seconds: float) -> Reading:
    return Reading(
        version=version,
        contract=contract,
        documents=contract["documents"],
        facts=contract["facts"],
        terms=[
            {key: term[key] for key in ("word", "document", "page", "start", "end", "quote")}
            for term in contract["terms"]
        ],
        not_covered=contract["not_covered"],
        pages=contract["document"]["pages"],
        words=contract["document"]["words"],
        reader=f"klaar {__version__}",
        seconds=seconds,
    )


def _parties(version: Version, parties: Sequence[Record]) -> Iterator[Party]:
    for position, party in enumerate(parties):
        yield Party(
            version=version,
            position=position,
            name=party["name"][:300],
            company=party["company"][:300],
            aliases=party["aliases"],
            read_side=party["side"],
            side=party["side"],
            certainty=party["certainty"],
            reason=party["reason"],
            document=party["document"],
            page=party["page"],
        )


def _pages(version: Version, pages: Sequence[Record], terms: Sequence[Record]) -> Iterator[SourcePage]:
    uses = sorted((*use, index) for index, term in enumerate(terms) for use in term["uses"])
    for page in pages:
        here = [use for use in uses if use[0] == page["document"] and page["start"] <= use[1] < page["end"]]
        yield SourcePage(version=version, terms=_apart([use[1:] for use in here]), **page)


def _apart(spans: Sequence[Sequence[int]]) -> list[Sequence[int]]:
    """Spans that do not overlap: of two that do the first."""
    return [*spans[:1], *(after for before, after in pairwise(spans) if after[0] >= before[1])]


@transaction.atomic
def keep_plain(version: Version, plain: Record) -> None:
    """Put the plain words beside the promises that nobody has corrected since."""
    known = Promise.objects.filter(version=version, revision=1, is_added=False)
    rows = [promise for promise in known if promise.key in plain]
    for promise in rows:
        promise.plain = plain[promise.key]
    Promise.objects.bulk_update(rows, ["plain"], batch_size=200)


def _promises(version: Version, promises: Sequence[Record]) -> Iterator[Promise]:
    for position, promise in enumerate(promises):
        yield Promise(version=version, key=promise["id"], position=position, **promise_fields(promise))


def promise_fields(promise: Record) -> Record:
    """The columns of a promise for its record in `klaar.agreement/1`."""
    plain = ("document", "page", "start", "end", "quote", "kind", "bearer", "party", "beneficiary", "action")
    words = ("clause", "number", "condition", "exception", "consequence", "opening", "reason")
    return {
        **{name: promise[name] for name in (*plain, "deadline", "measure", "vague", "certainty")},
        **{name: promise[name] or "" for name in words},
        "due": due_day(promise["deadline"]),
        "places": {name: promise[name] for name in _SLOTS if promise[name]},
    }


def due_day(deadline: Record | None) -> date | None:
    """The day of a deadline that names one: {"kind": "date", "value": "2027-03-01"}."""
    if not deadline or deadline["kind"] != "date":
        return None
    try:
        return date.fromisoformat((deadline["value"] or "")[:10])
    except ValueError:
        return None


def _findings(version: Version, findings: Sequence[Record], known: dict[str, int]) -> Iterator[Finding]:
    for position, finding in enumerate(findings):
        yield Finding(
            version=version,
            position=position,
            rule=finding["rule"],
            severity=finding.get("severity", ""),
            promise_id=known.get(finding.get("promise") or ""),
            document=finding.get("document", 0),
            page=finding.get("page"),
            start=finding["start"],
            end=finding["end"],
            quote=finding["quote"],
            record=finding,
        )
