"""A reader who knows nothing of IT finds the answer to ten questions on the page."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.brief.made import brief_of

from klaar.brief.page.model import Line

FILE = Path(__file__).with_name("questions.toml")
QUESTIONS: dict[str, list[dict[str, Any]]] = tomllib.loads(FILE.read_text(encoding="utf-8"))
LANGUAGES = {"zaaksysteem": "nl", "permit-desk": "en"}


def said(line: Line) -> str:
    fails = line.fails.text if line.fails else ""
    return " ".join(" ".join((line.lead, line.said.text, line.life, fails, *line.notes)).split())


@pytest.mark.parametrize("name", LANGUAGES)
def test_there_are_ten_for_each_example(name: str) -> None:
    assert len({each["question"] for each in QUESTIONS[name]}) == 10


@pytest.mark.parametrize(
    ("name", "case"),
    [(name, case) for name in LANGUAGES for case in QUESTIONS[name]],
    ids=lambda value: value if isinstance(value, str) else value["question"],
)
def test_the_answer_stands_on_the_page(name: str, case: dict[str, Any]) -> None:
    section = brief_of(name, "client", LANGUAGES[name]).section(case["section"])
    assert section is not None
    lines = [said(line) for line in section.lines()]
    assert any(all(words in line for words in case["answer"]) for line in lines), lines
