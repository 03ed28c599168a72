"""Why something cannot be done now, told on a page of its own."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

from klaar.web.guard.said import way_back, words_said


class Refused(NamedTuple):
    """One reason: the status of the answer, what is wrong, and what to do."""

    status: int
    title: str | Lazy
    what: str | Lazy


REASONS = {
    "too_many": Refused(
        429,
        _("Too many tries"),
        _("This was tried too often in a short time. Wait a few minutes and try again."),
    ),
    "changed": Refused(
        409,
        _("Someone else was first"),
        _(
            "This was changed by someone else while you were looking at it. Look at what stands there now, then decide again. Nothing of it was saved."
        ),
    ),
    "sealed": Refused(
        409,
        _("Already signed"),
        _(
            "This version has been signed by both sides and does not change any more. Make a new version to change something."
        ),
    ),
    "unconfirmed": Refused(
        409,
        _("Not everything is confirmed"),
        _("Your side signs once it has confirmed everything that it must do, with or without a reservation."),
    ),
    "not_open": Refused(
        409,
        _("Not on the table yet"),
        _("This agreement has not been read yet, or its sides have not been confirmed."),
    ),
    "link_expired": Refused(
        410,
        _("This link has expired"),
        _("A link works for a limited time. Ask the person who invited you for a new one."),
    ),
    "link_revoked": Refused(
        410,
        _("This link was withdrawn"),
        _("The person who invited you has withdrawn this link. Ask them if you still need it."),
    ),
    "link_used": Refused(
        410,
        _("This link was already used"),
        _("This link works once, and it has been used. If that was you, sign in with your e-mail address."),
    ),
    "link_broken": Refused(
        404,
        _("This link is not complete"),
        _("Copy the whole link from the message, up to its last character, and try again."),
    ),
    "not_written": Refused(
        503,
        _("This could not be written"),
        _(
            "It took more time or memory than this installation allows. Take the promises along in another form."
        ),
    ),
    "too_large": Refused(
        413,
        _("This is too large"),
        _(
            "Together the files are larger than this installation allows. Leave out what is no part of the agreement, or ask the administrator."
        ),
    ),
    "disk_full": Refused(
        507,
        _("There is no room left"),
        _(
            "The disk of this installation is full, so nothing was saved; what was there before is intact. Tell the administrator, and try again later."
        ),
    ),
    "busy": Refused(
        503,
        _("Very busy right now"),
        _("Too many people were saving at the same moment. Nothing was saved: go back and try again."),
    ),
    "csrf": Refused(
        403,
        _("This form was open too long"),
        _(
            "For safety a form only works in the browser session in which it was opened. Go back, reload the page and send it again."
        ),
    ),
    "bad_request": Refused(
        400,
        _("This could not be understood"),
        _("The browser sent something that is not right here. Go back, reload the page and try again."),
    ),
    "not_allowed": Refused(
        403,
        _("Not with your role"),
        _(
            "You can see this agreement, but your role does not allow this. The owner on your side can change that."
        ),
    ),
    "not_found": Refused(
        404,
        _("There is nothing here"),
        _("This page does not exist, or it is not yours to see."),
    ),
    "unexpected": Refused(
        500,
        _("Something went wrong"),
        _(
            "This should not have happened; it has been written down for the administrator. Nothing was saved. Go back and try again."
        ),
    ),
}


class Refusal(Exception):
    """Raised by a view that cannot go on; `code` is a key of `REASONS`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def refusal_page(request: HttpRequest, code: str) -> HttpResponse:
    """The page that tells it, with what was written and the way back to where that was."""
    reason = REASONS[code]
    context = {"code": code, "title": reason.title, "what": reason.what, "said": words_said(request)}
    if getattr(request, "seat", None):
        context["back"] = way_back(request)
    return render(request, "klaar/refusal.html", context, status=reason.status)
