"""The middleware that lets in who may come in: by default nobody."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponseBase

from klaar.web.guard.declare import guard_of
from klaar.web.guard.refusals import Refusal, refusal_page


class Doorkeeper:
    """Asks the rule of every view before the view runs, and tells refusals on a page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Nothing happens here: rules need the view, which is known later."""
        return self._get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], args: Any, kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """None for who may come in; the answer for who may not."""
        match = request.resolver_match
        guard = guard_of(match) if match else None
        if guard is None:
            raise ImproperlyConfigured(f"{request.path}: this view declares no rule")
        rule = guard.rule_for(request.method)
        if rule is None:
            admitted = (guard.see or guard.change).admit(request, kwargs)  # type: ignore[union-attr, arg-type]
            return admitted or guard.not_allowed()
        return rule.admit(request, kwargs)  # type: ignore[arg-type]

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponseBase | None:
        """The page for a view that refused; other errors go on."""
        return refusal_page(request, error.code) if isinstance(error, Refusal) else None
