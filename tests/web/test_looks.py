"""Two inks of an organisation: readable, told apart, shown at its tables only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klaar.web.people.theme import (
    _DARK,
    READABLE,
    Inks,
    _colour,
    _mixed,
    contrast,
    is_readable,
    lighter,
    theme_css,
)

INKS = {"client": "#5b2a86", "it": "#0b5d3a"}


@pytest.mark.parametrize(
    ("ink", "readable"),
    [("#1f4e79", True), ("#7a3b12", True), ("#000000", True), ("#ffcc00", False), ("#777777", False)],
)
def test_readable(ink, readable):
    assert is_readable(ink) is readable


@given(st.integers(0, 0xFFFFFF))
def test_every_ink_can_be_read_in_the_dark(number):
    ink = lighter(_colour(f"#{number:06x}"))
    assert contrast(ink, _mixed(ink, _DARK, 0.12)) >= READABLE


def test_contrast_of_black_and_white():
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)


def test_css_names_both_sides_in_both_modes():
    css = theme_css(Inks(**INKS))
    assert css.count("--it:") == css.count("--client-wash:") == 2
    assert "--it: #0b5d3a;" in css


@pytest.mark.django_db
def test_the_tables_of_an_organisation_get_its_inks(table):
    address = f"/organisations/{table.organisation.slug}/looks/"
    assert table["owner"].post(address, INKS).status_code == 302
    shown = table["other_side"].get(table.url()).content.decode()
    assert "/theme/0b5d3a-5b2a86.css" in shown
    sheet = table["anonymous"].get("/theme/0b5d3a-5b2a86.css")
    assert "immutable" in sheet.headers["Cache-Control"]
    table["owner"].post(address, {"act": "reset"})
    assert "/theme/" not in table["owner"].get(table.url()).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "inks",
    [
        {"client": "#ffee00", "it": "#1f4e79"},
        {"client": "#1f4e79", "it": "#1f4e7a"},
        {"client": "red;}", "it": "#1f4e79"},
    ],
)
def test_inks_that_shut_people_out_are_refused(table, inks):
    response = table["owner"].post(f"/organisations/{table.organisation.slug}/looks/", inks)
    assert response.status_code == 422
    table.organisation.refresh_from_db()
    assert table.organisation.theme == {}
