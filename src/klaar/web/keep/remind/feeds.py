"""Private calendar feeds: one a person, at a secret address that can be withdrawn."""

from datetime import timedelta
from hashlib import sha256
from typing import cast
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from klaar.clauses.model import Side
from klaar.ledger.feed.upcoming import upcoming
from klaar.ledger.feed.write import write_feed
from klaar.ledger.showing.teller import Teller
from klaar.web.guard.declare import guarded
from klaar.web.guard.rate import limit
from klaar.web.guard.refusals import Refusal
from klaar.web.guard.rules import ANYONE
from klaar.web.keep.models import CalendarFeed
from klaar.web.keep.stand.standing import standing_of
from klaar.web.pages.around import open_version
from klaar.web.store.models import Membership

_SIGNER = Signer(salt="klaar.feed", sep=".")
_AHEAD = timedelta(days=400)


def address_of(feed: CalendarFeed, request: HttpRequest) -> str:
    """The whole address that a calendar program is given."""
    path = reverse("feed", args=[_SIGNER.sign(feed.id.hex)])
    own: str = settings.ENVIRONMENT.address
    return f"{own}{path}" if own else request.build_absolute_uri(path)


def new_feed(seat: Membership) -> CalendarFeed:
    """A new address; the ones before it no longer work."""
    revoke_feeds(seat)
    return CalendarFeed.objects.create(seat=seat)


def revoke_feeds(seat: Membership) -> None:
    """No address of this person works any longer."""
    CalendarFeed.objects.filter(seat=seat, revoked=None).update(revoked=timezone.now())


def feed_bytes(seat: Membership) -> bytes:
    """The calendar of someone's side, with what returns up to a year ahead."""
    version = open_version(seat)
    if version is None:
        raise Refusal("link_broken")
    standing = standing_of(version)
    duties, events = list(standing.duties.values()), standing.events
    later = upcoming(duties, events, standing.today, standing.today + _AHEAD, standing.calendar)
    language = seat.language if seat.language in ("nl", "en") else "nl"
    return write_feed(
        [*standing.states, *later],
        standing.duties,
        events,
        cast(Side, seat.side),
        Teller(language, standing.calendar),
        ledger=seat.agreement_id.hex,
        title=seat.agreement.title,
    )


@guarded(ANYONE)
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar, for whoever has the address; a program that has it already is told that nothing changed."""
    limit(request, "feed", 240, 3600)
    try:
        key = UUID(hex=_SIGNER.unsign(token))
    except (BadSignature, ValueError):
        raise Refusal("link_broken") from None
    found = CalendarFeed.objects.select_related("seat__agreement").filter(id=key).first()
    if found is None:
        raise Refusal("link_broken")
    if found.revoked or found.seat.removed or found.seat.side not in ("it", "client"):
        raise Refusal("link_revoked")
    data = feed_bytes(found.seat)
    tag = f'"{sha256(data).hexdigest()[:32]}"'
    CalendarFeed.objects.filter(pk=found.pk).update(fetched=timezone.now())
    if request.headers.get("If-None-Match") == tag:
        return HttpResponse(status=304, headers={"ETag": tag})
    return HttpResponse(data, content_type="text/calendar; charset=utf-8", headers={"ETag": tag})
