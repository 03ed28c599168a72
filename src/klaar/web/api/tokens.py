"""Making, finding and withdrawing the keys of programs."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from klaar.web.api.models import ApiToken
from klaar.web.people.models import Organisation, User

PREFIX = "klaar_"
"""With which each key begins, so that a scanner for leaked secrets knows one."""
_SEEN_EVERY = timedelta(hours=1)


def make_token(
    user: User, organisation: Organisation, name: str, scopes: Sequence[str], expires: datetime
) -> tuple[ApiToken, str]:
    """A new key, and its secret: the only time that the secret is known."""
    secret = PREFIX + secrets.token_urlsafe(32)
    made = ApiToken.objects.create(
        user=user,
        organisation=organisation,
        name=name,
        scopes=list(scopes),
        sha256=_hash(secret),
        start=secret[:11],
        expires=expires,
    )
    return made, secret


def find_token(secret: str) -> ApiToken | None:
    """The key of a secret, whether it still works or not; None for one that never was."""
    rows = ApiToken.objects.select_related("user", "organisation")
    return rows.filter(sha256=_hash(secret)).first()


def mark_used(token: ApiToken) -> None:
    """Keep that a key was used, to the hour: its owner sees which ones nobody needs any more."""
    now = timezone.now()
    if token.last_used is None or token.last_used < now - _SEEN_EVERY:
        ApiToken.objects.filter(pk=token.pk).update(last_used=now)


def revoke_token(token: ApiToken) -> None:
    """From now on the key opens nothing."""
    ApiToken.objects.filter(pk=token.pk, revoked=None).update(revoked=timezone.now())


def reachable(user: User) -> QuerySet[Organisation]:
    """The organisations for which someone may make a key: where they belong, and at whose tables they sit."""
    seated = Q(agreements__seats__user=user, agreements__seats__removed=None)
    return Organisation.objects.filter(Q(members__user=user) | seated).distinct().order_by("name", "pk")


def _hash(secret: str) -> str:
    """A key has 256 random bits, so that one round is enough: there is nothing to guess."""
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()
