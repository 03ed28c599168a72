"""The honest date of a promise: its chance, what it is compared with, and that it is kept."""

import pytest
from tests.web.dates.bringing import SLOW, bring, brought, csv_of, event, tell_events

from klaar.web.dates.models import Shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def delivery(table):
    """Leverancier levert het Systeem uiterlijk op 1 maart 2027 op."""
    return table.promise("levert het Systeem")


def _page(table, promise, person="owner", **asked):
    return table[person].get(table.url(f"promises/{promise.key}/date/"), asked)


def _set(table, history, side="it", person="owner"):
    return table[person].post(table.url("dates/history/"), {"side": side, "history": history})


def test_without_a_history_a_published_class_is_named_with_its_count(table, delivery):
    page = _page(table, delivery).content.decode()
    assert "De datum 1 maart 2027 wordt gehaald in" in page
    assert "de Britse overheid (gepubliceerd): 10 afgerond, 35 lopend" in page
    assert page.count("<svg") >= 3
    assert '<th scope="row">de gevraagde datum</th><td>1 maart 2027</td>' in page


def test_the_form_is_filled_in_from_the_promise(table, delivery):
    page = _page(table, delivery).content.decode()
    assert 'name="by" value="2027-03-01"' in page


def test_an_own_history_counts_for_both_sides_once_it_is_laid_on_the_table(table, delivery):
    history = brought(table)
    assert _set(table, f"import:{history.pk}").status_code == 302
    for person in ("owner", "other_side", "mediator"):
        page = _page(table, delivery, person).content.decode()
        assert "Onze projecten: 19 afgerond, 1 lopend" in page
        assert "Van 19 zulke beloften waren er 3 zo vlug klaar." in page


def test_nobody_lays_the_history_of_another_organisation_on_the_table(table):
    history = brought(table)
    assert _set(table, f"import:{history.pk}", person="other_side").status_code == 400
    assert _set(table, f"import:{history.pk + 99}").status_code == 400


def test_every_forecast_is_kept_once_a_day_and_never_changed(table, delivery):
    _page(table, delivery)
    _page(table, delivery, "mediator")
    kept = Shown.objects.get()
    assert (kept.key, kept.side, kept.is_asked) == (delivery.key, "it", False)
    assert len(kept.record["curve"]) == 100
    for change in (kept.save, Shown.objects.all().delete, lambda: Shown.objects.update(chance=1.0)):
        with pytest.raises(TypeError):
            change()
    _page(table, delivery, start="2027-01-04", by="2027-06-01", history="reference:uk-major-ict")
    assert Shown.objects.filter(is_asked=True).count() == 1


def test_another_day_is_compared_with_the_term_that_was_planned(table, delivery):
    brought(table)
    asked = {"start": "2026-12-01", "history": f"import:{brought(table).pk}"}
    chances = []
    for by in ("2027-03-01", "2027-05-01", "2027-09-01"):
        _page(table, delivery, by=by, **asked)
        chances.append(Shown.objects.latest("pk").chance)
    assert chances == sorted(chances)
    assert chances[0] < 0.3 < 0.9 < chances[-1]


def test_a_promise_without_a_day_asks_for_one(table):
    promise = table.promise("oude dossiers")
    page = _page(table, promise).content.decode()
    assert "Nog geen datum" in page
    asked = {"start": "2026-12-01", "days": "90", "history": "reference:uk-major-ict"}
    assert "1 maart 2027" in _page(table, promise, **asked).content.decode()


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"start": "2027-03-01", "by": "2027-03-01"}, "na het begin"),
        ({"start": "2027-03-02", "by": "2027-03-01"}, "na het begin"),
        ({"start": "2027-03-02"}, "Geef de gewenste datum"),
        ({"start": "morgen", "by": "2027-03-01"}, "Dit is geen dag"),
        ({"start": "2027-03-01", "by": "9999-03-01"}, "te ver weg"),
        ({"start": "2027-03-01", "days": "0"}, "errorlist"),
        ({"start": "2027-03-01", "by": "2027-04-01", "progress": "120"}, "errorlist"),
    ],
)
def test_a_wrong_day_is_said_and_what_was_filled_in_stays(table, delivery, asked, words):
    answer = _page(table, delivery, history="reference:uk-major-ict", **asked)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert f'value="{asked["start"]}"' in page
    assert not Shown.objects.exists()


