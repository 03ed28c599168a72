"""Hearing of changes where all of them pass: the log of an agreement, and the end of a reading."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.signals import post_delete, post_save
from django.utils import timezone

from klaar.web.api.hooks.events import OWN_SIDE, event_of, reading_event, type_of
from klaar.web.api.hooks.queue import put
from klaar.web.api.models import Webhook
from klaar.web.jobs.models import ReadingJob
from klaar.web.jobs.worker import wake
from klaar.web.store.models import Agreement, AuditEntry, Version


def begin() -> None:
    """From now on every change is looked at."""
    post_save.connect(_logged, sender=AuditEntry, dispatch_uid="klaar.hooks.logged")
    post_delete.connect(_read, sender=ReadingJob, dispatch_uid="klaar.hooks.read")


def hearers(agreement: Agreement, side: str | None = None) -> QuerySet[Webhook]:
    """The webhooks of those who sit at a table, or of those on one side of it."""
    seat: dict[str, Any] = {"user__seats__agreement": agreement, "user__seats__removed": None}
    if side is not None:
        seat["user__seats__side"] = side
    rows = Webhook.objects.filter(**seat, ended=None, organisation=agreement.organisation_id)
    return rows.filter(user__is_active=True).distinct()


def _logged(instance: AuditEntry, created: bool, **more: Any) -> None:
    if not created or not type_of(instance.what) or instance.agreement is None:
        return
    side = (instance.seat.side if instance.seat else "") if instance.what in OWN_SIDE else None
    if side == "":
        return
    if put(hearers(instance.agreement, side), event_of(instance)):
        transaction.on_commit(wake)


def _read(instance: ReadingJob, **more: Any) -> None:
    ended = (Version.State.SIDES, Version.State.OPEN, Version.State.FAILED)
    version = (
        Version.objects.select_related("agreement").filter(pk=instance.version_id, state__in=ended).first()
    )
    if version and put(hearers(version.agreement), reading_event(version, timezone.now().isoformat())):
        transaction.on_commit(wake)
