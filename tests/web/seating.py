"""Everyone who may stand around a table: on both sides, between them, and outside."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

from django.test import Client
from django.utils import timezone

from klaar.web.jobs.keep import keep_plain, keep_reading
from klaar.web.people.making import join, make_organisation, make_user
from klaar.web.people.models import Member, Organisation, User
from klaar.web.store.files import store_file
from klaar.web.store.models import Agreement, Invitation, Membership, Promise, Version
from klaar.web.store.opening import open_agreement

HERE = Path(__file__).parent

SEATED = {
    "owner": ("client", "owner"),
    "signer": ("client", "signer"),
    "reader": ("client", "reader"),
    "mediator": ("", "mediator"),
    "other_side": ("it", "owner"),
    "link": ("it", "signer"),
    "expired_link": ("it", "signer"),
    "revoked_link": ("it", "signer"),
    "removed": ("client", "signer"),
}
"""Who has, or had, a seat: the side and the role."""

STRANGERS = ("anonymous", "other_organisation", "colleague", "admin")
"""Who has none: nobody, someone elsewhere, someone of the same organisation, who runs the installation."""

PEOPLE = (*SEATED, *STRANGERS)


class Table(NamedTuple):
    """An agreement, its seats by name, and a browser for each person, in Dutch."""

    agreement: Agreement
    version: Version
    seats: Mapping[str, Membership]
    clients: Mapping[str, Client]
    organisation: Organisation

    def __getitem__(self, name: Any) -> Client:  # type: ignore[override]
        """The browser of someone: table["owner"]."""
        return self.clients[name]

    def url(self, below: str = "") -> str:
        """An address below that of the agreement."""
        return f"/agreements/{self.agreement.pk}/{below}"

    def promise(self, words: str) -> Promise:
        """The first promise with these words."""
        return self.version.promises.filter(quote__contains=words).first()  # type: ignore[return-value]


def seat_all(answer: dict[str, Any], file: Path) -> Table:
    """Put an agreement that was read on the table, and everyone around it."""
    organisation = make_organisation("Gemeente Waterrijk")
    users = {name: _user(name) for name in ("owner", "signer", "reader", "mediator", "other_side", "removed")}
    owner = users["owner"]
    join(owner, organisation, Member.Role.ADMIN)
    stored = store_file([file.read_bytes()], file.name, organisation.pk)
    version = open_agreement(owner, organisation, [stored], title="Vergunningenloket", side="client")
    keep_reading(version, answer, 0.1)
    keep_plain(version, answer["plain"])
    version.state, version.language = Version.State.OPEN, answer["contract"]["document"]["language"]
    version.opened = timezone.now()
    version.save()
    seats = {name: _seat(name, version.agreement, users.get(name)) for name in SEATED}
    clients = {name: _browser(users.get(name)) for name in SEATED}
    for name in ("link", "expired_link", "revoked_link"):
        _open_link(clients[name], _invite(name, seats[name]))
    clients |= _strangers(organisation)
    return Table(version.agreement, version, seats, clients, organisation)


def _user(name: str, **more: Any) -> User:
    return make_user(
        f"{name}-{User.objects.count()}@waterrijk.example", name.replace("_", " ").title(), None, **more
    )


def _browser(user: User | None) -> Client:
    client = Client(headers={"accept-language": "nl"})
    if user:
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def _seat(name: str, agreement: Agreement, user: User | None) -> Membership:
    side, role = SEATED[name]
    if name == "owner":
        return agreement.seats.get(user=user)
    gone = timezone.now() if name == "removed" else None
    label = name.replace("_", " ").title()
    return Membership.objects.create(
        agreement=agreement,
        user=user,
        name=label,
        email=f"{name}@example.org",
        side=side,
        role=role,
        removed=gone,
    )


def _invite(name: str, seat: Membership) -> Invitation:
    now = timezone.now()
    return Invitation.objects.create(
        seat=seat,
        expires=now + timedelta(days=-1 if name == "expired_link" else 7),
        revoked=now if name == "revoked_link" else None,
    )


def _open_link(client: Client, invitation: Invitation) -> None:
    """As if the link was opened while it still worked."""
    session = client.session
    session["links"] = [str(invitation.pk)]
    session.save()


def _strangers(organisation: Organisation) -> dict[str, Client]:
    elsewhere, colleague = _user("elsewhere"), _user("colleague")
    join(elsewhere, make_organisation("Elders"))
    join(colleague, organisation)
    return {
        "anonymous": _browser(None),
        "other_organisation": _browser(elsewhere),
        "colleague": _browser(colleague),
        "admin": _browser(_user("admin", is_admin=True)),
    }
