"""Values in plain words: a table of cases in both languages, and no value that makes it stumble."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from brief_agreements import deadlines, measures
from hypothesis import given
from hypothesis import strategies as st

from klaar.brief.spoken import Speaker
from klaar.brief.spoken_slots import spoken_deadline, spoken_measure
from klaar.promises.model import Deadline, Measure

CASES = tomllib.loads(Path(__file__).with_name("spoken_cases.toml").read_text(encoding="utf-8"))["case"]


def say(case: dict[str, Any], language: str) -> str:
    speaker, value, working = Speaker(language), case["value"], case.get("working", False)
    if case["kind"] == "deadline":
        told = {"text": "", "start": 0, "end": 0, "value": None, **value}
        return spoken_deadline(Deadline(**told), speaker)
    if case["kind"] == "measure":
        return spoken_measure(Measure(**{"unit": None, "per": None, **value}), speaker)
    if case["kind"] == "money":
        return speaker.money(value, case["code"])
    method = getattr(speaker, case["kind"])
    return str(method(value, working) if case["kind"] in ("duration", "every") else method(value))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['kind']} {case['value']}"[:60])
def test_said_in_plain_words(case: dict[str, Any], language: str) -> None:
    assert say(case, language) == case[language]


@given(deadlines("binnen dertig dagen na ontvangst"), measures(), st.sampled_from(["nl", "en"]))
def test_any_slot_can_be_said(deadline: Deadline, measure: Measure, language: str) -> None:
    speaker = Speaker(language)
    for words in (spoken_deadline(deadline, speaker), spoken_measure(measure, speaker)):
        assert words.strip() == words
        assert "{" not in words


@given(st.text(max_size=20), st.sampled_from(["nl", "en"]))
def test_what_is_no_time_is_said_as_it_stands(value: str, language: str) -> None:
    speaker = Speaker(language)
    if not value.startswith("P"):
        assert speaker.duration(value) == value
    assert speaker.date(value) or not value
