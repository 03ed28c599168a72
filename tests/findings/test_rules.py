"""Every example of every rule: what must be found is found at exactly its words, the rest is not."""

import pytest
from tests.findings.examples import agreement_of, findings_of, unmark

from klaar.findings.asking import ask
from klaar.findings.load import load_rules
from klaar.findings.rule import Rule

RULES = load_rules()
LANGUAGES = ("nl", "en")


def examples(kind: str) -> list[object]:
    return [
        pytest.param(rule, language, text, id=f"{rule.id}-{language}-{number}")
        for rule in RULES
        for language in LANGUAGES
        for number, text in enumerate(getattr(rule.wordings[language], kind), 1)
    ]


@pytest.mark.parametrize(("rule", "language", "marked"), examples("hit"))
def test_what_must_be_found_is_found(rule: Rule, language: str, marked: str) -> None:
    example = unmark(marked)
    found = findings_of(rule, example.text, language)
    assert [each.quote for each in found] == [example.text[a:b] for a, b in example.found]
    assert [(each.start, each.end) for each in found] == example.found
    if example.also:
        assert sorted(tuple(span) for each in found for span in each.also) == example.also


@pytest.mark.parametrize(("rule", "language", "text"), examples("miss"))
def test_what_is_no_trouble_is_not_found(rule: Rule, language: str, text: str) -> None:
    assert [each.quote for each in findings_of(rule, text, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_better_clause_is_not_found(rule: Rule, language: str) -> None:
    assert [each.quote for each in findings_of(rule, rule.wordings[language].better, language)] == []


@pytest.mark.parametrize(("rule", "language", "marked"), examples("hit"))
def test_every_finding_has_a_question(rule: Rule, language: str, marked: str) -> None:
    text = unmark(marked).text
    clauses = agreement_of(text, language).clauses
    for each in findings_of(rule, text, language):
        for spoken in LANGUAGES:
            question = ask(each, rule, clauses, spoken)
            assert "?" in question
            assert "{" not in question
