"""Why a request cannot be done, as `application/problem+json` (RFC 9457) in the reader's language."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from klaar.web.guard.refusals import REASONS, Refused

PROBLEM_TYPE = "application/problem+json"
_BASE = "urn:problem-type:klaar:"

_OWN = {
    "token_missing": Refused(401, _("No key"), _("Send a key as “Authorization: Bearer klaar_…”.")),
    "token_wrong": Refused(401, _("Unknown key"), _("This key is not known here. Was it copied whole?")),
    "token_expired": Refused(401, _("This key has expired"), _("Make a new one on the page of your account.")),
    "token_revoked": Refused(401, _("This key was withdrawn"), _("Make a new one on the page of your account.")),
    "scope_missing": Refused(
        403, _("Not with this key"), _("The key was not made for this. Make one that may do it.")
    ),
    "not_allowed": Refused(403, _("Not with your role"), _("You sit at this table, but your role does not allow this.")),
    "not_member": Refused(
        403, _("Not your organisation"), _("Only who belongs to the organisation adds agreements to it.")
    ),
    "not_found": Refused(404, _("There is nothing here"), _("It does not exist, or it is not yours to see.")),
    "invalid": Refused(400, _("Something is not right"), _("What was sent does not fit; “errors” says where.")),
    "unreadable": Refused(400, _("Not readable"), _("What was sent is not whole or not well formed.")),
    "method": Refused(405, _("Not in this way"), _("This address does not know that method.")),
    "media_type": Refused(415, _("Not in this form"), _("Send JSON, and files as multipart/form-data.")),
    "stale": Refused(
        412, _("Changed since you read it"), _("Read it again: it is no longer what your If-Match says.")
    ),
    "unconditional": Refused(
        428, _("Say what you saw"), _("Send the ETag of what you read in If-Match, so that nobody’s change is lost.")
    ),
    "same_files": Refused(
        409, _("These files are here already"), _("You have an agreement with exactly these files. Send again=true to add it once more.")
    ),
    "too_many": Refused(429, _("Too many requests"), _("Wait as long as Retry-After says.")),
    "changed": Refused(409, _("Someone else was first"), _("It changed in the meantime. Nothing was saved; read it again.")),
    "unexpected": Refused(
        500, _("Something went wrong"), _("This should not have happened; it was written down. Nothing was saved.")
    ),
}  # fmt: skip
_BY_STATUS = {
    400: "unreadable", 403: "not_allowed", 404: "not_found", 405: "method", 413: "too_large", 429: "too_many",
    500: "unexpected", 503: "busy", 507: "disk_full",
}  # fmt: skip


class Wrong(Exception):
    """Raised where a request cannot be done; `code` is a key here or in `guard.refusals.REASONS`.

    `headers` go with the answer, `errors` say which parts of what was sent do not fit.
    """

    def __init__(
        self, code: str, headers: Mapping[str, str] | None = None, errors: Sequence[Mapping[str, Any]] = ()
    ) -> None:
        super().__init__(code)
        self.code, self.headers, self.errors = code, dict(headers or {}), list(errors)


def code_of(status: int) -> str:
    """The code for an answer that was made elsewhere: 404 is "not_found"."""
    return _BY_STATUS.get(status, "unreadable" if status < 500 else "unexpected")


def status_of(code: str) -> int:
    """The status that goes with a code."""
    return _reason(code).status


def problem(request: HttpRequest, wrong: Wrong) -> HttpResponse:
    """The answer that tells it."""
    reason = _reason(wrong.code)
    told: dict[str, Any] = {
        "type": _BASE + wrong.code.replace("_", "-"),
        "title": str(reason.title),
        "status": reason.status,
        "detail": str(reason.what),
        "instance": request.path,
    }
    if wrong.errors:
        told["errors"] = wrong.errors
    text = json.dumps(told, ensure_ascii=False)
    return HttpResponse(text, status=reason.status, content_type=PROBLEM_TYPE, headers=wrong.headers)


def _reason(code: str) -> Refused:
    return _OWN.get(code) or REASONS[code]
