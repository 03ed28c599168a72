"""Levels in life, exactly; readability by its formula; words in both languages."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klaar.plain.say import level_in_life, minutes_down, readability
from klaar.plain.say.readability import syllables
from klaar.promises.model import Measure
from klaar.text.data import load_words

DOWN = [
    ("99.5", "P1M", None, 219),  # 0.005 * 30.4375 * 1440 = 219.15
    ("99.9", "P1M", None, 43),
    ("99.99", "P1Y", None, 52),
    ("99", "P1Y", None, 5259),
    ("100", "P1M", None, 0),
    ("95", "P1W", None, 504),
    ("99.5", "P1M", 60, 78),  # 60 hours a week: 0.005 * 30.4375 / 7 * 3600
    ("99", "P1D", None, 14),
]


@pytest.mark.parametrize(("percent", "per", "hours", "minutes"), DOWN)
def test_minutes_down(percent: str, per: str, hours: int | None, minutes: int) -> None:
    weekly = Decimal(hours) if hours else None
    assert minutes_down(Decimal(percent), per, weekly) == minutes


LEVELS = [
    (Measure("availability", ">=", 99.5, "%", "P1M"), "nl",
     "hooguit 3 uur en 39 minuten per maand uit de lucht (0,5 % van 30,4375 dagen, dag en nacht geteld)"),
    (Measure("availability", ">=", 99.5, "%", "P1M"), "en",
     "at most 3 hours and 39 minutes a month out of use (0.5 % of 30.4375 days, day and night counted)"),
    (Measure("availability", ">=", 99.9, "%", None), "en",
     "0.1 % of the time out of use; over what period that is measured is not said"),
    (Measure("response_time", "<=", "PT1H", None, None), "nl",
     "binnen 1 uur reageert iemand; dat is nog geen oplossing"),
    (Measure("resolution_time", "<=", "P2D", None, None), "en", "it is solved within 2 days"),
    (Measure("recovery_point", "<=", "PT24H", None, None), "nl", "hooguit het werk van 24 uur gaat verloren"),
    (Measure("amount", "=", 500, "EUR", None), "nl", ""),
]  # fmt: skip


@pytest.mark.parametrize(("measure", "language", "said"), LEVELS)
def test_level_in_life(measure: Measure, language: str, said: str) -> None:
    assert level_in_life(measure, language) == said


@given(
    st.decimals(min_value=90, max_value=100, places=3), st.sampled_from(["P1D", "P1W", "P1M", "P3M", "P1Y"])
)
def test_down_is_never_rounded_up(percent: Decimal, per: str) -> None:
    minutes = minutes_down(percent, per)
    days = {
        "P1D": 1,
        "P1W": 7,
        "P1M": Decimal("30.4375"),
        "P3M": Decimal("91.3125"),
        "P1Y": Decimal("365.25"),
    }
    exact = (100 - percent) / 100 * days[per] * 1440
    assert minutes <= exact < minutes + 1


def test_service_hours_are_less_than_round_the_clock() -> None:
    measure = Measure("availability", ">=", 99.5, "%", "P1M")
    assert "60 hours" in level_in_life(measure, "en", Decimal(60))


HARDER = [
    (
        "nl",
        "U betaalt op tijd.",
        "De betalingsverplichting geschiedt overeenkomstig contractuele bepalingen.",
    ),
    ("en", "You pay on time.", "Remuneration obligations necessitate contractually stipulated punctuality."),
]


@pytest.mark.parametrize(("language", "easy", "hard"), HARDER)
def test_readability_tells_easy_from_hard(language: str, easy: str, hard: str) -> None:
    left, right = readability(easy, language), readability(hard, language)
    assert (left.score > right.score) == (left.better == "higher")


def test_readability_counts() -> None:
    found = readability("Wij bellen u. U belt ons.", "nl")
    assert (found.words, found.sentences, found.words_per_sentence, found.method) == (
        6,
        2,
        3.0,
        "Flesch-Douma",
    )
    with pytest.raises(ValueError, match="without words"):
        readability("…", "nl")


@pytest.mark.parametrize(
    ("word", "language", "count"),
    [
        ("leverancier", "nl", 4),
        ("beëindigen", "nl", 4),
        ("tijd", "nl", 1),
        ("delivered", "en", 3),
        ("tables", "en", 2),
    ],
)
def test_syllables(word: str, language: str, count: int) -> None:
    assert abs(syllables(word, language) - count) <= 1


def test_both_languages_have_the_same_words() -> None:
    dutch, english = load_words("nl", "say"), load_words("en", "say")
    assert dutch.keys() == english.keys()
    assert dutch["levels"].keys() == english["levels"].keys()
    assert dutch["row_verbs"].keys() == english["row_verbs"].keys()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_swaps_never_swap_a_word_for_itself_again(language: str) -> None:
    swaps = load_words(language, "say")["swaps"]
    for formal, plain in swaps.items():
        assert plain == formal or plain not in swaps