def test_under_way_the_moves_count_and_both_sides_are_warned(table, delivery):
    moved = event(delivery, "moved", "2026-11-20", to="2027-03-15", why="testdata")
    tell_events(table, [moved])
    _set(table, f"import:{brought(table).pk}")
    for person in ("owner", "link"):
        page = _page(table, delivery, person).content.decode()
        assert "15 maart 2027" in page
        assert "gezegd op 20 november 2026" in page
        assert "De kans op deze dag is minder dan 50 op 100" in page
    assert Shown.objects.get().wished.isoformat() == "2027-03-15"


def test_what_is_done_has_no_forecast_any_more(table, delivery):
    tell_events(table, [event(delivery, "delivered", "2026-11-21")])
    page = _page(table, delivery).content.decode()
    assert "Dit is gedaan op 21 november 2026" in page
    assert not Shown.objects.exists()


def test_the_own_record_counts_from_three_finished_promises_on(table, delivery):
    rows = table.version.promises.filter(kind="obligation").exclude(pk=delivery.pk)
    others = list(rows)[:3]
    for each in others:
        each.due, each.bearer = "2026-11-10", "it"
        each.save()
    table.version.opened = table.version.made = table.version.opened.replace(month=9, day=1)
    table.version.save()
    tell_events(table, [event(each, "delivered", "2026-11-18") for each in others])
    page = _page(table, delivery).content.decode()
    assert "wat IT in deze overeenkomst beloofde: 3 afgerond" in page


@pytest.mark.parametrize(
    ("late", "words"),
    [
        ([1.2], "vanaf 3 afgeronde gevallen"),
        ([-1, -1, -1, -1], "Nog niets is klaar"),
        ([1.0, 1.2, 1.5], "Zo weinig afgeronde gevallen"),
    ],
)
def test_a_history_that_tells_little_says_so(table, delivery, late, words):
    _set(table, f"import:{brought(table, csv_of(late)).pk}")
    assert words in _page(table, delivery).content.decode()


def test_all_dates_stand_together_with_their_chance(table):
    page = table["reader"].get(table.url("dates/")).content.decode()
    assert page.count('class="wish"') >= 3
    assert "zulke datums worden gehaald" in page
    assert Shown.objects.count() == 3


def test_the_page_is_english_for_who_reads_english(table, delivery):
    table["owner"].cookies["django_language"] = "en"
    page = _page(table, delivery).content.decode()
    assert "The date 1 March 2027 is met in" in page
    assert "Compared with large IT projects of the British government" in page
    assert bring(table, csv_of(SLOW)).status_code == 302


def test_the_brief_says_how_often_each_date_is_met_and_names_the_history(table):
    _set(table, f"import:{brought(table).pk}")
    page = table["owner"].get(table.url("brief/client/klaar.md")).content.decode().replace("\\", "")
    assert "De datum 1 maart 2027 wordt gehaald in" in page
    assert "Onze projecten: 19 afgerond, 1 lopend" in page


def test_the_card_says_what_was_shown_before(table, delivery):
    assert "wordt gehaald in" not in table["owner"].get(table.url()).content.decode()
    _page(table, delivery)
    assert "De datum 1 maart 2027 wordt gehaald in" in table["link"].get(table.url()).content.decode()


def test_the_page_of_a_promise_holds_its_honest_date(table, delivery):
    page = table["reader"].get(table.url(f"promises/{delivery.key}/")).content.decode()
    assert "Eerlijke datum" in page
    assert page.count('class="forecast-picture"') == 2
    assert '<th scope="row">de gevraagde datum</th>' in page


def test_forecasts_go_with_their_agreement_only(table, delivery):
    _page(table, delivery)
    table.agreement.delete()
    assert not Shown.objects.exists()
