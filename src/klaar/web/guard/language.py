"""The language of the pages: what someone chose, else what their browser asks for."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import translation


class OwnLanguage:
    """Chooses the language of an answer: from the cookie, else from the browser, else English."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer in that language."""
        language = translation.get_language_from_request(request)
        with translation.override(
            language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        ):
            request.LANGUAGE_CODE = translation.get_language()
            response = self._get_response(request)
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response
