"""The table: who does what, and the source beside it."""

import re
from datetime import date

import pytest
from django.utils import translation

from klaar.brief.spoken import Speaker
from klaar.findings.load import load_rules
from klaar.web.store.models import Note, Promise
from klaar.web.table.effect import effect_of
from klaar.web.table.lanes import lanes_for
from klaar.web.table.timeline import build_timeline

pytestmark = pytest.mark.django_db
_QUERIES = 36
"""For a page of two lanes, however many promises there are; with the session, the door and the log."""


def _page(table, query="", person="owner"):
    return table[person].get(table.url() + query).content.decode()


def test_both_lanes_own_first(table):
    page = _page(table)
    assert page.index('class="lane client own"') < page.index('class="lane it across"')
    assert page.index("functioneel beheerder") < page.index("levert het Systeem uiterlijk")


def test_it_sees_its_own_duties_first(table):
    page = _page(table, person="other_side")
    assert page.index('class="lane it own"') < page.index('class="lane client across"')


def test_each_lane_goes_by_date(table):
    page = _page(table)
    assert page.index("functioneel beheerder") < page.index("testgegevens") < page.index("betaalt facturen")


@pytest.mark.parametrize(
    ("query", "shown", "hidden"),
    [
        ("?words=testgegevens", "testgegevens", "functioneel beheerder"),
        ("?words=4.1", "betaalt facturen", "testgegevens"),
        ("?kind=exclusion", "niet aansprakelijk", "testgegevens"),
        ("?month=2027-02", "testgegevens", "functioneel beheerder"),
        ("?state=dated", "testgegevens", "betaalt facturen"),
        ("?state=undated", "betaalt facturen", "de testgegevens"),
        ("?state=finding", "zo spoedig mogelijk", "betaalt facturen"),
        ("?kind=nonsense&month=2027-13", "testgegevens", "Hier is niets met dit filter"),
    ],
)
def test_filter(table, query, shown, hidden):
    lanes = _page(table, query).partition('class="lane')[2]
    assert shown in lanes
    assert hidden not in lanes.partition("<aside")[0]


def test_struck_promises_are_out_of_sight_until_asked_for(table):
    table.version.promises.filter(quote__contains="testgegevens").update(is_struck=True)
    assert "testgegevens" not in _page(table)
    assert "testgegevens" in _page(table, "?state=struck")


def test_the_view_of_the_other_side(table):
    assert _page(table, "?view=it").index("lane it own") < _page(table, "?view=it").index("lane client")


def test_notes_are_seen_by_their_own_side_until_shared(table):
    promise = table.promise("99,5%")
    note = Note.objects.create(
        promise=promise, side="it", text="gemeten met de proefmeter", written_by=table.seats["link"]
    )
    assert "proefmeter" in _page(table, person="other_side")
    assert "proefmeter" not in _page(table, "?view=client", person="other_side")
    assert "proefmeter" not in _page(table, "?view=it")
    Note.objects.filter(pk=note.pk).update(is_shared=True)
    assert "proefmeter" in _page(table)


@pytest.mark.parametrize("person", ["owner", "other_side", "mediator"])
def test_the_table_takes_few_queries(table, django_assert_max_num_queries, person):
    table[person].get(table.url())
    with django_assert_max_num_queries(_QUERIES):
        table[person].get(table.url())


def test_a_promise_beside_its_marked_words(table):
    promise = table.promise("99,5%")
    page = table["owner"].get(table.url(f"promises/{promise.key}/")).content.decode()
    assert f"<mark>{promise.quote}</mark>" in page
    assert "het percentage van de Openingstijd" in page


def test_htmx_gets_only_the_part(table):
    url = table.url(f"promises/{table.promise('99,5%').key}/")
    assert b"<html" not in table["owner"].get(url, headers={"hx-request": "true"}).content


def test_a_promise_of_elsewhere_is_not_there(table, english):
    key = english.promise("99.5%").key
    assert table["owner"].get(table.url(f"promises/{key}/")).status_code == 404


