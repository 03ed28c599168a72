"""The page on which an apology is written."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext

from klaar.apology import Facts, Letter, draft, facts_from
from klaar.web.guard.declare import guarded
from klaar.web.guard.rate import limit
from klaar.web.guard.request import Request
from klaar.web.guard.rules import SIGNERS
from klaar.web.keep.record.page import Chosen, choose, context_of
from klaar.web.keep.record.views import page_of
from klaar.web.keep.sorry.forms import Sorry, first_words
from klaar.web.keep.sorry.sending import mail, receivers, record
from klaar.web.store.models import SignOff

_MORE = ("to", "who", "contact", "title", "promised_on", "unknown", "ended")
"""What stands folded away while it is known."""


@guarded(SIGNERS, change=SIGNERS)
def sorry(request: Request, agreement: UUID, key: str) -> HttpResponse:
    """A draft from what is on record; who filled in what was open sends it, and that is kept."""
    chosen = choose(request, key)
    allowed = chosen.duty.bearer in (request.seat.side, "both", "other")
    known = known_facts(chosen)
    people = receivers(request.seat)
    language = (people[0].language if people else "") or chosen.standing.version.language or _language()
    to = ", ".join(str(each) for each in people[:3])
    first = first_words(known, language if language in ("nl", "en") else "nl", str(request.seat), to)
    form = Sorry(request.POST or None, initial=first)
    asked = {name: form.initial.get(name, "") for name in ("form", "variant", "language")}
    facts = known._replace(who=str(request.seat), to=to)
    if form.is_bound and form.is_valid():
        asked, facts = form.cleaned_data, form.facts(known)
    letter = draft(
        facts,
        asked["form"],
        asked["language"],
        now=timezone.now(),
        variant=asked["variant"],
        zone=chosen.standing.calendar.zone,
    )
    sends = request.POST.get("act") == "send" and form.is_valid() and allowed
    if sends and letter.ready:
        return _sent(request, chosen, letter, facts)
    request.done = "looked"
    context = {
        **context_of(request, chosen),
        "form": form,
        "letter": letter,
        "allowed": allowed,
        "not_ready": sends,
        "needs_more": any(each.field in _MORE for each in letter.open),
        "people": people,
        "sends_mail": bool(people) and settings.MAIL_IS_SENT,
    }
    wrong = request.method == "POST" and (sends or not form.is_valid() or not allowed)
    return render(request, "keep/sorry.html", context, status=422 if wrong else 200)


def known_facts(chosen: Chosen) -> Facts:
    """What is on record of a promise that went wrong."""
    standing = chosen.standing
    signed = SignOff.objects.filter(version=standing.version).order_by("-made").first()
    known = facts_from(
        chosen.state,
        standing.duties,
        standing.events,
        standing.today,
        agreed=signed.made.date() if signed else None,
        late=standing.late,
    )
    row = standing.promises.get(chosen.key)
    return known._replace(clause=row.number, page=row.page or 0) if row else known


def _sent(request: Request, chosen: Chosen, letter: Letter, facts: Facts) -> HttpResponse:
    """Record it; where it was to be mailed and the mail did not leave, that is said."""
    limit(request, "talk", 300, 3600)
    record(letter, facts, chosen, request.seat)
    request.done, request.about = "kept_apologised", {"promise": chosen.key}
    if request.POST.get("mail") != "on":
        messages.success(request, _kept_words(letter))
    elif mail(letter, request.seat):
        messages.success(request, gettext("Sent and kept: what you promised with it is followed."))
    else:
        messages.warning(
            request,
            gettext("Kept, but the mail did not leave. Send the letter yourself: it stands in the record."),
        )
    return redirect(page_of(request, chosen.key, chosen.state.occurrence))


def _kept_words(letter: Letter) -> str:
    """A message while it lasts says no sorry yet: it promises the next word."""
    if letter.form == "update":
        return gettext("Kept: when they hear from you again is followed.")
    return gettext("Kept: sorry was said, and what you promised with it is followed.")


def _language() -> str:
    return (get_language() or "en")[:2]
