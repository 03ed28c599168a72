"""The addresses of the API, each behind its guard."""

import json
from collections.abc import Iterator
from functools import cache, wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path
from ninja.operation import PathView

from klaar.web.api.door import guard_for
from klaar.web.api.failing import catch_all
from klaar.web.api.openapi import new_api
from klaar.web.api.operations import (
    agreements,
    history,
    jobs,
    notes,
    promises,
    questions,
    reading,
    versions,
)
from klaar.web.api.problems import Wrong, problem
from klaar.web.api.taking import check_taken, taken_by
from klaar.web.guard.declare import View, guarded
from klaar.web.guard.rules import ANYONE

app_name = "api"
api = new_api()
for _router in (agreements, versions, jobs, reading, promises, questions, notes, history):
    api.add_router("", _router.router)
catch_all(api)


@guarded(ANYONE)
def description(request: HttpRequest) -> HttpResponse:
    """The description of the API, for everyone: it says nothing about any agreement."""
    return HttpResponse(_described(), content_type="application/json")


@cache
def _described() -> str:
    """It is the same for everyone and takes a second to make."""
    return json.dumps(api.get_openapi_schema(), ensure_ascii=False)


@guarded(ANYONE, change=ANYONE)
def nowhere(request: HttpRequest, rest: str = "") -> HttpResponse:
    """What is no address of the API."""
    return problem(request, Wrong("not_found"))


def _behind_guard(view: PathView) -> View:
    """The view of an address: whole or not at all, its use in the log, HEAD as GET, only what it can read."""
    answer = view.get_view()
    guard = guard_for(view)
    taken = taken_by(view)

    @wraps(answer)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        method, request.method = request.method, "GET" if request.method == "HEAD" else request.method
        try:
            check_taken(request, taken)
        except Wrong as wrong:
            return problem(request, wrong)
        response: HttpResponseBase = answer(request, *args, **kwargs)
        request.method = method
        if hasattr(request, "bearer"):  # the log says that it was a program, and with which key
            request.about = {**getattr(request, "about", {}), "key": request.bearer.start}  # type: ignore[attr-defined]
        return response

    behind = guarded(guard.see, change=guard.change)(run)
    behind.klaar_guard = guard  # type: ignore[attr-defined]
    return behind


def _patterns() -> Iterator[URLPattern]:
    """An address for each operation by its own name; those of one address share a view."""
    for router in api._get_bound_routers():
        for where, view in router.path_operations.items():
            behind = _behind_guard(view)
            route = where.lstrip("/").replace("{", "<").replace("}", ">")
            for each in view.operations:
                yield path(route, behind, name=each.view_func.__name__)


urlpatterns = [
    path("openapi.json", description, name="openapi"),
    *_patterns(),
    path("<path:rest>", nowhere, name="nowhere"),
]
