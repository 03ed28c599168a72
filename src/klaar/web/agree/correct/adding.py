"""Adding a promise by choosing its words, and all corrections together."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render

from klaar.web.agree.correct import change
from klaar.web.agree.correct.forms import Correct
from klaar.web.agree.correct.gold import gold_lines
from klaar.web.agree.correct.history import steps
from klaar.web.agree.correct.text import Found, WordsError, find_words
from klaar.web.guard.declare import guarded
from klaar.web.guard.request import Request
from klaar.web.guard.rules import AT_TABLE, SIGNERS
from klaar.web.store.models import SourcePage
from klaar.web.table.find import find_version

_PER_PAGE = 50


@guarded(SIGNERS, change=SIGNERS)
def add(request: Request, agreement: UUID, document: int, position: int) -> HttpResponse:
    """Make a promise of words that were chosen in the source."""
    version = find_version(request)
    page = get_object_or_404(SourcePage, version=version, document=document, position=position)
    words = (request.POST or request.GET).get("words", "")[:5000]
    found, error = _found(page, words)
    form = Correct(request.POST or None, initial={"bearer": request.seat.side or "it", "kind": "obligation"})
    if request.method == "POST" and found and form.is_valid():
        promise = change.add(version, found, form.fields_of(), request.seat, form.cleaned_data["why"])
        request.done, request.about = "added", {"promise": promise.key}
        return redirect("promise", agreement=agreement, key=promise.key)
    context = {"version": version, "page": page, "form": form, "found": found, "words": words, "error": error}
    return render(request, "agree/add.html", context, status=422 if request.method == "POST" else 200)


def _found(page: SourcePage, words: str) -> tuple[Found | None, str]:
    if not words.strip():
        return None, ""
    try:
        return find_words(page, words), ""
    except WordsError as error:
        return None, error.code


@guarded(AT_TABLE)
def corrections(request: Request, agreement: UUID) -> HttpResponse:
    """Everything that people corrected, the last first."""
    version = find_version(request)
    rows = version.corrections.select_related("made_by").prefetch_related("promises").order_by("-made", "-id")
    page = Paginator(rows, _PER_PAGE).get_page(request.GET.get("page"))
    context = {"version": version, "page": page, "steps": steps(page), "files": version.reading.documents}
    return render(request, "agree/corrections.html", context)


@guarded(AT_TABLE)
def gold(request: Request, agreement: UUID, document: int) -> HttpResponseBase:
    """The corrected reading of one file in the form of the gold labels."""
    version = find_version(request)
    if document >= len(version.reading.documents):
        raise Http404
    response = StreamingHttpResponse(
        gold_lines(version, document), content_type="application/jsonl; charset=utf-8"
    )
    response.headers["Content-Disposition"] = f'attachment; filename="klaar-{document}.jsonl"'
    return response
