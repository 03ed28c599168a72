"""What to ask before signing, and what was not read."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from klaar.web.guard.declare import guarded
from klaar.web.guard.request import Request
from klaar.web.guard.rules import AT_TABLE
from klaar.web.table.asking import asks, missed
from klaar.web.table.find import find_version

_PER_PAGE = 50


@guarded(AT_TABLE)
def findings(request: Request, agreement: UUID) -> HttpResponse:
    """The findings as questions, what matters most first."""
    version = find_version(request)
    language = (get_language() or "en")[:2]
    found = asks(version.findings.select_related("promise"), language, version.language)
    page = Paginator(found, _PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "table/findings.html", {"version": version, "page": page})


@guarded(AT_TABLE)
def not_covered(request: Request, agreement: UUID) -> HttpResponse:
    """What Klaar did not read, or not surely."""
    version = find_version(request)
    language = (get_language() or "en")[:2]
    found = missed(version.reading.not_covered, language)
    page = Paginator(found, _PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "table/not_covered.html", {"version": version, "page": page})
