"""The tab of keeping stands on the way once, and is marked on every page of keeping."""

import pytest

from klaar.web.keep.urls import urlpatterns
from klaar.web.pages.way import STEPS

PARTS = {"take_back", "evidence", "chain_lines", "chain_folder", "set_feed", "feel", "keep"}
"""Addresses that have no page of their own."""


def test_the_tab_stands_there_once():
    assert [step.url for step in STEPS].count("keep") == 1


@pytest.mark.parametrize("name", sorted(str(each.name) for each in urlpatterns if each.name not in PARTS))
def test_every_page_of_keeping_marks_its_tab(name):
    assert name in next(step for step in STEPS if step.url == "keep").also
