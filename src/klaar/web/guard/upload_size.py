"""What is too large is refused before it is taken in."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from klaar.web.guard.refusals import refusal_page

_FORM = 2_000_000


class UploadSize:
    """Answers 413 to a request that says it is larger than the limit; a form around the files is allowed for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The page that says so, or the answer."""
        said = request.META.get("CONTENT_LENGTH") or "0"
        size = int(said) if said.isdecimal() else 0
        if size > settings.UPLOAD_LIMIT + _FORM:
            return refusal_page(request, "too_large")
        return self._get_response(request)
