"""Keys for everyone around a table, and programs that use them."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, NamedTuple

from django.test import Client
from django.utils import timezone
from tests.web.seating import Table

from klaar.web.api.tokens import make_token, revoke_token
from klaar.web.people.making import join, make_organisation, make_user
from klaar.web.people.models import Organisation, User
from klaar.web.store.models import Membership

ALL = ("read", "write", "people")

BROKEN = ("no_key", "unknown", "expired", "revoked", "shut_account")
"""Keys that work no more, or never did: 401."""
OUTSIDE = ("colleague", "elsewhere", "other_organisation_key", "removed")
"""Keys that work, of people for whom this agreement does not exist: 404."""
SEATED = ("owner", "signer", "reader", "mediator", "it_owner", "it_signer")
"""Keys of people at the table, with every scope."""
NARROW = ("no_read", "no_write", "no_people")
"""Keys of the owner that lack one scope: 403 where it is needed."""
EVERYONE = (*BROKEN, *OUTSIDE, *SEATED, *NARROW)


class Program(NamedTuple):
    """A program with a key ("" for none) that asks in Dutch."""

    secret: str
    client: Client

    def __call__(self, method: str, url: str, body: Any = None, **headers: str) -> Any:
        """One request; `body` goes as JSON, headers are written with underscores: if_match."""
        sent = {
            "accept-language": "nl",
            **({"authorization": f"Bearer {self.secret}"} if self.secret else {}),
        }
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        told = {} if body is None else {"data": body, "content_type": "application/json"}
        return getattr(self.client, method)(f"/api/v1{url}", headers=sent, **told)


def programs(table: Table) -> Mapping[str, Program]:
    """A program for every kind of person."""
    return {name: Program(secret, Client()) for name, secret in _secrets(table).items()}


def _secrets(table: Table) -> dict[str, str]:
    owner = table.seats["owner"].user
    here = table.organisation
    told = {
        name: _key(table.seats[name].user, here)
        for name in ("owner", "signer", "reader", "mediator", "removed")
    }
    told["it_owner"] = _key(table.seats["other_side"].user, here)
    told["it_signer"] = _key(_seated(table, "it", "signer"), here)
    told["colleague"] = _key(join(make_user("c@waterrijk.example", "C", None), here).user, here)
    elsewhere = make_organisation("Overkant")
    told["elsewhere"] = _key(join(make_user("e@overkant.example", "E", None), elsewhere).user, elsewhere)
    told["other_organisation_key"] = _key(join(owner, elsewhere).user, elsewhere)
    told["no_read"] = _key(owner, here, ("write", "people"))
    told["no_write"] = _key(owner, here, ("read", "people"))
    told["no_people"] = _key(owner, here, ("read", "write"))
    return {**told, **_broken(owner, here)}


def _broken(owner: User, here: Organisation) -> dict[str, str]:
    revoked, secret = make_token(owner, here, "revoked", ALL, timezone.now() + timedelta(days=1))
    revoke_token(revoked)
    gone = make_user("gone@waterrijk.example", "Gone", None)
    shut = _key(gone, here)
    User.objects.filter(pk=gone.pk).update(is_active=False)
    return {
        "no_key": "",
        "unknown": "klaar_" + "x" * 43,
        "expired": _key(owner, here, days=-1),
        "revoked": secret,
        "shut_account": shut,
    }


def _seated(table: Table, side: str, role: str) -> User:
    user = make_user("it-signer@noorderbrug.example", "It Signer", None)
    Membership.objects.create(agreement=table.agreement, user=user, name=str(user), side=side, role=role)
    return user


def _key(user: User, organisation: Organisation, scopes: tuple[str, ...] = ALL, days: int = 1) -> str:
    return make_token(user, organisation, "test", scopes, timezone.now() + timedelta(days=days))[1]
