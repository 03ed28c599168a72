"""The rules: who may come in. Each view names one for looking and one for changing."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse

from klaar.web.guard.request import Request
from klaar.web.guard.seats import find_seat, find_seats
from klaar.web.people.models import Member, User
from klaar.web.store.models import Membership

Admit = Callable[[Request, Mapping[str, Any]], HttpResponse | None]


class Rule(NamedTuple):
    """Who may come in. `admit` gives None for who may, an answer (sign in first) or `Http404` for who may not."""

    name: str
    admit: Admit


def _anyone(request: Request, kwargs: Mapping[str, Any]) -> None:
    return None


def _person(request: Request, kwargs: Mapping[str, Any]) -> HttpResponse | None:
    return None if request.user.is_authenticated else redirect_to_login(request.get_full_path())


def _known(request: Request, kwargs: Mapping[str, Any]) -> HttpResponse | None:
    if request.user.is_authenticated or find_seats(request).exists():
        return None
    return redirect_to_login(request.get_full_path())


def _admin(request: Request, kwargs: Mapping[str, Any]) -> HttpResponse | None:
    if isinstance(request.user, User) and request.user.is_admin:
        return None
    raise Http404


def _opener(request: Request, kwargs: Mapping[str, Any]) -> HttpResponse | None:
    if not isinstance(request.user, User):
        return redirect_to_login(request.get_full_path())
    if not Member.objects.filter(user=request.user).exists():
        raise Http404
    return None


def _member(*roles: str) -> Admit:
    def admit(request: Request, kwargs: Mapping[str, Any]) -> HttpResponse | None:
        if not isinstance(request.user, User):
            raise Http404
        rows = Member.objects.select_related("organisation")
        member = rows.filter(user=request.user, organisation__slug=kwargs["organisation"]).first()
        if member is None:
            raise Http404
        if member.role not in roles:
            raise PermissionDenied
        request.organisation = member.organisation
        return None

    return admit


def _seat(*roles: str) -> Admit:
    def admit(request: Request, kwargs: Mapping[str, Any]) -> HttpResponse | None:
        seat = find_seat(request, kwargs["agreement"])
        if seat is None:
            raise Http404
        if seat.role not in roles:
            raise PermissionDenied
        request.seat = seat
        return None

    return admit


_ROLE = Membership.Role

ANYONE = Rule("anyone", _anyone)
"""The sign-in page, a link that someone was sent, the state of health."""
PERSON = Rule("person", _person)
"""Who has an account and is signed in; others are asked to sign in."""
KNOWN = Rule("known", _known)
"""Who is signed in, and who holds a link that works; others are asked to sign in."""
ADMIN = Rule("admin", _admin)
"""Who looks after the installation; for others the page does not exist."""
OPENERS = Rule("openers", _opener)
"""Who belongs to an organisation, and so may put agreements on the table."""
MEMBERS = Rule("members", _member(Member.Role.MEMBER, Member.Role.ADMIN))
"""Who belongs to the organisation in the address."""
ORGANISERS = Rule("organisers", _member(Member.Role.ADMIN))
"""The administrators of the organisation in the address; its members get 403, others 404."""
AT_TABLE = Rule("at_table", _seat(_ROLE.OWNER, _ROLE.SIGNER, _ROLE.READER, _ROLE.MEDIATOR))
"""Everyone with a seat at the agreement in the address; for others it does not exist (404)."""
ON_A_SIDE = Rule("on_a_side", _seat(_ROLE.OWNER, _ROLE.SIGNER, _ROLE.READER))
"""Who sits on a side, a mediator not."""
SIGNERS = Rule("signers", _seat(_ROLE.OWNER, _ROLE.SIGNER))
"""Who speaks for a side: corrects, confirms, signs off."""
OWNERS = Rule("owners", _seat(_ROLE.OWNER))
"""Who arranges the people, the versions and the end of an agreement."""
