"""The first administrator: a link that works once, printed by `klaar serve`."""

import hashlib
import secrets

from django.utils import timezone

from klaar.web.people.models import FirstLink, User


def needs_first() -> bool:
    """Whether nobody looks after this installation yet."""
    return not User.objects.filter(is_admin=True).exists()


def make_first_link() -> str:
    """The secret of a new link; links made before stop working."""
    token = secrets.token_urlsafe(24)
    FirstLink.objects.filter(used=None).delete()
    FirstLink.objects.create(sha256=_digest(token))
    return token


def find_first_link(token: str) -> FirstLink | None:
    """The link with this secret, used or not."""
    return FirstLink.objects.filter(sha256=_digest(token)).first()


def use_first_link(link: FirstLink) -> bool:
    """Use it up; False when someone else was first."""
    return FirstLink.objects.filter(pk=link.pk, used=None).update(used=timezone.now()) == 1


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def is_last_admin(user: User) -> bool:
    """Whether nobody would look after this installation without this person."""
    return (
        user.is_admin and not User.objects.filter(is_admin=True, is_active=True).exclude(pk=user.pk).exists()
    )
