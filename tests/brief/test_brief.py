"""What stands on the page of one side: chosen by rule, in order, each line with its place."""

from datetime import date

import pytest
from tests.brief.made import brief_of, brief_text, read_example, words_on
from tests.cli.agreements import DUTCH, ENGLISH, NOTHING

from klaar.brief.page.model import Brief
from klaar.brief.page.notice_day import notice_day

ORDER = ("glance", "must", "get", "dates", "wrong", "change", "ask", "words", "missed")

SERVICE = """Overeenkomst beheer

Dorpshuis De Linde (hierna: Opdrachtgever) en Noordkaap Hosting B.V. (hierna: Leverancier) komen overeen:

1. Looptijd
1.1 Deze overeenkomst begint op 1 januari 2027 en eindigt op 31 december 2029.
1.2 De overeenkomst wordt telkens stilzwijgend verlengd met een jaar, tenzij een partij opzegt met een
opzegtermijn van drie maanden.

2. Dienst
2.1 Leverancier garandeert een beschikbaarheid van 99,5 % per kalendermaand. Haalt hij dat niet, dan krijgt
Opdrachtgever een korting van 5 % op de maandprijs.
2.2 Leverancier levert vóór 1 maart 2027 het nieuwe rooster op.
2.3 Leverancier lost kleine wensen zo spoedig mogelijk op.
2.4 De aansprakelijkheid van Leverancier is beperkt tot € 10.000,00 per gebeurtenis.

3. Opdrachtgever
3.1 Opdrachtgever wijst vóór 15 januari 2027 een beheerder aan.
3.2 Opdrachtgever levert vóór 1 februari 2027 de ledenlijst aan.
3.3 Opdrachtgever controleert elke maand de back-up.
3.4 Opdrachtgever betaalt facturen binnen 30 dagen na ontvangst.
3.5 Opdrachtgever betaalt € 450,00 per maand.
"""


def leads(brief: Brief, key: str) -> list[str]:
    section = brief.section(key)  # type: ignore[arg-type]
    return [line.lead for line in section.lines()] if section else []


@pytest.mark.parametrize("side", ["client", "it"])
def test_sections_come_in_their_order(side: str) -> None:
    brief = brief_of("permit-desk", side, "en")  # type: ignore[arg-type]
    assert tuple(section.key for section in brief.sections) == ORDER


def test_own_duties_come_by_day_then_by_return_then_by_event() -> None:
    must = brief_text(SERVICE).section("must")
    assert must is not None
    assert [line.at[0].number for line in must.lines()][:4] == ["3.1", "3.2", "3.3", "3.4"]
    assert [group.title for group in must.groups][:3] == ["Op een dag", "Steeds weer", "Als er iets gebeurt"]


def test_each_side_reads_its_own_duties_first() -> None:
    client, supplier = brief_text(SERVICE), brief_text(SERVICE, "it")
    assert {line.side for line in client.section("must").lines()} == {"client"}  # type: ignore[union-attr]
    assert {line.side for line in supplier.section("must").lines()} == {"it"}  # type: ignore[union-attr]
    assert "2.2" in [line.at[0].number for line in supplier.section("must").lines()]  # type: ignore[union-attr]


def test_a_level_says_what_follows_when_it_is_missed() -> None:
    get = brief_text(SERVICE).section("get")
    assert get is not None
    level = next(line for line in get.lines() if line.at[0].number == "2.1")
    assert level.fails is not None
    assert "korting van 5 %" in level.fails.text
    assert level.fails_at is not None


def test_what_has_no_consequence_says_so() -> None:
    get = brief_text(SERVICE).section("get")
    assert get is not None
    dated = next(line for line in get.lines() if line.at[0].number == "2.2")
    assert dated.fails is not None
    assert (dated.fails.text, dated.fails_at) == ("staat er niet bij", None)


def test_the_glance_says_who_how_long_and_how_to_leave() -> None:
    words = words_on(brief_text(SERVICE))
    for said in ("1 januari 2027 tot en met 31 december 2029", "30 september 2029", "€ 450", "€ 10.000"):
        assert said in words


@pytest.mark.parametrize(
    ("end", "notice", "day"),
    [
        ("2030-09-30", "P6M", "2030-03-31"),
        ("2029-12-31", "P3M", "2029-09-30"),
        ("2028-02-29", "P1M", "2028-01-31"),
        ("2030-02-01", "P90D", "2029-11-03"),
        ("2030-05-31", "P2W", "2030-05-17"),
        ("2030-05-31", "P1Y", "2029-05-31"),
    ],
)
def test_the_last_day_to_give_notice(end: str, notice: str, day: str) -> None:
    assert notice_day(end, notice) == date.fromisoformat(day)


