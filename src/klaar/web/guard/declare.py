"""How a view says who may look and who may change."""

from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple

from django.db import transaction
from django.http import HttpRequest, HttpResponseBase, HttpResponseNotAllowed
from django.urls import ResolverMatch

from klaar.web.guard.request import Request
from klaar.web.guard.rules import Rule
from klaar.web.store.log import log_request

View = Callable[..., HttpResponseBase]
SAFE = ("GET", "HEAD", "OPTIONS")


class Guard(NamedTuple):
    """The rules of one view: `see` for looking, `change` for sending; None where that does not exist."""

    see: Rule | None
    change: Rule | None

    def rule_for(self, method: str | None) -> Rule | None:
        """The rule for a method; None where the view does not know it."""
        return self.see if method in SAFE else self.change if method == "POST" else None

    def not_allowed(self) -> HttpResponseBase:
        """The answer to a method that the view does not know."""
        methods = [*(("GET", "HEAD") if self.see else ()), *(("POST",) if self.change else ())]
        return HttpResponseNotAllowed(methods)


def guarded(
    see: Rule | None = None, *, change: Rule | None = None, log: bool = True
) -> Callable[[View], View]:
    """Declare the rules of a view: `@guarded(AT_TABLE, change=SIGNERS)`.

    What a view changes is saved whole or, when it answers with an error, not at all. With a seat at a table
    every answer is written in the agreement's log, unless `log` is off (pictures, parts of a page).
    """

    def declare(view: View) -> View:
        @wraps(view)
        def run(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.method in SAFE:
                return _logged(view(request, *args, **kwargs), request, log)
            with transaction.atomic():
                response = _logged(view(request, *args, **kwargs), request, log)
                if response.status_code >= 400:
                    transaction.set_rollback(True)
            return response

        run.klaar_guard = Guard(see, change)  # type: ignore[attr-defined]
        return run

    return declare


def _logged(response: HttpResponseBase, request: HttpRequest, log: bool) -> HttpResponseBase:
    if log and response.status_code < 400 and hasattr(request, "seat"):
        log_request(request)
    return response


def guard_of(match: ResolverMatch) -> Guard | None:
    """What the view behind an address declares; for views of libraries what `outsiders` says."""
    from klaar.web.guard.outsiders import OUTSIDERS  # noqa: PLC0415

    own: Guard | None = getattr(match.func, "klaar_guard", None)
    return own or OUTSIDERS.get(match.view_name)


__all__ = ["Guard", "Request", "guard_of", "guarded"]
