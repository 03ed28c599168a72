"""The page of a measured level."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext

from klaar.ledger.errors import LedgerError
from klaar.ledger.levels import LevelError
from klaar.ledger.levels.feelings import Feeling, feeling_event, feelings
from klaar.ledger.levels.showing.teller import Teller
from klaar.web.guard.declare import guarded
from klaar.web.guard.rate import limit
from klaar.web.guard.request import Request
from klaar.web.guard.rules import AT_TABLE, ON_A_SIDE, SIGNERS
from klaar.web.keep.chain.store import DatabaseStore
from klaar.web.keep.evidence import evidence_path, keep_evidence
from klaar.web.keep.levels.forms import Bring, Felt, said
from klaar.web.keep.levels.measuring import Asked, measure_file
from klaar.web.keep.levels.shown import Shown, show_period
from klaar.web.keep.models import Ledger, LevelFile
from klaar.web.keep.record.page import Chosen, choose, context_of


@guarded(AT_TABLE, change=SIGNERS)
def levels(request: Request, agreement: UUID, key: str) -> HttpResponse:
    """Expected, agreed and got for each period; whoever speaks for a side brings the measurements."""
    chosen = choose(request, key)
    ledger = Ledger.objects.filter(agreement=agreement).first() or Ledger()
    last = LevelFile.objects.filter(agreement=agreement, promise=key).first()
    data = (request.POST, request.FILES) if request.method == "POST" else ()
    first = _first(last, chosen)
    form = Bring(*data, zone=ledger.zone, country=ledger.country, until=timezone.now(), initial=first)
    if request.method == "POST" and form.is_valid():
        limit(request, "upload", 60, 3600)
        _keep(request, key, form.cleaned_data)
        request.done, request.about = "measured", {"promise": key}
        messages.success(request, gettext("Measured and kept. Both sides see it."))
        return redirect("levels", agreement=agreement, key=key)
    shown, wrong = _measured(request, chosen, last, ledger) if last else ([], "")
    asked = request.GET.get("period", "")
    period = next((each for each in shown if each.name == asked), shown[-1] if shown else None)
    felt = (
        Felt(initial={"period": period.name, "figure": f"{period.got} ({period.name})"}) if period else None
    )
    context = {
        **context_of(request, chosen),
        "form": form,
        "file": last,
        "shown": shown[-24:],
        "period": period,
        "wrong": wrong,
        "felt": felt,
    }
    return render(request, "keep/levels.html", context, status=422 if request.method == "POST" else 200)


@guarded(change=ON_A_SIDE)
def feel(request: Request, agreement: UUID, key: str) -> HttpResponse:
    """Say that it feels worse than the figure: kept beside it, as a question that waits for an answer."""
    choose(request, key)
    form = Felt(request.POST)
    if form.is_valid():
        limit(request, "talk", 300, 3600)
        told, now = form.cleaned_data, timezone.now()
        feeling = Feeling(now, str(request.seat), request.seat.side, told["words"], told["period"])  # type: ignore[arg-type]
        DatabaseStore(agreement).add(feeling_event(told["token"].hex, key, feeling, told["figure"], now))
        request.done, request.about = "kept_questioned", {"promise": key}
        messages.success(request, gettext("It stands beside the figure now."))
    else:
        messages.error(request, gettext("Nothing was written down."))
    address = reverse("levels", args=[agreement, key])
    return redirect(
        f"{address}?period={form.data.get('period', '')[:40]}" if form.data.get("period") else address
    )


def _first(last: LevelFile | None, chosen: Chosen) -> dict[str, Any]:
    if last:
        return {name: getattr(last, name) for name in ("level", "hours", "maintenance", "expected")}
    return {"level": " ".join(chosen.duty.words.split())[:300], "hours": "24x7"}


def _keep(request: Request, key: str, told: dict[str, Any]) -> None:
    (kept,) = keep_evidence(request.seat, [told["file"]])
    LevelFile.objects.create(
        agreement=request.seat.agreement,
        promise=key,
        sha256=kept.sha256,
        name=kept.name,
        added_by=request.seat,
        **{name: told[name] for name in ("level", "hours", "maintenance", "expected")},
    )


def _measured(request: Request, chosen: Chosen, file: LevelFile, ledger: Ledger) -> tuple[list[Shown], str]:
    """Every period of the file, and what is wrong where it cannot be measured any more."""
    asked = Asked(file.level, file.hours, file.maintenance, ledger.zone, ledger.country)
    try:
        data = evidence_path(request.seat.agreement, file.sha256).read_bytes()
        found, notes = measure_file(data, asked, timezone.now())
    except (LevelError, LedgerError) as error:
        return [], said(error)
    except OSError:
        return [], gettext("The file with the measurements is not there any more.")
    teller, events = Teller((get_language() or "en")[:2], ledger.zone), chosen.standing.events
    return [
        show_period(each, file, feelings(events, chosen.key, each.period.name), notes, teller)
        for each in found
    ], ""
