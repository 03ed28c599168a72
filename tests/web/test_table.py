"""The table: who does what, and the source beside it."""

import pytest

pytestmark = pytest.mark.django_db


def test_table_shows_both_lanes_own_first(table):
    page = table["owner"].get(table.url()).content.decode()
    assert page.index("15 januari 2027") < page.index("1 maart 2027")
    assert page.index('class="lane client own"') < page.index('class="lane it across"')
