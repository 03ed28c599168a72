"""What repeats is one finding, and a silence takes out its own places only."""

import pytest
from tests.findings.examples import agreement_of, unmark

from klaar.findings.find import find_each, find_findings
from klaar.findings.gathering import gather
from klaar.findings.load import load_rules
from klaar.findings.model import Finding
from klaar.findings.silence import hear, silences_in
from klaar.promises.find import find_promises

RULES = load_rules()
TEXT = """# Overeenkomst

## Artikel 1 Dienst

1.1 Leverancier herstelt storingen zo spoedig mogelijk.

1.2 Leverancier meldt elk lek Zo  spoedig mogelijk.

1.3 Opdrachtgever antwoordt onverwijld.
"""


def deadlines(found: tuple[Finding, ...]) -> list[tuple[str, int]]:
    return [(each.quote, len(each.also)) for each in found if each.rule == "vague-deadline"]


def test_the_same_words_are_one_finding() -> None:
    agreement = agreement_of(TEXT, "nl")
    found = find_findings(agreement, find_promises(agreement))
    assert deadlines(found) == [("zo spoedig mogelijk", 1), ("onverwijld", 0)]
    assert TEXT[slice(*found[0].also[0])] == "Zo  spoedig mogelijk"


def test_a_silenced_place_leaves_the_others() -> None:
    silent = "<!-- klaar: allow vague-deadline because we call each other -->\n\n1.1 Leverancier herstelt"
    agreement = agreement_of(TEXT.replace("1.1 Leverancier herstelt", silent), "nl")
    each = find_each(agreement, find_promises(agreement), RULES)
    found = gather(hear(each, silences_in(agreement)).findings, RULES, agreement.clauses)
    assert deadlines(found) == [("Zo  spoedig mogelijk", 0), ("onverwijld", 0)]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_is_lost(language: str) -> None:
    texts = [unmark(text).text for rule in RULES for text in rule.wordings[language].hit if "\n" not in text]
    agreement = agreement_of("\n\n".join([*texts, *texts]), language)
    each = find_each(agreement, find_promises(agreement), RULES)
    found = gather(each, RULES, agreement.clauses)
    places = {(one.rule, *span) for one in found for span in ((one.start, one.end), *one.also)}
    assert len(found) < len(each)
    assert {(one.rule, one.start, one.end) for one in each} <= places
