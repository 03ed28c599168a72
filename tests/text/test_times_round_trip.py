"""A value that is written in many forms is read back as that value."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from spelled import dutch, english, grouped

from klaar.text.times import Time, find_times

MONTHS = {
    "nl": [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
UNITS = {
    "nl": {
        "minuten": "PT{}M",
        "uur": "PT{}H",
        "dagen": "P{}D",
        "weken": "P{}W",
        "maanden": "P{}M",
        "jaar": "P{}Y",
    },
    "en": {
        "minutes": "PT{}M",
        "hours": "PT{}H",
        "days": "P{}D",
        "weeks": "P{}W",
        "months": "P{}M",
        "years": "P{}Y",
    },
}
CARRIERS = {
    "nl": ("Leverancier doet dit: {} na de melding.", "Dit kost ({}), of meer.", "{}"),
    "en": ("Supplier does so: {} after the report.", "It takes ({}), or more.", "{}"),
}
DAYS = st.dates(date(1970, 1, 1), date(2068, 12, 31))
LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])


def spell(number: int, language: str) -> str:
    return dutch(number) if language == "nl" else english(number)


def only(phrase: str, language: str, carrier: int = 0) -> Time:
    """The one reading of the phrase in a sentence, which must be exactly the phrase."""
    text = CARRIERS[language][carrier].format(phrase)
    found = [t for t in find_times(text, language) if text[t.start : t.end] == phrase]
    assert len(found) == 1, (text, find_times(text, language))
    return found[0]


@LANGUAGES
@given(number=st.integers(2, 9999), data=st.data())
def test_a_duration_comes_back(language: str, number: int, data: st.DataObject) -> None:
    unit, iso = data.draw(st.sampled_from(sorted(UNITS[language].items())))
    words = spell(number, language)
    form = data.draw(st.sampled_from(["{n} {u}", "{w} {u}", "{w} ({n}) {u}", "{n} ({w}) {u}"]))
    found = only(form.format(n=number, w=words, u=unit), language, data.draw(st.integers(0, 2)))
    assert (found.type, found.value, found.certain) == ("duration", iso.format(number), True)


@LANGUAGES
@given(number=st.integers(0, 10**10))
def test_a_number_in_words_comes_back(language: str, number: int) -> None:
    found = only(spell(number, language), language)
    assert (found.type, found.value) == ("number", number)


@given(number=st.integers(21, 10**9))
def test_a_number_in_english_needs_no_and(number: int) -> None:
    assert only(english(number, joint=" "), "en").value == number


@LANGUAGES
@given(number=st.integers(1000, 10**12))
def test_a_grouped_number_comes_back(language: str, number: int) -> None:
    sign = "." if language == "nl" else ","
    assert only(grouped(number, sign), language).value == number


@LANGUAGES
@given(day=DAYS, data=st.data())
def test_a_date_comes_back(language: str, day: date, data: st.DataObject) -> None:
    month = MONTHS[language][day.month - 1]
    forms = {
        "nl": [
            "{d} {m} {y}",
            "{d:02}-{n:02}-{y}",
            "{d}/{n}/{y}",
            "{y}-{n:02}-{d:02}",
            "{d} {m}, {y}",
            "{d}e {m} {y}",
        ],
        "en": ["{m} {d}, {y}", "{d} {m} {y}", "{y}-{n:02}-{d:02}", "{m} {d} {y}", "{d} {m}, {y}"],
    }[language]
    form = data.draw(st.sampled_from(forms))
    found = only(form.format(d=day.day, m=month, n=day.month, y=day.year), language)
    assert (found.type, found.value, found.certain) == ("date", day.isoformat(), True)


@given(day=DAYS)
def test_figures_above_twelve_decide_the_day_in_english(day: date) -> None:
    assume(day.day > 12)
    for text in (f"{day.month}/{day.day}/{day.year}", f"{day.day}/{day.month}/{day.year}"):
        assert only(text, "en")[2:4] == ("date", day.isoformat())


@LANGUAGES
@given(cents=st.integers(1, 10**11), data=st.data())
def test_an_amount_comes_back(language: str, cents: int, data: st.DataObject) -> None:
    point, sign = (",", ".") if language == "nl" else (".", ",")
    euros, rest = divmod(cents, 100)
    exact = f"{grouped(euros, sign)}{point}{rest:02}"
    found = only(
        data.draw(st.sampled_from(["€ {}", "EUR {}", "€{}", "{} EUR", "{} euro"])).format(exact), language
    )
    assert (found.type, found.unit) == ("currency", "EUR")
    assert found.value == pytest.approx(cents / 100)


@LANGUAGES
@given(euros=st.integers(1, 10**9), data=st.data())
def test_a_round_amount_comes_back(language: str, euros: int, data: st.DataObject) -> None:
    figures = grouped(euros, "." if language == "nl" else ",")
    words = spell(euros, language)
    forms = [
        "€ {f},-",
        "€ {f},--",
        "EUR {f}",
        "{w} euro",
        "{w} euro (€ {f})",
        "€ {f} ({w} euro)",
        "{w} ({f}) euro",
    ]
    found = only(data.draw(st.sampled_from(forms)).format(f=figures, w=words), language)
    assert (found.type, found.value, found.unit) == ("currency", euros, "EUR")


@LANGUAGES
@given(tenths=st.integers(0, 1000), data=st.data())
def test_a_percentage_comes_back(language: str, tenths: int, data: st.DataObject) -> None:
    word = "procent" if language == "nl" else "percent"
    figures = f"{tenths / 10:.1f}".replace(".", "," if language == "nl" else ".")
    found = only(data.draw(st.sampled_from(["{}%", "{} %", "{} " + word])).format(figures), language)
    assert (found.type, found.value, found.unit) == ("percent", tenths / 10, "%")


@LANGUAGES
@given(hour=st.integers(0, 23), minute=st.integers(0, 59))
def test_a_time_of_day_comes_back(language: str, hour: int, minute: int) -> None:
    forms = {
        "nl": [f"{hour:02}:{minute:02}", f"{hour}.{minute:02} uur", f"{hour}u{minute:02}"],
        "en": [f"{hour:02}:{minute:02}", f"{hour % 12 or 12}:{minute:02} {'a.m.' if hour < 12 else 'p.m.'}"],
    }[language]
    for form in forms:
        assert only(form, language)[2:4] == ("time", f"{hour:02}:{minute:02}")


@LANGUAGES
@given(number=st.integers(2, 60))
def test_a_frequency_comes_back(language: str, number: int) -> None:
    every = {"nl": ("elke", "maanden", "om de"), "en": ("every", "months", "every")}[language]
    for form in (f"{every[0]} {number} {every[1]}", f"{every[2]} {spell(number, language)} {every[1]}"):
        assert only(form, language)[2:4] == ("set", f"P{number}M")
