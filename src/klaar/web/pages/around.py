"""What every page has around it: the way through an agreement, the languages, the version of Klaar."""

from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from klaar import __version__
from klaar.web.pages.way import STEPS
from klaar.web.people.models import Organisation, User
from klaar.web.people.theme import inks_of
from klaar.web.store.models import Membership, Version


class Tab(NamedTuple):
    """A step of the way as a link: its name, its address, how many things wait there, whether one is there.

    One that is `beside` the way stands next to the title.
    """

    label: str
    url: str
    waiting: int
    is_here: bool
    beside: bool


def around(request: HttpRequest) -> dict[str, Any]:
    """The context of every template."""
    seat: Membership | None = getattr(request, "seat", None)
    return {
        "klaar_version": __version__,
        "languages": settings.LANGUAGES,
        "seat": seat,
        "organised": _organised(request),
        "theme": _theme(seat.agreement.organisation if seat else getattr(request, "organisation", None)),
        "tabs": _tabs(request, seat) if seat else [],
    }


def _theme(organisation: Organisation | None) -> str:
    """The address of the style sheet with the inks of an organisation; "" for those of Klaar."""
    inks = inks_of(organisation.theme) if organisation else None
    return reverse("theme", args=["-".join(each[1:] for each in inks)]) if inks else ""


def _organised(request: HttpRequest) -> list[Organisation]:
    """The organisations whose people someone looks after."""
    user = getattr(request, "user", None)
    if not isinstance(user, User):
        return []
    rows = Organisation.objects.filter(members__user=user, members__role="admin")
    return list(rows.order_by("name")[:5])


def _tabs(request: HttpRequest, seat: Membership) -> list[Tab]:
    version = open_version(seat)
    if version is None:
        return []
    here = request.resolver_match.url_name if request.resolver_match else ""
    return [
        Tab(
            str(step.label),
            reverse(step.url, args=[seat.agreement_id]),
            step.waiting(version, seat) if step.waiting else 0,
            here == step.url or here in step.also,
            step.beside,
        )
        for step in STEPS
    ]


def open_version(seat: Membership) -> Version | None:
    """The newest version that is on the table or signed; None while the first is still being read."""
    known = getattr(seat, "_open_version", None)
    if known is None:
        states = (Version.State.OPEN, Version.State.SEALED)
        rows = Version.objects.filter(agreement=seat.agreement_id, state__in=states)
        known = rows.order_by("-number").first()
        seat._open_version = known  # type: ignore[attr-defined]
    return known
