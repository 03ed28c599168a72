"""The `Outbox` in the database: each step is kept before the next one begins."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from klaar.web.keep.models import OutgoingLetter
from klaar.web.store.models import Membership

_State = OutgoingLetter.State
_DIED = timedelta(minutes=15)
"""How long sending one letter can take; after that its process is held for dead."""


class DatabaseOutbox:
    """The letters about one agreement; `seats` are those to whom the letters that are claimed go, by key.

    Its calls must not stand in a transaction: each is on the disk when it returns.
    """

    def __init__(self, seats: Iterable[Membership]) -> None:
        self._seats = list(seats)
        self.to: Mapping[str, Membership] = {}

    def reminded(self) -> Collection[str]:
        """As `Outbox` says."""
        rows = OutgoingLetter.objects.filter(seat__in=self._seats).exclude(state=_State.RELEASED)
        return {claim for claims in rows.values_list("claims", flat=True) for claim in claims}

    def claim(self, key: str, claims: Iterable[str], at: datetime) -> bool:
        """As `Outbox` says: the database lets a key be taken once."""
        told = {"claims": list(claims), "state": _State.CLAIMED, "at": at, "why": ""}
        try:
            with transaction.atomic():
                OutgoingLetter.objects.create(key=key, seat=self.to[key], **told)
        except IntegrityError:
            return bool(OutgoingLetter.objects.filter(key=key, state=_State.RELEASED).update(**told))
        return True

    def sent(self, key: str, at: datetime) -> None:
        """As `Outbox` says."""
        OutgoingLetter.objects.filter(key=key).update(state=_State.SENT, at=at)

    def release(self, key: str, at: datetime, why: str) -> None:
        """As `Outbox` says."""
        OutgoingLetter.objects.filter(key=key).update(state=_State.RELEASED, at=at, why=why[:300])

    def doubtful(self) -> Collection[str]:
        """As `Outbox` says."""
        rows = OutgoingLetter.objects.filter(
            seat__in=self._seats, state=_State.CLAIMED, at__lt=timezone.now() - _DIED
        )
        return list(rows.values_list("key", flat=True))
