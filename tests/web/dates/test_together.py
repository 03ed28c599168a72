"""Many promises at once, and how the forecasts that were shown went."""

from datetime import date

import pytest
from tests.web.dates.bringing import event, tell_events

from klaar.web.dates.models import Shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def promises(table):
    return table.promise("levert het Systeem"), table.promise("testgegevens")


def _page(table, person="owner", **asked):
    return table[person].get(table.url("dates/together/"), asked)


def test_the_same_seed_gives_the_same_answer(table):
    told = [_page(table, seed="7").context["made"].said for _ in range(2)]
    assert told[0] == told[1]
    page = _page(table, seed="7").content.decode()
    assert "startgetal 7" in page
    assert "Geen enkele belofte wacht" in page


def test_what_waits_on_the_client_makes_the_clients_input_weigh(table, promises):
    delivery, data = promises
    before = _page(table).context["made"]
    tell_events(table, [event(delivery, "waiting", "2026-11-20", on=data.key)])
    made = _page(table).context["made"]
    assert (before.links, made.links) == (0, 1)
    assert data.key in {each.promise.key for each in made.inputs}
    weights = {each.promise.key: each.step.decides for each in made.weighed}
    assert weights[data.key] > 0.5
    page = _page(table, by="2027-06-01", seed="1").content.decode()
    assert "Wat de klant ervoor kan doen" in page
    assert "wacht op 2.3" in page


def test_a_circle_is_said(table, promises):
    delivery, data = promises
    one = event(delivery, "waiting", "2026-11-20", on=data.key)
    other = event(data, "waiting", "2026-11-20", side="client", on=delivery.key)
    tell_events(table, [one, other])
    assert "in een kring" in _page(table).content.decode()


def test_what_is_past_and_unknown_does_not_count_and_is_said(table, promises):
    promises[1].due = "2026-02-01"
    promises[1].save()
    assert "1 belofte telt niet mee" in _page(table).content.decode()


@pytest.mark.parametrize("asked", [{"seed": "nul"}, {"seed": "0"}, {"seed": "1", "by": "gisteren"}])
def test_a_wrong_seed_is_said(table, asked):
    assert _page(table, **asked).status_code == 422


def test_nothing_dated_is_said(table):
    table.version.promises.update(due=None)
    assert "niets samen te leggen" in _page(table).content.decode()
    assert table["owner"].get(table.url("dates/")).status_code == 200


def test_forecasts_are_scored_when_the_truth_is_known(table, promises, monkeypatch):
    for promise in promises:
        table["owner"].get(table.url(f"promises/{promise.key}/date/"))
    before = table["owner"].get(table.url("dates/record/")).content.decode()
    assert "Er is nog niets te meten" in before
    done = [
        event(promises[0], "delivered", "2027-02-20"),
        event(promises[1], "delivered", "2027-02-20", "client"),
    ]
    tell_events(table, done)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args, **kwargs: date(2027, 3, 2))
    answer = table["link"].get(table.url("dates/record/"))
    both, it, client = answer.context["parts"]
    assert (both.scored.score.n, it.scored.score.n, client.scored.score.n) == (2, 1, 1)
    assert it.scored.score.promise.coverage == (1.0, 1.0, 1.0)
    assert client.scored.score.promise.coverage == (0.0, 0.0, 0.0)
    page = answer.content.decode()
    assert page.count("forecast-reliability") == 3
    assert "bewijzen nog niets" in page
    assert Shown.objects.count() == 2
