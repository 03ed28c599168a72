"""The versions of an agreement: a new one, and what changed in it."""

from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from klaar.web.guard.declare import guarded
from klaar.web.guard.rate import limit
from klaar.web.guard.refusals import Refusal
from klaar.web.guard.request import Request
from klaar.web.guard.rules import AT_TABLE, OWNERS
from klaar.web.jobs.run import ask_reading
from klaar.web.jobs.worker import wake
from klaar.web.pages.forms import NewVersion
from klaar.web.pages.views.new import keep_uploads
from klaar.web.sealing.differ import differences
from klaar.web.store.models import Version
from klaar.web.store.opening import add_version

_BUSY = (Version.State.WAITING, Version.State.READING, Version.State.SIDES)


@guarded(AT_TABLE, change=OWNERS)
def versions(request: Request, agreement: UUID) -> HttpResponse:
    """All versions; an owner puts a new one on the table."""
    rows = list(Version.objects.filter(agreement=agreement).prefetch_related("files", "sign_offs"))
    form = NewVersion(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        if rows[0].state in _BUSY:
            raise Refusal("not_open")
        limit(request, "upload", 60, 3600)
        files = keep_uploads(form.cleaned_data["files"], request.seat.agreement.organisation)
        made = add_version(request.seat.agreement, request.seat, files)
        made.it_names, made.client_names = rows[0].it_names, rows[0].client_names
        made.save(update_fields=["it_names", "client_names"])
        ask_reading(made)
        transaction.on_commit(wake)
        request.done, request.about = "version_added", {"version": made.number}
        return redirect("reading", agreement=agreement)
    context = {
        "rows": rows,
        "form": form,
        "is_owner": request.seat.role == "owner",
        "busy": rows[0].state in _BUSY,
    }
    return render(request, "sealing/versions.html", context, status=422 if form.is_bound else 200)


@guarded(AT_TABLE)
def compare(request: Request, agreement: UUID, version: int) -> HttpResponse:
    """What changed in a version since the one before it."""
    after = get_object_or_404(Version, agreement=agreement, number=version, opened__isnull=False)
    rows = Version.objects.filter(agreement=agreement, number__lt=version, opened__isnull=False)
    before = rows.order_by("-number").first()
    told = differences(before, after) if before else None
    return render(request, "sealing/compare.html", {"before": before, "after": after, "told": told})
