"""Choosing together: a date with its chance, and when both sides are warned."""

import pytest

from klaar.web.dates.agreed import least_of, waiting_for
from klaar.web.dates.models import Choice, Shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def promise(table):
    return table.promise("levert het Systeem")


def _propose(table, promise, level="80", person="owner", **more):
    table[person].get(table.url(f"promises/{promise.key}/date/"))
    said = {"forecast": Shown.objects.latest("pk").pk, "level": level, **more}
    return table[person].post(table.url(f"promises/{promise.key}/date/choose/"), said)


def _answer(table, choice, person, state):
    return table[person].post(table.url(f"dates/choices/{choice.pk}/"), {"state": state})


def test_one_side_proposes_a_day_with_its_chance_and_the_other_accepts(table, promise):
    _propose(table, promise)
    choice = Choice.objects.get()
    assert (choice.percent, choice.side, choice.state) == (80, "client", "open")
    assert choice.day.isoformat() == choice.forecast.record["p80"]
    assert waiting_for(table.seats["link"]) == 1
    assert "Accepteren" in table["link"].get(table.url(f"promises/{promise.key}/date/")).content.decode()
    assert _answer(table, choice, "link", "agreed").status_code == 302
    choice.refresh_from_db()
    assert (choice.state, choice.answered_by) == ("agreed", table.seats["link"])
    page = table["mediator"].get(table.url(f"promises/{promise.key}/date/")).content.decode()
    assert "80 van 100" in page
    assert "door beide kanten gekozen" in page


def test_the_wished_day_is_chosen_with_the_chance_that_was_shown(table, promise):
    _propose(table, promise, "wished")
    choice = Choice.objects.get()
    assert choice.day.isoformat() == "2027-03-01"
    assert choice.percent == round(choice.forecast.chance * 100)


@pytest.mark.parametrize(
    ("person", "state", "status"),
    [("owner", "agreed", 403), ("signer", "refused", 403), ("link", "withdrawn", 403), ("link", "?", 403)],
)
def test_nobody_answers_for_the_other_side(table, promise, person, state, status):
    _propose(table, promise)
    assert _answer(table, Choice.objects.get(), person, state).status_code == status


def test_what_was_answered_is_not_answered_again(table, promise):
    _propose(table, promise)
    choice = Choice.objects.get()
    _answer(table, choice, "link", "refused")
    assert _answer(table, choice, "other_side", "agreed").status_code == 409


def test_a_new_proposal_takes_back_the_one_that_waits(table, promise):
    _propose(table, promise)
    _propose(table, promise, "90")
    assert [each.state for each in Choice.objects.order_by("pk")] == ["withdrawn", "open"]


@pytest.mark.parametrize("said", [{"level": "70"}, {"forecast": "x"}, {"forecast": "9" * 30}])
def test_a_day_that_was_never_shown_is_not_chosen(table, promise, said):
    assert _propose(table, promise, **said).status_code == 400
    assert not Choice.objects.exists()


def test_no_day_chosen_is_said(table, promise):
    assert _propose(table, promise, "").status_code == 302
    assert not Choice.objects.exists()


def test_the_warning_is_a_setting_of_both(table):
    url = table.url("dates/least/")
    assert least_of(table.agreement.pk) == (50, None)
    table["owner"].post(url, {"percent": "70"})
    assert least_of(table.agreement.pk)[0] == 50
    _answer(table, Choice.objects.get(), "other_side", "agreed")
    assert least_of(table.agreement.pk)[0] == 70
    page = table["reader"].get(table.url("dates/")).content.decode()
    assert "Onder 70 op 100" in page


@pytest.mark.parametrize("percent", ["", "4", "96", "zeventig", "50,5"])
def test_a_warning_that_is_no_chance_is_refused_in_words(table, percent):
    answer = table["owner"].post(table.url("dates/least/"), {"percent": percent}, follow=True)
    assert "Geef een heel getal van 5 tot en met 95" in answer.content.decode()
    assert not Choice.objects.exists()


def test_after_a_later_day_was_chosen_its_chance_is_that_which_was_shown(table, promise):
    _propose(table, promise)
    choice = Choice.objects.get()
    _answer(table, choice, "link", "agreed")
    promise.due = choice.day
    promise.save()
    table["owner"].get(table.url(f"promises/{promise.key}/date/"))
    assert Shown.objects.latest("pk").chance == pytest.approx(0.8, abs=0.02)