def test_timeline(table):
    with translation.override("nl"):
        timeline = build_timeline(table.version, lanes_for(table.seats["owner"]), "", date(2027, 2, 3))
    assert timeline is not None
    assert timeline.months[0] == date(2027, 2, 1)
    assert timeline.before == date(2026, 2, 1)
    assert timeline.after is None
    client, it = timeline.rows[0], timeline.rows[1]
    assert [day.day for day in client.cells[0].days] == [date(2027, 2, 1)]
    assert [day.day for day in it.cells[1].days] == [date(2027, 3, 1)]


@pytest.mark.parametrize(
    ("value", "per", "language", "said"),
    [
        (99.5, "P1M", "nl", "hooguit 3 uur en 39 minuten per maand"),
        (99.9, "P1M", "en", "at most 44 minutes a month"),
        (99, "P1W", "en", "at most 1 hour and 41 minutes a week"),
        (100, "P1M", "en", ""),
        (99.5, None, "en", ""),
        ("P1D", "P1M", "en", ""),
    ],
)
def test_effect(value, per, language, said):
    promise = Promise(measure={"metric": "availability", "op": ">=", "value": value, "unit": "%", "per": per})
    with translation.override(language):
        assert said in effect_of(promise, Speaker(language))
        assert bool(said) == bool(effect_of(promise, Speaker(language)))


def test_the_page_itself_marks_every_promise(table):
    promise = table.promise("testgegevens")
    page = table["owner"].get(table.url(f"source/0/0/?promise={promise.key}")).content.decode()
    assert 'class="client here"' in page
    assert page.count("<mark") == table.version.promises.count()


def test_a_page_that_is_not_there(table):
    assert table["owner"].get(table.url("source/0/99/")).status_code == 404


def test_a_text_has_no_picture(table):
    assert table["owner"].get(table.url("source/0/0/picture.png")).status_code == 404


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("Beschikbaarheid", "het percentage van de Openingstijd"),
        ("escrow", "bewaarder"),
        ("xqzzy", "kent “xqzzy” niet"),
    ],
)
def test_words_explained(table, word, said):
    assert said in table["owner"].get(table.url(f"words/?word={word}")).content.decode()


def test_findings_as_questions(table):
    page = table["owner"].get(table.url("before-signing/")).content.decode()
    assert "Binnen welke tijd moet dit gebeuren" in page


def test_findings_in_the_language_of_the_reader(english):
    page = english["owner"].get(english.url("before-signing/")).content.decode()
    assert "as soon as possible" in page
    assert _name("vague-deadline", "nl") in page


def _name(rule, language):
    return next(each.wordings[language].name for each in load_rules() if each.id == rule)


def test_not_covered(table):
    reading = table.version.reading
    reading.not_covered = [
        {
            "reason": "annex_missing",
            "document": 0,
            "page": None,
            "start": 0,
            "end": 9,
            "quote": "Bijlage D",
            "detail": "",
        }
    ]
    reading.save()
    assert "Bijlage D" in table["owner"].get(table.url("not-covered/")).content.decode()


@pytest.mark.parametrize(
    ("person", "query", "said"),
    [
        ("owner", "", "U wijst vóór 15 januari 2027 één functioneel beheerder aan."),
        ("other_side", "", "De opdrachtgever wijst vóór 15 januari 2027 één functioneel beheerder aan."),
        ("owner", "?view=it", "De opdrachtgever wijst vóór 15 januari 2027 één functioneel beheerder aan."),
    ],
)
def test_each_side_is_spoken_to_in_plain_words(table, person, query, said):
    assert said in _page(table, query, person)


def test_english_days_are_written_as_agreements_write_them(english):
    english["owner"].post("/language/", {"language": "en"})
    page = english["owner"].get(english.url("versions/")).content.decode()
    assert re.search(r"\b\d{1,2} [A-Z][a-z]+ \d{4}, \d\d:\d\d\b", page)
    assert not re.search(r"\b[ap]\.m\.", page)


def test_each_step_of_the_way_stands_there_once(table):
    page = table["owner"].get(table.url()).content.decode()
    steps = re.findall(r'<a href="([^"]+)"', page.split('class="way"')[1].split("</nav>")[0])
    assert len(steps) == len(set(steps)) > 5
