"""The line of what is still to be sent: tried at once, then later and later, given up after two days."""

import json
import logging
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from klaar.web.api.hooks.events import Record
from klaar.web.api.hooks.networks import Unsafe, find_target
from klaar.web.api.hooks.sending import post
from klaar.web.api.hooks.signing import secret_of, sign
from klaar.web.api.models import Delivery, Webhook
from klaar.web.store.models import Membership

PAUSES = tuple(timedelta(minutes=each) for each in (1, 5, 30, 120, 360, 1440, 1440))
"""After the first try, the second, and so on; after the last there is none."""
_HELD = timedelta(minutes=2)
_KEPT = timedelta(days=30)
_GONE = 410
_log = logging.getLogger(__name__)


def put(webhooks: QuerySet[Webhook], event: Record) -> int:
    """Put an event in the line of each webhook; gives for how many that is."""
    rows = [Delivery(webhook=each, event_id=UUID(event["id"]), event=event) for each in webhooks]
    return len(Delivery.objects.bulk_create(rows, ignore_conflicts=True))


def deliver_waiting() -> int:
    """Send all that is due, and give how many that were."""
    count = 0
    while delivery := take_delivery():
        deliver(delivery)
        count += 1
    if count:
        Delivery.objects.filter(next_try=None, made__lt=timezone.now() - _KEPT).delete()
    return count


def take_delivery() -> Delivery | None:
    """The oldest that is due and that nobody holds, held from now on; None when there is none."""
    now = timezone.now()
    free = Q(held_until=None) | Q(held_until__lt=now)
    due = Delivery.objects.filter(free, next_try__lte=now)
    with transaction.atomic():
        found = due.order_by("next_try", "pk").values_list("pk", flat=True).first()
        if found is None or not due.filter(pk=found).update(held_until=now + _HELD, tries=F("tries") + 1):
            return None
    return Delivery.objects.select_related("webhook__user", "webhook__organisation").get(pk=found)


def deliver(delivery: Delivery) -> None:
    """Send one, and keep how that went."""
    if not _may_hear(delivery):
        _end(delivery, 0, "not_allowed")
        return
    try:
        status, failure = _send(delivery), ""
    except Unsafe as unsafe:
        status, failure = 0, unsafe.code
    except OSError as error:
        _log.info("webhook %s: %s", delivery.webhook_id, type(error).__name__)
        status, failure = 0, "no_answer"
    if 200 <= status < 300:
        _end(delivery, status, "")
    elif status == _GONE:
        Webhook.objects.filter(pk=delivery.webhook_id).update(ended=timezone.now())
        _end(delivery, status, "gone")
    else:
        _again(delivery, status, failure or "refused")


def _may_hear(delivery: Delivery) -> bool:
    """Whether the person of the webhook sits at that table still, and wants to hear."""
    webhook = delivery.webhook
    rows = Membership.objects.filter(user=webhook.user, removed=None, user__is_active=True)
    seated = rows.filter(
        agreement=delivery.event["data"]["agreement"], agreement__organisation=webhook.organisation
    )
    return webhook.ended is None and seated.exists()


def _send(delivery: Delivery) -> int:
    target = find_target(delivery.webhook.url, settings.WEBHOOK_NETWORKS)
    body = json.dumps(delivery.event, ensure_ascii=False).encode()
    moment = int(timezone.now().timestamp())
    event = str(delivery.event_id)
    headers = {
        "Content-Type": "application/cloudevents+json; charset=utf-8",
        "User-Agent": "Klaar",
        "webhook-id": event,
        "webhook-timestamp": str(moment),
        "webhook-signature": sign(secret_of(delivery.webhook), event, moment, body),
    }
    return post(target, body, headers)


def _end(delivery: Delivery, status: int, failure: str) -> None:
    arrived = None if failure else timezone.now()
    told = {"next_try": None, "held_until": None, "status": status, "failure": failure, "arrived": arrived}
    Delivery.objects.filter(pk=delivery.pk).update(**told)


def _again(delivery: Delivery, status: int, failure: str) -> None:
    pauses = PAUSES[delivery.tries - 1 : delivery.tries]
    later = timezone.now() + pauses[0] if pauses else None
    told = {"next_try": later, "held_until": None, "status": status, "failure": failure}
    Delivery.objects.filter(pk=delivery.pk).update(**told)
