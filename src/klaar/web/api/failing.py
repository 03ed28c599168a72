"""Errors inside an operation, as problems."""

import logging
from collections.abc import Callable
from typing import Any

from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from klaar.web.api.problems import Wrong, code_of, problem
from klaar.web.api.wrong_input import wrong_parts
from klaar.web.guard.refusals import Refusal
from klaar.web.pages.failures import cause_of

_log = logging.getLogger(__name__)
_UNREADABLE: tuple[type[Exception], ...] = (
    BadRequest,
    SuspiciousOperation,
    MultiPartParserError,
    UnreadablePostError,
)


def catch_all(api: NinjaAPI) -> None:
    """Every error of an operation becomes a problem; nothing of ours is told in it."""
    _catch(api, Wrong, lambda error: error)
    _catch(api, Refusal, lambda error: Wrong(error.code))
    _catch(api, Http404, lambda error: Wrong("not_found"))
    _catch(api, PermissionDenied, lambda error: Wrong("not_allowed"))
    _catch(api, ValidationError, lambda error: Wrong("invalid", errors=wrong_parts(error.errors)))
    _catch(api, AuthenticationError, lambda error: Wrong("token_missing"))
    _catch(api, HttpError, lambda error: Wrong(code_of(error.status_code)))
    for kind in _UNREADABLE:
        _catch(api, kind, lambda error: Wrong("unreadable"))
    for kind in (DatabaseError, OSError, Exception):
        _catch(api, kind, _ours)


def _ours(error: Any) -> Wrong:
    code = cause_of(error)
    if code == "unexpected":
        _log.error("an operation of the API failed", exc_info=error)
    return Wrong("unreadable" if code == "bad_request" else code)


def _catch(api: NinjaAPI, kind: type[Exception], make: Callable[[Any], Wrong]) -> None:
    def answer(request: HttpRequest, error: Any) -> HttpResponse:
        return problem(request, make(error))

    api.add_exception_handler(kind, answer)
