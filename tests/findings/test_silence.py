"""Silenced rules: where a silence holds, and which silences are refused."""

import pytest
from tests.findings.examples import agreement_of

from klaar.findings.find import find_each
from klaar.findings.load import load_rules
from klaar.findings.silence import Heard, Silence, SilenceError, hear, silences_in, silences_of
from klaar.promises.find import find_promises

TEXT = """# Overeenkomst

## Artikel 1 Dienst

1.1 Leverancier herstelt storingen zo spoedig mogelijk.

1.2 Leverancier meldt een datalek onverwijld.

## Artikel 2 Kwaliteit

2.1 Leverancier levert een gebruiksvriendelijk systeem.
"""
HERE = "1.2 Leverancier meldt"


def heard(text: str, settings: list[dict[str, str]] | None = None) -> Heard:
    agreement = agreement_of(text, "nl")
    silences = (*silences_of(settings or [], agreement), *silences_in(agreement))
    return hear(find_each(agreement, find_promises(agreement), load_rules()), silences)


def test_without_silence_all_is_said() -> None:
    assert [each.rule for each in heard(TEXT).findings] == [
        "vague-deadline",
        "vague-deadline",
        "vague-quality",
    ]


COMMENTS = [
    "<!-- klaar: allow vague-deadline because the law says so -->",
    "<!--klaar: allow vague-deadline because the law says so-->",
    "<!-- Klaar: Allow vague-deadline, because the law says so -->",
    "klaar: allow vague-deadline because the law says so",
    "<!-- klaar: sta toe vague-deadline omdat de wet het zegt -->",
    "klaar: sta toe vague-deadline, omdat de wet het zegt",
]


@pytest.mark.parametrize("comment", COMMENTS)
def test_a_comment_silences_the_clause_after_it(comment: str) -> None:
    said = heard(TEXT.replace(HERE, f"{comment}\n\n{HERE}"))
    assert [each.quote for each in said.findings] == ["zo spoedig mogelijk", "gebruiksvriendelijk"]
    [(finding, silence)] = said.silenced
    assert finding.quote == "onverwijld"
    assert silence.reason in ("the law says so", "de wet het zegt")
    assert silence.said == "text"


def test_a_comment_before_an_article_silences_all_of_it() -> None:
    said = heard(TEXT.replace("## Artikel 1", COMMENTS[0] + "\n\n## Artikel 1"))
    assert [each.rule for each in said.findings] == ["vague-quality"]


def test_a_comment_in_a_paragraph_silences_that_paragraph() -> None:
    said = heard(TEXT.replace("onverwijld.", f"onverwijld. {COMMENTS[0]}"))
    assert [each.quote for each in said.findings] == ["zo spoedig mogelijk", "gebruiksvriendelijk"]


def test_settings_silence_everywhere_or_in_one_clause() -> None:
    everywhere = {"rule": "vague-deadline", "reason": "urgent by nature"}
    assert [each.rule for each in heard(TEXT, [everywhere]).findings] == ["vague-quality"]
    once = heard(TEXT, [{**everywhere, "clause": "1.1"}])
    assert [each.quote for each in once.findings] == ["onverwijld", "gebruiksvriendelijk"]
    assert once.silenced[0][1].said == "settings"


WRONG = [
    ({"rule": "vague-deadlin", "reason": "x"}, "unknown_rule", "vague-deadlin", "vague-deadline"),
    ({"rule": "", "reason": "x"}, "unknown_rule", "", None),
    ({"rule": "vague-deadline"}, "no_reason", "vague-deadline", ""),
    ({"rule": "vague-deadline", "reason": "  "}, "no_reason", "vague-deadline", ""),
    ({"rule": "vague-deadline", "reason": "x", "clause": "9.9"}, "no_clause", "9.9", ""),
    ({"rule": "vague-deadline", "reason": "x", "why": "y"}, "unknown_key", "why", ""),
]


@pytest.mark.parametrize(("setting", "code", "name", "nearest"), WRONG)
def test_a_wrong_setting_is_refused(
    setting: dict[str, str], code: str, name: str, nearest: str | None
) -> None:
    with pytest.raises(SilenceError) as refused:
        heard(TEXT, [setting])
    assert (refused.value.code, refused.value.name) == (code, name)
    if nearest is not None:
        assert refused.value.nearest == nearest


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        ("<!-- klaar: allow vage-deadline because so -->", "unknown_rule"),
        ("<!-- klaar: allow vague-deadline -->", "no_reason"),
        ("<!-- klaar: allow vague-deadline because -->", "no_reason"),
        ("klaar: sta toe vague-deadline", "no_reason"),
    ],
)
def test_a_wrong_comment_is_refused(comment: str, code: str) -> None:
    with pytest.raises(SilenceError) as refused:
        heard(TEXT.replace(HERE, f"{comment}\n\n{HERE}"))
    assert refused.value.code == code
    assert refused.value.nearest in ("vague-deadline", "")


def test_other_words_about_klaar_are_no_silence() -> None:
    agreement = agreement_of("Het werk is klaar: allow is een Engels woord.\n\nKlaar: het systeem.", "nl")
    assert silences_in(agreement) == ()


def test_a_silence_covers_its_own_rule_only() -> None:
    agreement = agreement_of(TEXT, "nl")
    found = find_each(agreement, find_promises(agreement), load_rules())
    said = hear(found, [Silence("vague-quality", "measured elsewhere")])
    assert [each.rule for each in said.findings] == ["vague-deadline", "vague-deadline"]
