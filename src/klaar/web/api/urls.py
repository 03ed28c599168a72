"""The addresses of the API, each behind its guard."""

from collections.abc import Iterator
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path
from ninja.operation import PathView

from klaar.web.api.door import guard_for
from klaar.web.api.failing import catch_all
from klaar.web.api.openapi import new_api
from klaar.web.api.operations import agreements, history, jobs, notes, promises, questions, reading
from klaar.web.api.problems import Wrong, problem
from klaar.web.guard.declare import View, guarded
from klaar.web.guard.rules import ANYONE

app_name = "api"
api = new_api()
for _router in (agreements, jobs, reading, promises, questions, notes, history):
    api.add_router("", _router.router)
catch_all(api)


@guarded(ANYONE)
def description(request: HttpRequest) -> HttpResponse:
    """The description of the API, for everyone: it says nothing about any agreement."""
    return api.create_response(request, api.get_openapi_schema(), status=200)


@guarded(ANYONE, change=ANYONE)
def nowhere(request: HttpRequest, rest: str = "") -> HttpResponse:
    """What is no address of the API."""
    return problem(request, Wrong("not_found"))


def _behind_guard(view: PathView) -> View:
    """The view of an address: whole or not at all, its use in the log, HEAD as GET, only what it can read."""
    answer = view.get_view()
    guard = guard_for(view)
    takes = _takes(view)

    @wraps(answer)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        method, request.method = request.method, "GET" if request.method == "HEAD" else request.method
        sent = request.content_type if request.META.get("CONTENT_LENGTH") not in (None, "", "0") else ""
        if sent and request.method in takes and sent != takes[request.method]:
            return problem(request, Wrong("media_type"))
        response: HttpResponseBase = answer(request, *args, **kwargs)
        request.method = method
        return response

    behind = guarded(guard.see, change=guard.change)(run)
    behind.klaar_guard = guard  # type: ignore[attr-defined]
    return behind


def _takes(view: PathView) -> dict[str, str]:
    """By method the form in which its operation takes what is sent."""
    told = {}
    for each in view.operations:
        sources = {model.__ninja_param_source__ for model in each.models}
        form = "multipart/form-data" if "file" in sources else "application/json" if "body" in sources else ""
        told.update(dict.fromkeys(each.methods, form) if form else {})
    return told


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
