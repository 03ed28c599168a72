"""Sentences, the picture and its table, in both languages."""

import re
import xml.etree.ElementTree as ET
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.forecast.histories import TODAY, by_chance

from klaar.forecast.before import forecast
from klaar.forecast.model import Dot, Forecast, Note
from klaar.forecast.reference import load_reference
from klaar.forecast.showing.figure import figure_html, headline
from klaar.forecast.showing.picture import BLUE, ORANGE, picture_svg
from klaar.forecast.showing.reliability import reliability_svg
from klaar.forecast.showing.strip import strip
from klaar.forecast.showing.table import table_rows
from klaar.forecast.showing.teller import Teller, odds
from klaar.text.data import LANGUAGES, load_words

SVG = "{http://www.w3.org/2000/svg}"
SAID = forecast(by_chance(40), TODAY, date(2027, 6, 1), TODAY)
NONE = forecast([], TODAY, date(2027, 6, 1), TODAY)


def texts(svg: str) -> list[str]:
    return [each.text or "" for each in ET.fromstring(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize(
    ("chance", "said"),
    [
        (0.0, "fewer than 1 of 20"),
        (0.049, "fewer than 1 of 20"),
        (0.05, "1 of 20"),
        (0.07, "1 of 20"),
        (0.15, "2 of 10"),
        (0.3, "3 of 10"),
        (0.5, "5 of 10"),
        (0.9, "18 of 20"),
        (0.95, "19 of 20"),
        (0.951, "more than 19 of 20"),
        (1.0, "more than 19 of 20"),
    ],
)
def test_a_chance_is_said_as_so_many_of_so_many(chance: float, said: str) -> None:
    assert f" {said} such cases" in Teller("en").chance(chance, date(2027, 3, 1))


def test_the_headline_is_the_sentence_for_a_brief() -> None:
    said = Forecast(TODAY, date(2027, 3, 1), TODAY, chance=0.3)
    assert headline(said, "nl") == "De datum 1 maart 2027 wordt gehaald in 3 van 10 zulke gevallen."
    assert headline(said, "en") == "The date 1 March 2027 is met in 3 of 10 such cases."


@given(st.floats(0.05, 0.95))
def test_odds_are_near_and_never_certain(chance: float) -> None:
    met, of = odds(chance)
    assert 0 < met < of
    assert met / of == pytest.approx(chance, abs=0.051)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_number_of_cases_is_always_said(language: str) -> None:
    said = " ".join(Teller(language).forecast(SAID))
    assert str(SAID.n) in said
    assert str(SAID.met) in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", load_words("en", "forecast")["notes"])
def test_every_note_can_be_said(language: str, code: str) -> None:
    blanks = re.findall(r"\{(\w+)\}", load_words(language, "forecast")["notes"][code])
    fields = {
        name: {"day": "2027-03-01", "side": "it", "name": "x", "cell": "x"}.get(name, 3) for name in blanks
    }
    said = Teller(language).note(Note.of(code, **fields))
    assert said.endswith((".", "?"))
    assert "{" not in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("alone", [False, True])
def test_the_picture_has_a_title_a_description_and_the_dates(language: str, alone: bool) -> None:
    svg = picture_svg(SAID, language, "p1", alone)
    root = ET.fromstring(svg)
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "p1-title p1-desc"
    assert {each.get("id") for each in root if each.get("id")} == {"p1-title", "p1-desc"}
    assert SAID.p80 is not None
    day = Teller(language).date(SAID.p80)
    assert any(day in text for text in texts(svg))
    assert day in (root.findtext(f"{SVG}desc") or "")
    assert (root.find(f"{SVG}style") is not None) == alone


def test_two_pictures_on_a_page_share_no_id() -> None:
    one, two = (set(re.findall(r'id="([^"]+)"', picture_svg(SAID, "nl", name))) for name in ("a", "b"))
    assert not one & two


def test_the_picture_fetches_nothing_and_runs_nothing() -> None:
    svg = picture_svg(SAID, "nl", alone=True)
    assert not re.search(r"href|script|url\(|@import|on\w+=", svg)


def _light(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colour", [BLUE, ORANGE])
@pytest.mark.parametrize("ground", ["#FFFFFF", "#17171b", "#000000"])
def test_the_colours_keep_their_contrast_on_light_and_dark(colour: str, ground: str) -> None:
    low, high = sorted((_light(colour), _light(ground)))
    assert (high + 0.05) / (low + 0.05) >= 3


def test_every_case_is_in_the_picture_or_counted_as_later() -> None:
    svg = picture_svg(SAID, "en")
    later = [int(found[1]) for text in texts(svg) if (found := re.match(r"(\d+) later", text))]
    assert svg.count("<circle") + sum(later) == len(SAID.dots)


def test_unfinished_cases_are_rings() -> None:
    dots = tuple(Dot(TODAY + timedelta(9 * n), n % 2 == 0) for n in range(8))
    svg = picture_svg(SAID._replace(dots=dots), "en")
    assert svg.count("<circle") == 8
    assert svg.count('fill="none" stroke=') == 4
    assert "not ready yet" in svg


@given(st.lists(st.tuples(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.booleans()), max_size=300))
@settings(max_examples=30)
def test_any_dots_make_a_picture(dots: list[tuple[date, bool]]) -> None:
    svg = picture_svg(SAID._replace(dots=tuple(Dot(*dot) for dot in dots)), "nl")
    places = [float(each.get("cx") or 0) for each in ET.fromstring(svg).iter(f"{SVG}circle")]
    assert all(0 <= place <= 720 for place in places)


def test_a_forecast_at_the_end_of_the_calendar_is_drawn() -> None:
    end = date.max
    picture_svg(SAID._replace(p90=end, dots=(Dot(end, True),)), "nl")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_says_what_the_picture_shows(language: str) -> None:
    teller = Teller(language)
    cells = [cell for row in table_rows(SAID, teller) for cell in row]
    for day in (SAID.start, SAID.wished, SAID.p50, SAID.p80, SAID.p90):
        assert day is not None
        assert teller.date(day) in cells
    html = figure_html(SAID, language)
    assert html.index("<svg") < html.index("<table")
    assert html.count('scope="col"') == 3
    assert "<caption>" in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_chance_there_is_no_picture_but_a_reason(language: str) -> None:
    assert "<svg" not in figure_html(NONE, language)
    assert strip(NONE, Teller(language), 80) == []
    assert Teller(language).say("notes", "no_history") in Teller(language).forecast(NONE)


@pytest.mark.parametrize("width", [40, 80, 200])
def test_the_strip_fits_the_screen(width: int) -> None:
    cases, line, _ = strip(SAID, Teller("nl"), width)
    assert max(len(cases), len(line)) <= width
    assert {"W", "5", "8", "9"} <= set(line)


def test_a_wide_history_piles_its_dots() -> None:
    dots = tuple(Dot(TODAY + timedelta(30), True) for _ in range(100))
    svg = picture_svg(SAID._replace(dots=dots), "en")
    assert "● = 12" in svg
    assert svg.count("<circle") == 9


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reliability_picture_has_a_point_for_each_level(language: str) -> None:
    points = ((0.5, 0.48), (0.8, 0.85), (0.9, 0.9))
    root = ET.fromstring(reliability_svg(points, 40, language))
    assert len(list(root.iter(f"{SVG}circle"))) == 3
    assert "85%" in (root.findtext(f"{SVG}desc") or "")


def test_a_reference_class_is_named_in_the_sentences() -> None:
    said = forecast([], TODAY, date(2027, 9, 1), TODAY, reference=load_reference("uk-major-ict"))
    assert any("uk-major-ict" in line for line in Teller("nl").forecast(said))
