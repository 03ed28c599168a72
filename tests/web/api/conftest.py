"""A table with a program for everyone around it."""

import pytest
from tests.web.api.keys import programs


@pytest.fixture
def keys(table):
    """By the kind of person: keys["owner"]("get", "/agreements")."""
    return programs(table)
