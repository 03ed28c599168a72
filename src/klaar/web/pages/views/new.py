"""A new agreement: from a person's files, or from the example."""

from collections.abc import Sequence
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from klaar.web.guard.declare import guarded
from klaar.web.guard.rate import limit
from klaar.web.guard.request import person
from klaar.web.guard.rules import OPENERS
from klaar.web.jobs.run import ask_reading
from klaar.web.jobs.worker import wake
from klaar.web.pages.example import example_for
from klaar.web.pages.forms import NewAgreement
from klaar.web.pages.views.front import organisations_of
from klaar.web.people.models import Organisation
from klaar.web.store.files import StoredFile, store_file
from klaar.web.store.models import Version
from klaar.web.store.opening import open_agreement, same_files


@guarded(OPENERS, change=OPENERS)
def new(request: HttpRequest) -> HttpResponse:
    """Choose the files; they are kept, and read at once."""
    organisations = list(organisations_of(request))
    form = NewAgreement(organisations, request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "klaar/new.html", {"form": form}, status=status)
    limit(request, "upload", 60, 3600)
    organisation: Organisation = form.cleaned_data["organisation"]
    files = keep_uploads(form.cleaned_data["files"], organisation)
    known = same_files(person(request), organisation, files)
    if known and not form.cleaned_data["again"]:
        return render(request, "klaar/new.html", {"form": form, "known": known}, status=409)
    return _begin(open_agreement(person(request), organisation, files))


@guarded(change=OPENERS)
def example(request: HttpRequest) -> HttpResponse:
    """Open the example agreement, with its sides already set."""
    organisation = organisations_of(request)[0]
    limit(request, "example", 20, 3600)
    chosen = example_for(getattr(request, "LANGUAGE_CODE", "en"))
    with chosen.path.open("rb") as file:
        stored = store_file(iter(lambda: file.read(1 << 20), b""), chosen.path.name, organisation.pk)
    version = open_agreement(person(request), organisation, [stored], title=chosen.title, side="client")
    version.it_names, version.client_names = [chosen.it], [chosen.client]
    version.save(update_fields=["it_names", "client_names"])
    version.agreement.is_example = True
    version.agreement.save(update_fields=["is_example"])
    return _begin(version)


def keep_uploads(uploads: "Sequence[UploadedFile[Any]]", organisation: Organisation) -> list[StoredFile]:
    """The uploaded files on disk."""
    return [store_file(each.chunks(), each.name or "", organisation.pk) for each in uploads]


def _begin(version: Version) -> HttpResponse:
    ask_reading(version)
    transaction.on_commit(wake)
    return redirect("reading", agreement=version.agreement_id)
