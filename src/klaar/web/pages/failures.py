"""The pages that Django asks for when something is wrong."""

import errno
import sys
from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.template.loader import render_to_string
from django.utils.translation import gettext

from klaar.web.guard.refusals import REASONS, refusal_page
from klaar.web.guard.said import words_said

_FULL = (errno.ENOSPC, errno.EDQUOT)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: there is nothing, or it is not yours."""
    return refusal_page(request, "not_found")


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: at the table, but with another role."""
    return refusal_page(request, "not_allowed")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the browser sent something odd."""
    return _plain_page(request, "bad_request")


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form from another session."""
    return _plain_page(request, "csrf")


def unexpected(request: HttpRequest) -> HttpResponse:
    """500 and its kin: a full disk, a busy database, a lost connection, or a fault of ours."""
    return _plain_page(request, cause_of(sys.exc_info()[1]))


def cause_of(error: Any) -> str:
    """The key of `REASONS` for an error: "disk_full", "busy", "too_large", "bad_request", "unexpected"."""
    said = str(error).lower()
    if getattr(error, "errno", None) in _FULL or "disk is full" in said or type(error).__name__ == "DiskFull":
        return "disk_full"
    if isinstance(error, DatabaseError) and ("locked" in said or "deadlock" in said):
        return "busy"
    return "bad_request" if isinstance(error, UnreadablePostError) else "unexpected"


def _plain_page(request: HttpRequest, code: str) -> HttpResponse:
    """A page that asks nothing of the database or of a session, for these may be what is broken."""
    reason = REASONS[code]
    context = {
        "title": reason.title,
        "what": reason.what,
        "brand": gettext("Klaar"),
        "said": words_said(request),
    }
    return HttpResponse(render_to_string("klaar/plain_refusal.html", context), status=reason.status)
