"""What every answer of the API has in common, also one that was made before the API itself was reached."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_vary_headers

from klaar.web.api.problems import PROBLEM_TYPE, Wrong, code_of, problem
from klaar.web.api.tags import tag_of_bytes

VERSION = "1.0.0"
"""Of the API (semantic versioning); its first number stands in the address."""
ROOT = "/api/"
_OPEN = "/openapi.json"


class ApiAnswers:
    """Puts the version, the turns left and the ETag on an answer, and makes every error a problem (RFC 9457)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer; what is not of the API is left as it is."""
        response = self._get_response(request)
        if not request.path.startswith(ROOT) or not isinstance(response, HttpResponse):
            return response
        if response.status_code >= 400 and response.headers.get("Content-Type") != PROBLEM_TYPE:
            response = _as_problem(request, response)
        response = _tagged(request, response)
        for name, value in getattr(request, "left", {}).items():
            response.headers.setdefault(name, value)
        response.headers["API-Version"] = VERSION
        if request.path.endswith(_OPEN):
            response.headers["Access-Control-Allow-Origin"] = "*"
            response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        patch_vary_headers(response, ("Accept-Language", "Authorization"))
        return response


def _as_problem(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """A page that says what is wrong, as a problem in the same language."""
    language = response.headers.get("Content-Language") or translation.get_language_from_request(request)
    with translation.override(language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE):
        told = problem(request, Wrong(code_of(response.status_code)))
        told.headers["Content-Language"] = translation.get_language()
    told.status_code = response.status_code
    for name in ("Allow", "Retry-After", "WWW-Authenticate"):
        if name in response.headers:
            told.headers[name] = response.headers[name]
    return told


def _tagged(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """An answer to looking with its ETag; 304 where the reader has it already."""
    if request.method not in ("GET", "HEAD") or response.status_code != 200:
        return response
    response.headers.setdefault("ETag", tag_of_bytes(response.content))
    same = get_conditional_response(request, etag=response.headers["ETag"], response=response)
    return same if isinstance(same, HttpResponse) else response
