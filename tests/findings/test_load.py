"""A rule's file that is not as it must be is refused, with what is wrong."""

import re

import pytest

from klaar.findings.load import RuleError, load_rules, read_rule

HALF = """
name = "n"
what = "w"
why = "y"
ask = ["In {quote}?"]
better = "b"
hit = ["«a»", "«b»", "«c»", "«d»"]
miss = ["a", "b", "c", "d"]
words = {signs = ["a b"]}
"""
WHOLE = f'check = "phrase"\nseverity = "low"\nsource = "editorial"\n[nl]{HALF}[en]{HALF}'

WRONG = [
    ('severity = "low"', 'severity = "grave"', "severity must be one of high, middle, low"),
    ('check = "phrase"', 'check = "no_such"', "there is no check 'no_such'"),
    ('check = "phrase"', 'check = "os.path"', "there is no check 'os.path'"),
    ('source = "editorial"', 'source = ""', "source is empty"),
    ('source = "editorial"', "", "source missing"),
    ('source = "editorial"', 'source = "e"\ncolour = "red"', "colour unknown"),
    ('source = "editorial"', 'source = "e"\noptions = {most = 3}', "most unknown"),
    ('why = "y"', "", "[nl] why missing"),
    ('why = "y"', 'why = " "', "[nl] why is empty"),
    ('hit = ["«a»", "«b»", "«c»", "«d»"]', "hit = []", "[nl] hit needs 4 examples"),
    ('"«b»", "«c»"', '"«b»", "«b»"', "[nl] hit has the same example twice"),
    ('"«b»", "«c»"', '"«b»", "c"', "[nl] no «words to be found» in the hit 'c'"),
    ('miss = ["a", "b"', 'miss = ["a", "«b»"', "[nl] words marked to be found in the miss"),
    ('miss = ["a", "b", "c", "d"]', 'miss = ["a"]', "[nl] miss needs 4 examples"),
    ("In {quote}?", "In {day}?", "[nl] ask has a slot that no finding fills: day"),
    ("In {quote}?", "In {duty}?", "[nl] the last form of ask may have no slot but {quote}"),
    ('signs = ["a b"]', 'others = ["a b"]', "[nl] [words] signs missing"),
    ('signs = ["a b"]', 'signs = ["… a"]', "[nl] the pattern '… a' must begin with a word"),
    ('signs = ["a b"]', 'signs = ["a ab*"]', "three letters"),
    ('signs = ["a b"]', 'signs = ["a|b-c.d! e"]', "is not one word"),
    (
        'signs = ["a b"]}\n[en]',
        'signs = ["a b"], unless = ["c"]}\n[en]',
        "word lists in one language only: unless",
    ),
    ("[en]", "[de]", "en missing"),
]


def test_a_right_rule_is_read() -> None:
    assert read_rule("some-rule", WHOLE).id == "some-rule"


@pytest.mark.parametrize(("right", "wrong", "message"), WRONG, ids=[case[2][:40] for case in WRONG])
def test_a_wrong_rule_says_what_is_wrong(right: str, wrong: str, message: str) -> None:
    assert right in WHOLE
    with pytest.raises(RuleError, match=re.escape(message)):
        read_rule("some-rule", WHOLE.replace(right, wrong, 1))


@pytest.mark.parametrize("name", ["Some-rule", "some_rule", "some--rule", ""])
def test_a_rule_is_named_in_small_letters(name: str) -> None:
    with pytest.raises(RuleError, match="small letters"):
        read_rule(name, WHOLE)


def test_rules_are_loaded_once_and_in_order() -> None:
    rules = load_rules()
    assert rules is load_rules()
    assert [rule.id for rule in rules] == sorted(rule.id for rule in rules)
