"""Every address, asked by every kind of person: who may not come in gets what the rule says, never a page."""

import re

import pytest
from django.db import transaction
from tests.web.addresses import SENT, fill
from tests.web.seating import PEOPLE

from klaar.web.guard.checks import Route, every_view_has_a_rule, routes
from klaar.web.guard.outsiders import OUTSIDERS

pytestmark = pytest.mark.django_db

_AT_TABLE = {"owner", "signer", "reader", "mediator", "other_side", "link"}
_ON_A_SIDE = _AT_TABLE - {"mediator"}
_SIGNERS = {"owner", "signer", "other_side", "link"}
_OWNERS = {"owner", "other_side"}
_WITH_ACCOUNT = set(PEOPLE) - {"anonymous", "link", "expired_link", "revoked_link"}

LETS_IN = {
    "anyone": set(PEOPLE),
    "known": _WITH_ACCOUNT | {"link"},
    "person": _WITH_ACCOUNT,
    "admin": {"admin"},
    "openers": {"owner", "colleague", "other_organisation"},
    "members": {"owner", "colleague"},
    "organisers": {"owner"},
    "at_table": _AT_TABLE,
    "on_a_side": _ON_A_SIDE,
    "signers": _SIGNERS,
    "owners": _OWNERS,
    "token": set(),
}
"""By the name of a rule: whom it lets in."""

_NOTHING_THERE = {"picture", "brief", "api:nowhere"}
"""Addresses at which nothing stands for anyone: a text has no picture, and the form asked for is none."""
NARROWER = {
    "new_link": ({"owner"}, "404"),
    "revoke_link": ({"owner"}, "404"),
    "remove_seat": ({"owner"}, "404"),
    "decide": ({"signer"}, "403"),
    "settle": ({"owner", "signer", "reader"}, "403"),
    "answer_choice": ({"owner", "signer"}, "403"),
    "note": ({"owner", "signer", "reader"}, "404"),
    "check": (set(), "404"),
}
"""Views that let in fewer than their rule: whom, and what the others get. The seat is the client's reader's, the question and the note are of the client,
nobody has begun a check,
the change was asked for by the client's signer."""

_SEATED = {"on_a_side", "signers", "owners"}


def test_every_view_declares_a_rule():
    assert every_view_has_a_rule(None) == []


def test_an_undeclared_view_is_an_error(settings):
    settings.ROOT_URLCONF = "tests.web.open_door"
    assert [each.id for each in every_view_has_a_rule(None)] == ["klaar.E001"]


def test_an_undeclared_view_is_not_run(client, settings):
    settings.ROOT_URLCONF = "tests.web.open_door"
    client.raise_request_exception = False
    assert b"inside" not in client.get("/door/").content


@pytest.mark.parametrize("person", PEOPLE)
def test_who_may_come_in(table, person):
    wrong = []
    for route in routes():
        if route.name in OUTSIDERS and person in LETS_IN[_rule(route)]:
            continue  # what happens behind the door of a library is its own affair
        for method in ("get", "post"):
            told = _ask(table, person, route, method)
            if told != _expected(route, method, person):
                wrong.append((route.name, method, told, _expected(route, method, person)))
    assert wrong == []


def _rule(route: Route) -> str:
    assert route.guard is not None
    rule = route.guard.see or route.guard.change
    assert rule is not None
    return rule.name


def _ask(table, person: str, route: Route, method: str) -> str:
    """How the door answered: "in", or the status of who was not let in."""
    with transaction.atomic():
        response = getattr(table[person], method)(fill(route, table), SENT.get(route.name, {}))
        transaction.set_rollback(True)
    if response.status_code == 302 and re.match(r"/account/login/\?next=", response.headers["Location"]):
        return "sign in"
    if response.status_code == 401:
        return "no key"
    return str(response.status_code) if response.status_code in (403, 404, 405) else "in"


def _expected(route: Route, method: str, person: str) -> str:
    assert route.guard is not None
    guard = route.guard
    rule = guard.see if method == "get" else guard.change
    known = rule or guard.see or guard.change
    assert known is not None
    if known.name == "token":
        return "no key"
    if route.name in _NOTHING_THERE and rule and person in LETS_IN[known.name]:
        return "404"
    few, told = NARROWER.get(route.name, (LETS_IN[known.name], ""))
    if rule and person in LETS_IN[known.name] - few and (told != "404" or guard.see in (None, rule)):
        return told
    if person in LETS_IN[known.name]:
        return "in" if rule else "405"
    if known.name in ("person", "known") or (known.name == "openers" and person not in _WITH_ACCOUNT):
        return "sign in"
    if (known.name in _SEATED and person in _AT_TABLE) or (
        known.name == "organisers" and person == "colleague"
    ):
        return "403"
    return "404"
