"""Doing the readings that wait: one at a time a process, each exactly as often as it needs."""

import logging
from datetime import timedelta
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from klaar.web.jobs.keep import keep_plain, keep_reading
from klaar.web.jobs.models import ReadingJob
from klaar.web.jobs.process import Limits, Wish, read_apart
from klaar.web.store.files import file_path
from klaar.web.store.models import Agreement, Version

_TRIES = 3
_log = logging.getLogger(__name__)


def ask_reading(version: Version) -> None:
    """Put a version in the line; it is read as soon as this transaction is done and a reader is free."""
    Version.objects.filter(pk=version.pk).update(
        state=Version.State.WAITING, failure="", failure_detail="", pages_done=0, pages_all=0
    )
    ReadingJob.objects.update_or_create(version=version, defaults={"held_until": None, "tries": 0})


def take_job() -> ReadingJob | None:
    """The oldest reading that nobody holds, held from now on; None when there is none."""
    now = timezone.now()
    held = now + timedelta(seconds=settings.ENVIRONMENT.read_seconds + 60)
    free = Q(held_until=None) | Q(held_until__lt=now)
    with transaction.atomic():
        rows = ReadingJob.objects.filter(free).order_by("made")
        job = rows.select_for_update(skip_locked=True, of=("self",)).first() if _locks() else rows.first()
        if job is None:
            return None
        taken = ReadingJob.objects.filter(free, pk=job.pk).update(held_until=held, tries=job.tries + 1)
        job.tries += 1
    return job if taken else None


def _locks() -> bool:
    from django.db import connection  # noqa: PLC0415

    return connection.features.has_select_for_update_skip_locked


def run_waiting() -> int:
    """Read all that waits, and give how many that were."""
    count = 0
    while job := take_job():
        run_job(job)
        count += 1
    return count


def run_job(job: ReadingJob) -> None:
    """Read one version in a process of its own and keep what it gives; a failure is kept with its code."""
    version = Version.objects.select_related("agreement").get(pk=job.version_id)
    if job.tries > _TRIES:
        _end(job, version, "reader_broke", "tries")
        return
    Version.objects.filter(pk=version.pk).update(state=Version.State.READING)
    kept: list[bool] = []

    def keep(told: dict[str, Any]) -> None:
        with transaction.atomic():
            keep_reading(version, told["answer"], told["seconds"])
            _settle(version, told["answer"]["contract"]["document"])
            job.delete()
        kept.append(True)

    result = read_apart(
        wish_of(version), limits_of(), lambda done, pages: _follow(version, done, pages), keep
    )
    if "plain" in result:
        keep_plain(version, result["plain"])
    elif not kept:
        _end(job, version, result["failure"], result["detail"])


def _settle(version: Version, document: dict[str, Any]) -> None:
    """After the reading: sides that a person set are not asked again."""
    known = bool(version.it_names or version.client_names)
    state = Version.State.OPEN if known else Version.State.SIDES
    opened = timezone.now() if known else None
    Version.objects.filter(pk=version.pk).update(state=state, language=document["language"], opened=opened)
    if not version.agreement.title:
        title = document["title"] or PurePath(document["name"]).stem
        Agreement.objects.filter(pk=version.agreement_id).update(title=title[:300])


def _end(job: ReadingJob, version: Version, code: str, detail: str) -> None:
    _log.warning("version %s was not read: %s (%s)", version.pk, code, detail)
    with transaction.atomic():
        Version.objects.filter(pk=version.pk).update(
            state=Version.State.FAILED, failure=code, failure_detail=detail[:300]
        )
        job.delete()


def _follow(version: Version, done: int, pages: int) -> None:
    Version.objects.filter(pk=version.pk).update(pages_done=done, pages_all=pages)


def wish_of(version: Version) -> Wish:
    """What is to be read of a version, and who is who in it."""
    organisation = version.agreement.organisation_id
    files = [(file_path(organisation, file.sha256), file.name) for file in version.files.all()]
    return Wish(files, version.language, version.it_names, version.client_names)


def limits_of() -> Limits:
    """What a reading may take on this installation."""
    told = settings.ENVIRONMENT
    return Limits(told.read_seconds, told.read_mb, told.pages)
