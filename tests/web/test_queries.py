"""A page asks the database no more of a large agreement than of a small one, and never much."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web.addresses import fill
from tests.web.crowd import fill_up, more_agreements

from klaar.web.guard.checks import routes

pytestmark = pytest.mark.django_db
MOST = 45
"""Queries of a page, those of the session, the seat, the steps of the way and the log included."""
OF_ALL_PAGES = {
    "table",
    "findings",
    "questions",
    "understand",
    "confirming",
    "changes",
    "people",
    "corrections",
}
OF_ALL_PAGES |= {
    "versions",
    "take",
    "promise",
    "source",
    "not_covered",
    "log",
    "agreements",
    "members",
    "sign",
}


def _queries(table, path: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        response = table["owner"].get(path)
    assert response.status_code == 200, path
    return len(asked)


def test_queries_do_not_grow(table):
    paths = {route.name: fill(route, table) for route in routes() if route.name in OF_ALL_PAGES}
    small = {name: _queries(table, path) for name, path in paths.items()}
    fill_up(table.version, 150)
    more_agreements(table.version, 5, 20)
    large = {name: _queries(table, path) for name, path in paths.items()}
    assert set(paths) == OF_ALL_PAGES
    assert {name: number for name, number in large.items() if number > MOST} == {}
    assert {name: (small[name], large[name]) for name in paths if large[name] > small[name] + 2} == {}