@pytest.mark.parametrize(("end", "notice"), [("", "P1M"), ("2030-05-31", "soon"), ("XXXX-05-31", "P1M")])
def test_no_last_day_without_an_end_and_a_notice(end: str, notice: str) -> None:
    assert notice_day(end, notice) is None


def test_what_is_past_leaves_the_page_and_stays_in_the_annex() -> None:
    brief = brief_text(SERVICE, today=date(2027, 1, 20))
    must, annex = brief.section("must"), brief.section("all_own")
    assert must is not None
    assert annex is not None
    assert "3.1" not in [line.at[0].number for line in must.lines()]
    past = next(line for line in annex.lines() if line.at[0].number == "3.1")
    assert "deze dag is voorbij" in past.notes


def test_where_every_day_is_past_they_all_stay() -> None:
    must = brief_text(SERVICE, today=date(2031, 1, 1)).section("must")
    assert must is not None
    assert [line.at[0].number for line in must.lines()][:2] == ["3.1", "3.2"]


@pytest.mark.parametrize("side", ["client", "it"])
def test_page_and_annexes_hold_every_promise(side: str) -> None:
    brief = brief_of("zaaksysteem", side, "nl")  # type: ignore[arg-type]
    ids = {promise.id for promise in read_example("zaaksysteem").reading.promises}
    listed = {
        at.promise
        for key in ("all_own", "all_other")
        for line in brief.section(key).lines()  # type: ignore[arg-type,union-attr]
        for at in line.at
    }
    assert listed == ids


@pytest.mark.parametrize("name", ["zaaksysteem", "permit-desk"])
def test_what_is_left_out_is_counted(name: str) -> None:
    brief = brief_of(name, "client", "en")
    annex, must = brief.section("all_own"), brief.section("must")
    assert annex is not None
    assert must is not None
    counted = sum(int(more.text.split()[0].replace(",", "")) for more in must.more)
    lines = (*must.lines(), *brief.section("wrong").lines())  # type: ignore[union-attr]
    shown = {at.promise for line in lines for at in line.at}
    own = {at.promise for line in annex.lines() for at in line.at}
    assert counted == len(own - shown)


@pytest.mark.parametrize("name", ["zaaksysteem", "permit-desk"])
@pytest.mark.parametrize("side", ["client", "it"])
def test_every_line_of_the_agreement_has_its_place(name: str, side: str) -> None:
    checked = read_example(name)
    text = checked.reading.documents[0].text
    brief = brief_of(name, side, "nl")  # type: ignore[arg-type]
    for section in brief.sections:
        for line in section.lines():
            assert line.at or line.said.how == "klaar" or section.key == "words"
            for at in line.at:
                assert section.key == "missed" or at.quote == text[at.start : at.end]


def test_the_same_duty_on_several_places_is_one_line() -> None:
    must = brief_of("zaaksysteem", "client", "nl").section("must")
    assert must is not None
    named = [line for line in must.lines() if "Functioneel Beheerder" in line.said.text and line.date]
    assert len(named) == 1
    assert len(named[0].places()) > 2


def test_the_findings_of_a_side_are_its_questions() -> None:
    asked = brief_text(DUTCH).section("ask")
    assert asked is not None
    assert any("zo spoedig mogelijk" in line.said.text for line in asked.lines())
    assert [line.lead for line in asked.lines()] == [str(n) for n in range(1, len(asked.lines()) + 1)]


def test_no_promises_says_so_and_why() -> None:
    brief = brief_text(NOTHING)
    assert not brief.sections
    assert not brief.annexes
    assert "geen enkele belofte" in brief.nothing
    assert "46 woorden" in brief.nothing
    assert brief.subtitle == ""


def test_the_page_speaks_the_language_that_is_asked_for() -> None:
    dutch, english = brief_text(ENGLISH, language="en"), brief_of("permit-desk", "client", "nl")
    assert dutch.section("must").title == "What you must do"  # type: ignore[union-attr]
    assert english.section("must").title == "Wat u zelf moet doen"  # type: ignore[union-attr]
    assert {line.said.lang for line in english.section("must").lines()} == {"en"}  # type: ignore[union-attr]
