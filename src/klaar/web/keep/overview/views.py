"""The page of keeping, the list of all that is followed, and the check of the chain."""

from collections import Counter
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext

from klaar.ledger.model import Calendar
from klaar.ledger.showing.teller import Teller
from klaar.ledger.track.count import track_record
from klaar.ledger.track.picture import track_svg
from klaar.ledger.track.table import track_html
from klaar.web.guard.declare import guarded
from klaar.web.guard.request import Request
from klaar.web.guard.rules import AT_TABLE, OWNERS
from klaar.web.keep.chain.along import ledger_zip
from klaar.web.keep.chain.store import DatabaseStore, lock
from klaar.web.keep.models import Ledger
from klaar.web.keep.overview.causes import cause_rows
from klaar.web.keep.overview.forms import Keeping
from klaar.web.keep.overview.lanes import KeepLane, keep_lanes, without_a_word
from klaar.web.keep.stand.duties import fact_day
from klaar.web.keep.stand.lines import lines_of
from klaar.web.keep.stand.standing import Standing, standing_of
from klaar.web.keep.stand.words import STATUS
from klaar.web.store.models import Version
from klaar.web.table.find import find_version

_PER_PAGE = 40


@guarded(AT_TABLE)
def keep(request: Request, agreement: UUID) -> HttpResponse:
    """What each side must look at now, the own side first."""
    standing = standing_of(find_version(request))
    language = (get_language() or "en")[:2]
    lanes = keep_lanes(standing, request.seat.side, language)
    context = {
        "version": standing.version,
        "standing": standing,
        "lanes": lanes,
        "figures": _figures(lanes, standing),
        "is_quiet": not standing.events and standing.version.state != Version.State.SEALED,
        "causes": cause_rows(standing.states),
        "track": _track(standing, language) if standing.events else None,
        "is_owner": request.seat.role == "owner",
    }
    return render(request, "keep/keep.html", context)


def _track(standing: Standing, language: str) -> tuple[str, str]:
    """How the promises of each side went, as a picture and as tables; the core has escaped every word."""
    tracks, teller = track_record(standing.states, standing.calendar), Teller(language, standing.calendar)
    return mark_safe(track_svg(tracks, teller)), mark_safe(track_html(tracks, teller))


def _figures(lanes: list[KeepLane], standing: Standing) -> list[tuple[str, int]]:
    counts = Counter(group.code for lane in lanes for group in lane.groups for _ in group.lines)
    return [
        (gettext("past their date"), counts["overdue"]),
        (gettext("in the next 30 days"), counts["soon"]),
        (gettext("wait on something else"), sum(each.status == "waiting" for each in standing.states)),
        (gettext("broken without a word"), sum(without_a_word(each) for each in standing.states)),
    ]


@guarded(AT_TABLE)
def followed(request: Request, agreement: UUID) -> HttpResponse:
    """Everything that is followed, by date; `?status=` chooses."""
    standing = standing_of(find_version(request))
    chosen = request.GET.get("status", "")
    lines = lines_of(standing, standing.states, request.seat.side, (get_language() or "en")[:2])
    counts = {code: sum(line.status == code for line in lines) for code in STATUS}
    shown = [line for line in lines if not chosen or line.status == chosen]
    context = {
        "version": standing.version,
        "page": Paginator(shown, _PER_PAGE).get_page(request.GET.get("page")),
        "all": len(lines),
        "statuses": [(code, words, counts[code]) for code, words in STATUS.items() if counts[code]],
        "chosen": chosen,
    }
    return render(request, "keep/followed.html", context)


@guarded(AT_TABLE)
def chain(request: Request, agreement: UUID) -> HttpResponse:
    """Whether any event was changed, taken away, moved or put in between since it was written."""
    store = DatabaseStore(agreement)
    ledger = Ledger.objects.filter(agreement=agreement).first() or Ledger()
    noted = request.GET.get("head", "").strip().lower()[:64]
    teller = Teller((get_language() or "en")[:2], Calendar(ledger.zone))
    faults = [
        teller.say("verify", fault.code, line=fault.line, event=fault.event or "?")
        for fault in store.verify(noted)
    ]
    context = {"version": find_version(request), "ledger": ledger, "faults": faults, "noted": noted}
    return render(request, "keep/chain.html", context)


@guarded(AT_TABLE)
def chain_lines(request: Request, agreement: UUID) -> StreamingHttpResponse:
    """The events as they were written, a line each: what `klaar ledger` reads."""
    find_version(request)
    lines = DatabaseStore(agreement).lines()
    response = StreamingHttpResponse((f"{line}\n" for line in lines), content_type="application/jsonl")
    response.headers["Content-Disposition"] = 'attachment; filename="events.jsonl"'
    return response


@guarded(AT_TABLE)
def chain_folder(request: Request, agreement: UUID) -> HttpResponse:
    """The whole ledger as a folder in a ZIP, for `klaar ledger` on another computer."""
    standing = standing_of(find_version(request))
    response = HttpResponse(
        ledger_zip(standing, (get_language() or "en")[:2]), content_type="application/zip"
    )
    response.headers["Content-Disposition"] = 'attachment; filename="klaar-ledger.zip"'
    return response


@guarded(OWNERS, change=OWNERS)
def keeping(request: Request, agreement: UUID) -> HttpResponse:
    """Whose holidays and clocks count, and the first day."""
    version = find_version(request)
    ledger = Ledger.objects.filter(agreement=agreement).first() or Ledger()
    begun = ledger.begun or fact_day(version, "start")
    first = {"country": ledger.country, "zone": ledger.zone, "begun": begun}
    form = Keeping(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        lock(agreement)
        Ledger.objects.filter(agreement=agreement).update(**form.cleaned_data)
        request.done = "keeping_set"
        return redirect("keep", agreement=agreement)
    status = 422 if request.method == "POST" else 200
    return render(request, "keep/keeping.html", {"version": version, "form": form}, status=status)
