"""Beginning a check, answering it, and where the two sides understood differently."""

from collections import defaultdict
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from klaar.web.agree.understand.known import known_of, quizzed
from klaar.web.agree.understand.make import make_items
from klaar.web.guard.refusals import Refusal
from klaar.web.store.models import CheckItem, Membership, Promise, UnderstandingCheck, Version

LENGTH = 8


@transaction.atomic
def begin(version: Version, seat: Membership, language: str) -> UnderstandingCheck | None:
    """A check for one person; both sides are asked about the same promises. None where there is too little."""
    promises = quizzed(version)
    yes, no = gettext("Yes, this is included"), gettext("No, this is not included")
    items = make_items(known_of(promises, language), f"version {version.pk}", LENGTH, yes, no)
    if not items:
        return None
    version.checks.filter(seat=seat).delete()
    check = UnderstandingCheck.objects.create(version=version, seat=seat, seed=f"version {version.pk}")
    CheckItem.objects.bulk_create(
        CheckItem(
            check_of=check,
            position=position,
            promise=promises[item.promise],
            asks=item.asks,
            options=list(item.options),
            right=item.right,
        )
        for position, item in enumerate(items)
    )
    return check


def give(item: CheckItem, given: int) -> None:
    """Keep the first answer; raises `Refusal` for a second one, or one that is no choice."""
    if not 0 <= given < len(item.options):
        raise Refusal("bad_request")
    now = timezone.now()
    if not CheckItem.objects.filter(pk=item.pk, given=None).update(given=given, given_at=now):
        raise Refusal("changed")
    check = item.check_of
    if not check.items.filter(given=None).exists():
        UnderstandingCheck.objects.filter(pk=check.pk).update(finished=now)


class Apart(NamedTuple):
    """A promise that was understood in different ways: what it says, and who of which side saw it otherwise.

    Only sides are named, never people.
    """

    promise: Promise
    asks: str
    right: str
    sides: tuple[str, ...]


def understood_apart(version: Version) -> list[Apart]:
    """Where someone of a side understood something else than what stands there, in the order of the text."""
    rows = CheckItem.objects.filter(check_of__version=version, given__isnull=False)
    wrong: dict[tuple[int, str], set[str]] = defaultdict(set)
    items: dict[tuple[int, str], CheckItem] = {}
    for item in rows.select_related("promise", "check_of__seat"):
        if item.given != item.right and item.check_of.seat.side:
            wrong[item.promise_id, item.asks].add(item.check_of.seat.side)
            items[item.promise_id, item.asks] = item
    found = [
        Apart(items[key].promise, key[1], items[key].options[items[key].right], tuple(sorted(sides)))
        for key, sides in wrong.items()
    ]
    return sorted(found, key=lambda each: each.promise.position)
