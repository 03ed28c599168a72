"""A request as our views get it, after the doorkeeper let it in."""

from typing import Any

from django.http import HttpRequest

from klaar.web.people.models import Organisation, User
from klaar.web.store.models import Membership


class Request(HttpRequest):
    """A request with what its rule found: the seat at a table, or the organisation.

    `done` and `about` are what the log says of a change; a view may fill them in.
    """

    seat: Membership
    organisation: Organisation
    done: str
    about: dict[str, Any]


def person(request: HttpRequest) -> User:
    """Who is signed in; only for views whose rule asks for a person."""
    if not isinstance(request.user, User):
        raise TypeError("this view's rule lets in people without an account")
    return request.user
