from pathlib import Path
from tomllib import loads

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klaar.text.language import _lists, detect_language

CASES = loads((Path(__file__).parent / "language_cases.toml").read_text("utf-8"))["case"]
NL = "Opdrachtgever betaalt de factuur binnen dertig dagen nadat zij die van Leverancier heeft ontvangen. "
EN = "The customer shall pay each invoice within thirty days after it has been received from the supplier. "
MIXED = [(NL * 50 + EN * 25, "nl", "en"), (EN * 60 + NL * 30, "en", "nl")]


@pytest.mark.parametrize(("code", "text"), [(c["code"], t) for c in CASES for t in c["texts"]])
def test_a_text_has_a_language(code: str, text: str) -> None:
    assert detect_language(text).code == code


def test_a_long_text_is_sure() -> None:
    assert detect_language(NL * 60) == ("nl", 1.0, None, "sure")
    assert detect_language(EN * 60) == ("en", 1.0, None, "sure")


def test_a_short_text_is_to_be_checked() -> None:
    assert detect_language("Klant betaalt.").certainty == "check"


@pytest.mark.parametrize(("text", "code", "second"), MIXED)
def test_a_mixed_text_says_so(text: str, code: str, second: str) -> None:
    language = detect_language(text)
    assert (language.code, language.second, language.certainty) == (code, second, "check")
    assert language.mixed
    assert 0.5 < language.share < 0.85


def test_a_line_in_the_other_language_does_not_make_a_text_mixed() -> None:
    assert not detect_language(NL * 100 + EN + NL * 100).mixed


def test_both_languages_have_the_same_lists() -> None:
    for code in ("nl", "en"):
        lists = _lists(code)
        assert all(lists)
        assert not lists.function & lists.foreign


@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    language = detect_language(text)
    assert language.code in ("nl", "en", "other")
    assert 0.0 <= language.share <= 1.0
