"""Findings as a whole: their order, their places, any text."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.findings.examples import agreement_of, unmark

from klaar.findings.asking import ask
from klaar.findings.find import find_findings
from klaar.findings.load import load_rules
from klaar.findings.model import SEVERITIES, Finding, rank_findings
from klaar.promises.find import find_promises

RULES = load_rules()
EXAMPLES = [
    unmark(text).text
    for rule in RULES
    for wording in rule.wordings.values()
    for text in (*wording.hit, *wording.miss)
]


def all_of(text: str, language: str) -> tuple[Finding, ...]:
    agreement = agreement_of(text, language)
    return find_findings(agreement, find_promises(agreement))


def test_findings_stand_in_the_order_of_the_text() -> None:
    text = "\n\n".join(EXAMPLES)
    found = all_of(text, "nl")
    assert len(found) > 20
    assert [(each.start, each.end) for each in found] == sorted((each.start, each.end) for each in found)


def test_a_rule_says_one_thing_of_a_place() -> None:
    found = all_of("\n\n".join(EXAMPLES), "en")
    places = [(each.rule, each.start, each.end) for each in found]
    assert len(places) == len(set(places))


def test_the_gravest_comes_first_and_then_the_place() -> None:
    found = all_of("\n\n".join(EXAMPLES[:60]), "nl")
    ranks = [(SEVERITIES.index(each.severity), each.start) for each in rank_findings(found)]
    assert ranks == sorted(ranks)
    assert len(ranks) == len(found)


def test_only_the_rules_that_are_asked_for_are_looked_for() -> None:
    text = "Leverancier herstelt storingen zo spoedig mogelijk en levert een gebruiksvriendelijk systeem."
    agreement = agreement_of(text, "nl")
    promises = find_promises(agreement)
    one = [rule for rule in RULES if rule.id == "vague-quality"]
    assert {each.rule for each in find_findings(agreement, promises)} >= {"vague-quality", "vague-deadline"}
    assert [each.rule for each in find_findings(agreement, promises, one)] == ["vague-quality"]
    assert find_findings(agreement, promises, ()) == ()


def test_the_same_text_gives_the_same_findings() -> None:
    text = "\n\n".join(EXAMPLES[:40])
    assert all_of(text, "nl") == all_of(text, "nl")


def test_an_empty_agreement_has_no_findings() -> None:
    assert all_of(".", "nl") == ()


WORDS = st.sampled_from([word for text in EXAMPLES for word in text.split()])
LETTERS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=4)
BREAKS = st.sampled_from(["\n\n", "\n- ", ". ", "| "])
ANY = st.lists(st.one_of(WORDS, LETTERS, BREAKS), max_size=60)


@given(pieces=ANY, language=st.sampled_from(["nl", "en"]))
@settings(max_examples=150)
def test_in_any_text_places_are_right(pieces: list[str], language: str) -> None:
    text = " ".join(["x", *pieces])
    agreement = agreement_of(text, language)
    known = {rule.id: rule for rule in RULES}
    for each in find_findings(agreement, find_promises(agreement)):
        read = agreement.document.text
        assert 0 <= each.start < each.end <= len(read)
        assert read[each.start : each.end] == each.quote
        assert all(0 <= start < end <= len(read) for start, end in each.also)
        assert -1 <= each.clause < len(agreement.clauses)
        for spoken in ("nl", "en"):
            assert ask(each, known[each.rule], agreement.clauses, spoken)
