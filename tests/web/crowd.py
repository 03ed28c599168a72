"""Large tables for the tests and the bench: many promises at one agreement, many agreements of one person."""

from uuid import uuid4

from klaar.web.store.models import Agreement, Finding, Membership, Promise, Reading, Version


def fill_up(version: Version, number: int) -> None:
    """Copies of the promises of a version, until it has `number` of them, with as many findings to match."""
    rows = list(version.promises.all())
    made = [_copy(rows[at % len(rows)], version, at) for at in range(len(rows), number)]
    Promise.objects.bulk_create(made, batch_size=500)
    findings = list(version.findings.all())
    for finding in findings * (len(made) // (10 * len(findings)) if findings else 0):
        finding.pk, finding._state.adding = None, True
        finding.save()


def more_agreements(version: Version, number: int, promises: int) -> None:
    """Other agreements of the same people, each with its own promises and findings."""
    seats = list(version.agreement.seats.all())
    for at in range(number):
        agreement = Agreement.objects.create(
            organisation=version.agreement.organisation, title=f"{version.agreement.title} {at + 2}"
        )
        for seat in seats:
            seat.pk, seat._state.adding, seat.agreement = None, True, agreement
        Membership.objects.bulk_create(seats)
        other = _version_like(version, agreement)
        Promise.objects.bulk_create(
            [_copy(each, other, place) for place, each in enumerate(version.promises.all()[:promises])],
            batch_size=500,
        )


def _version_like(version: Version, agreement: Agreement) -> Version:
    reading = Reading.objects.get(version=version)
    other = Version.objects.get(pk=version.pk)
    other.pk, other._state.adding, other.agreement = None, True, agreement
    other.save()
    reading.pk, reading._state.adding, reading.version = None, True, other
    reading.save()
    for finding in Finding.objects.filter(version=version)[:20]:
        finding.pk, finding._state.adding, finding.version, finding.promise = None, True, other, None
        finding.save()
    return other


def _copy(promise: Promise, version: Version, at: int) -> Promise:
    told = {field.attname: getattr(promise, field.attname) for field in Promise._meta.concrete_fields}
    told |= {"id": None, "version_id": version.pk, "key": uuid4().hex[:12], "position": 1000 + at}
    return Promise(**told)
