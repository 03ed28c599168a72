"""At every start: no address without a rule."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from django.core.checks import CheckMessage, Error, register
from django.urls import URLPattern, URLResolver, get_resolver

from klaar.web.guard.declare import Guard
from klaar.web.guard.outsiders import OUTSIDERS


class Route(NamedTuple):
    """One address: its name, its pattern and the view's own declaration."""

    name: str
    pattern: str
    guard: Guard | None


def routes() -> Iterator[Route]:
    """Every address of this installation."""
    yield from _walk(get_resolver().url_patterns, "", "")


def _walk(patterns: Sequence[URLPattern | URLResolver], above: str, space: str) -> Iterator[Route]:
    for each in patterns:
        pattern = above + str(each.pattern)
        if isinstance(each, URLResolver):
            inner = f"{space}{each.namespace}:" if each.namespace else space
            yield from _walk(each.url_patterns, pattern, inner)
        else:
            name = f"{space}{each.name}" if each.name else ""
            own = getattr(each.callback, "klaar_guard", None)
            yield Route(name, pattern, own or OUTSIDERS.get(name))


@register()
def every_view_has_a_rule(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """An error for each view that declares no rule, so that nothing starts with an open door."""
    return [
        Error(f"{route.pattern} ({route.name or 'no name'}) declares no rule", id="klaar.E001")
        for route in routes()
        if route.guard is None or (route.guard.see is None and route.guard.change is None)
    ]
