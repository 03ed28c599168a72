"""The page of a person's reminders, and the page behind a link in a letter."""

from datetime import date
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext

from klaar.ledger.errors import LedgerError
from klaar.ledger.moves import day
from klaar.ledger.reminders.answers import Answer, answer_event, read_answer
from klaar.web.guard.declare import guarded
from klaar.web.guard.rate import limit
from klaar.web.guard.refusals import Refusal
from klaar.web.guard.request import Request
from klaar.web.guard.rules import ANYONE, ON_A_SIDE
from klaar.web.keep.chain.store import DatabaseStore
from klaar.web.keep.models import CalendarFeed
from klaar.web.keep.record.say import new_event
from klaar.web.keep.remind.feeds import address_of, new_feed, revoke_feeds
from klaar.web.keep.remind.forms import Wish
from klaar.web.keep.remind.letters import answer_key
from klaar.web.keep.remind.people import wish_of
from klaar.web.keep.stand.lines import line_of
from klaar.web.keep.stand.standing import Standing, standing_of
from klaar.web.pages.around import open_version
from klaar.web.store.log import log_event
from klaar.web.store.models import Membership
from klaar.web.table.find import find_version


@guarded(ON_A_SIDE, change=ON_A_SIDE)
def reminders(request: Request, agreement: UUID) -> HttpResponse:
    """When and how someone is told, their calendar address, and the letters that went to them."""
    version = find_version(request)
    form = Wish(request.POST or None, instance=wish_of(request.seat))
    if request.method == "POST" and form.is_valid():
        form.save()
        request.done = "reminders_set"
        messages.success(request, gettext("So it will be."))
        return redirect("reminders", agreement=agreement)
    feed = CalendarFeed.objects.filter(seat=request.seat, revoked=None).first()
    context = {
        "version": version,
        "form": form,
        "feed": feed,
        "feed_address": address_of(feed, request) if feed else "",
        "letters": request.seat.letters.all()[:10],
        "sends": settings.MAIL_IS_SENT,
        "address": request.seat.email,
    }
    return render(request, "keep/reminders.html", context, status=422 if request.method == "POST" else 200)


@guarded(change=ON_A_SIDE)
def set_feed(request: Request, agreement: UUID) -> HttpResponse:
    """Make a new secret address, or withdraw the one there is."""
    if request.POST.get("act") == "revoke":
        revoke_feeds(request.seat)
        request.done = "feed_revoked"
    else:
        new_feed(request.seat)
        request.done = "feed_made"
    return redirect("reminders", agreement=agreement)


@guarded(ANYONE, change=ANYONE)
def answer_link(request: HttpRequest, token: str) -> HttpResponse:
    """What the link says, to be confirmed: opening it changes nothing, so that a mail scanner does no harm."""
    limit(request, "link", 120, 600)
    answer, seat = _read(token)
    version = open_version(seat)
    if version is None:
        raise Refusal("link_broken")
    standing = standing_of(version)
    state = next((each for each in standing.of(answer.promise) if each.occurrence == answer.occurrence), None)
    if state is None:
        raise Refusal("link_broken")
    language = (get_language() or "en")[:2]
    context = {
        "answer": answer,
        "line": line_of(standing, state, seat.side, language),
        "person": seat,
        "title": seat.agreement.title,
    }
    if request.method != "POST":
        return render(request, "keep/answer.html", context)
    note = request.POST.get("note", "").strip()[:4000]
    kind = _keep(answer, seat, standing, note, request.POST.get("to", ""))
    log_event(f"kept_{kind}", organisation=seat.agreement.organisation, promise=answer.promise, by="link")
    return render(request, "keep/answer.html", {**context, "is_kept": True})


def _read(token: str) -> tuple[Answer, Membership]:
    try:
        answer = read_answer(token, answer_key(), timezone.localdate())
    except (LedgerError, ValueError) as error:
        old = isinstance(error, LedgerError) and error.code == "old_link"
        raise Refusal("link_expired" if old else "link_broken") from None
    seat = Membership.objects.select_related("agreement__organisation").filter(pk=int(answer.who)).first()
    if seat is None or seat.agreement_id.hex != answer.agreement:
        raise Refusal("link_broken")
    if seat.removed or seat.side != answer.side:
        raise Refusal("link_revoked")
    return answer, seat


def _keep(answer: Answer, seat: Membership, standing: Standing, note: str, to: str) -> str:
    """The event that the answer is; "needs more time" with a new day is a move."""
    store, new = DatabaseStore(seat.agreement_id), day(to) if to else None
    said = answer_event(answer, timezone.now(), note)._replace(who=str(seat))
    if answer.what == "more_time" and isinstance(new, date):
        data = {
            "to": new.isoformat(),
            "why": note,
            "asked_by": seat.side,
            "occurrence": answer.occurrence,
            "by": "link",
        }
        said = new_event(standing, seat, answer.promise, "moved", id=f"{said.id[:28]}move", data=data)
    return store.add(said)[0].kind
