"""What someone wrote in a form that could not be saved, so that it is not lost; and the way back to it."""

from django.http import HttpRequest, UnreadablePostError
from django.urls import NoReverseMatch, reverse

_SHORT = 3
_LONGEST = 4000
_NOT_WORDS = ("csrfmiddlewaretoken", "password", "seen", "back", "act", "state", "next", "credential", "code")


def words_said(request: HttpRequest) -> list[str]:
    """The words of a form, as they were sent; no passwords, no keys, no choices from a list."""
    if request.method != "POST":
        return []
    try:
        sent = [(name, value) for name, values in request.POST.lists() for value in values]
    except (UnreadablePostError, OSError, ValueError):
        return []
    return [
        value[:_LONGEST]
        for name, value in sent
        if isinstance(value, str) and not name.startswith(_NOT_WORDS) and _is_written(value)
    ]


def way_back(request: HttpRequest) -> str:
    """The address of the promise or the table that a form was about; "" for none."""
    slots = request.resolver_match.kwargs if request.resolver_match else {}
    try:
        if "agreement" in slots and "key" in slots:
            return reverse("promise", args=[slots["agreement"], slots["key"]])
        return reverse("table", args=[slots["agreement"]]) if "agreement" in slots else ""
    except NoReverseMatch:
        return ""


def _is_written(value: str) -> bool:
    """Written by a person, not chosen: a choice or a number is one short word."""
    words = value.split()
    return len(words) >= _SHORT or (len(words) > 1 and len(value) > 2 * _SHORT)
