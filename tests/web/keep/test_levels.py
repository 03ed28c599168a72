"""A level on the page: expected, agreed and got beside each other, what is left, and how it feels."""

import pytest

from klaar.web.keep.models import LevelFile

pytestmark = pytest.mark.django_db

LEVEL = "99,5%"
GREEN = "start,end,state\n2026-03-01 00:00,2026-03-10 09:00,up\n2026-03-10 09:00,2026-03-10 09:30,down\n2026-03-10 09:30,2026-04-01 00:00,up\n"
RED = GREEN.replace("09:30", "15:00")


def _bring(keeping, text, who="other_side", **more):
    return keeping.measure(keeping.key(LEVEL), text.encode(), who, **more)


def _page(keeping, who="owner", below=""):
    return " ".join(keeping.page(who, f"promises/{keeping.key(LEVEL)}/levels/{below}").split())


def test_expected_agreed_and_got_lie_beside_each_other(keeping):
    assert "Er is nog niets gemeten" in _page(keeping)
    assert _bring(keeping, GREEN).status_code == 302
    page = _page(keeping)
    assert "Het doet het altijd." in page
    assert "99,5" in page
    assert "99,93" in page
    assert "gehaald" in page
    assert "3 u" in page  # of a month of 743 hours (the clock goes forward) half a percent, less half an hour


def test_a_level_that_was_missed_says_so(keeping):
    _bring(keeping, RED)
    assert "niet gehaald" in _page(keeping)


def test_a_green_level_over_an_unhappy_user_is_shown_as_such(keeping):
    _bring(keeping, GREEN)
    told = {"token": "0b6e1a0e-5f9f-4a86-9b8b-2d1b8a8a8a11", "period": "2026-03", "figure": "99,93 %",
            "words": "Elke maandagochtend is het traag."}  # fmt: skip
    address = keeping.table.url(f"keep/promises/{keeping.key(LEVEL)}/levels/felt/")
    for _ in range(2):
        assert keeping.table["reader"].post(address, told).status_code == 302
    page = _page(keeping, "other_side", "?period=2026-03")
    assert "Elke maandagochtend is het traag." in page
    assert "en toch voelt het slechter" in page
    assert keeping.events("kind", "side") == [("questioned", "client")]
    assert keeping.table["mediator"].post(address, told).status_code == 403


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("", {}),
        ("dit,is,niets\n1,2,3\n", {}),
        ("start,end,state\n2026-03-02 00:00,2026-03-01 00:00,up\n", {}),
        (GREEN, {"level": "zo goed mogelijk"}),
        (GREEN, {"level": "95 % binnen 4 uur"}),
        (GREEN, {"hours": "soms"}),
    ],
)
def test_what_cannot_be_measured_is_said_and_not_kept(keeping, text, more):
    response = _bring(keeping, text, **more)
    assert response.status_code == 422
    assert "errorlist" in response.content.decode()
    assert not LevelFile.objects.exists()


def test_only_who_speaks_for_a_side_brings_measurements(keeping):
    assert _bring(keeping, GREEN, "reader").status_code == 403
    assert _bring(keeping, GREEN, "colleague").status_code == 404
    assert "Metingen brengen" not in _page(keeping, "reader")
