"""The word data of both languages are complete, and in step."""

import pytest

from klaar.text.data import load_words
from klaar.text.times.lexicon import lexicon

SUBJECTS = ("numbers", "times", "money")


@pytest.mark.parametrize("subject", SUBJECTS)
def test_both_languages_have_the_same_sections_and_keys(subject: str) -> None:
    dutch, english = load_words("nl", subject), load_words("en", subject)
    assert list(dutch) == list(english)
    for section, words in dutch.items():
        if isinstance(words, dict) and not all(key.replace(".", "").isdecimal() for key in words):
            assert set(words) - OWN == set(english[section]) - OWN, section


OWN = {"P0D business", "P2D business"}
"""Times that only one language says in a word."""


@pytest.mark.parametrize("section", ["months", "weekdays", "weekly_days", "cardinals", "ordinals"])
def test_every_month_weekday_and_number_has_a_word(section: str) -> None:
    subject = "numbers" if section in {"cardinals", "ordinals"} else "times"
    dutch, english = load_words("nl", subject)[section], load_words("en", subject)[section]
    assert list(dutch) == list(english)
    assert all(dutch.values())
    assert all(english.values())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_words_are_in_small_letters(language: str) -> None:
    assert all(word == word.lower() for word in lexicon(language).words)


def test_a_region_names_only_what_its_language_names() -> None:
    region = load_words("nl_BE", "times") | load_words("nl_BE", "money")
    base = load_words("nl", "times") | load_words("nl", "money")
    assert region
    for section, words in region.items():
        assert set(words) <= set(base[section]), section
