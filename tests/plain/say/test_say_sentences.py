"""Each clause said to both sides, as a lawyer and a client would want it."""

import tomllib
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klaar.clauses.agreement import build_agreement
from klaar.clauses.model import Agreement
from klaar.documents import read_document
from klaar.plain.check.fidelity import check_fidelity
from klaar.plain.check.model import Parties
from klaar.plain.say import Plain, plain_sentence
from klaar.plain.say.sane import is_sane
from klaar.promises.find import find_promises
from klaar.text.times import find_times

HERE = Path(__file__).parent
NAMES = {"nl": ("Opdrachtgever", "Leverancier"), "en": ("Customer", "Supplier")}
CASES = [
    (language, case)
    for language in ("nl", "en")
    for case in tomllib.loads((HERE / f"cases_{language}.toml").read_text("utf-8"))["case"]
]


@cache
def agreement_of(text: str, language: str) -> Agreement:
    client, it = NAMES[language]
    document = read_document(text.encode(), "clause.txt")
    return build_agreement(document, language, it=(it,), client=(client,))


def said(text: str, language: str, reader: str) -> Plain:
    agreement = agreement_of(text, language)
    return plain_sentence(find_promises(agreement)[0], agreement, reader)


@pytest.mark.parametrize(("language", "case"), CASES, ids=[c["source"][:50] for _, c in CASES])
@pytest.mark.parametrize("reader", ["client", "it"])
def test_clause_in_plain_words(language: str, case: dict[str, str], reader: str) -> None:
    plain = said(case["source"], language, reader)
    assert (plain.text, plain.shown_as, plain.passed) == (case[reader], "plain", True)


def test_both_languages_have_enough_clauses() -> None:
    for language in NAMES:
        assert sum(spoken == language for spoken, _ in CASES) >= 120


DEEDS = {
    "nl": ("levert de documentatie", "zal de fouten herstellen", "is gehouden de rapportage op te stellen"),
    "en": ("shall deliver the documentation", "will repair the errors", "is required to draw up the report"),
}
WHEN = {
    "nl": ("binnen {n} dagen na het verzoek", "uiterlijk op {n} maart 2028", "binnen {n} werkdagen"),
    "en": ("within {n} days after the request", "by {n} March 2028", "within {n} working days"),
}


@st.composite
def clauses(draw: st.DrawFn) -> tuple[str, str]:
    """A clause of our own: a party, what it must do, and by when."""
    language = draw(st.sampled_from(["nl", "en"]))
    name = draw(st.sampled_from(NAMES[language]))
    deed = draw(st.sampled_from(DEEDS[language]))
    when = draw(st.sampled_from(WHEN[language])).format(n=draw(st.integers(2, 28)))
    return language, f"{name} {deed} {when}."


@given(clauses(), st.sampled_from(["client", "it"]))
def test_what_is_shown_loses_nothing(clause: tuple[str, str], reader: str) -> None:
    language, text = clause
    plain = said(text, language, reader)
    client, it = NAMES[language]
    if plain.shown_as == "plain":
        parties = Parties((client,), (it,))
        assert check_fidelity(plain.source, plain.text, language, parties, reader).faithful
    assert plain.passed == (plain.shown_as == "plain")


@given(clauses(), st.sampled_from(["client", "it"]))
def test_times_and_sides_stay(clause: tuple[str, str], reader: str) -> None:
    language, text = clause
    plain = said(text, language, reader)
    assert [t.value for t in find_times(plain.text, language)] == [
        t.value for t in find_times(text, language)
    ]
    mine = text.startswith(NAMES[language][reader == "it"])
    assert plain.text.startswith(("U ", "You ")) == mine


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Leverancier levert de lijst.\n\nLeverancier zal:\na) maandelijks"),
        ("en", "Supplier shall deliver the list.\n\nSupplier shall include"),
    ],
)
def test_fragments_are_shown_as_they_stand(language: str, text: str) -> None:
    agreement = agreement_of(text, language)
    for promise in find_promises(agreement):
        plain = plain_sentence(promise, agreement, "client")
        if plain.shown_as == "original":
            assert plain.text == plain.source
            assert not plain.passed


def test_hard_words_of_an_original_are_explained() -> None:
    text = "Leverancier stelt de escrow en de uptime vast volgens: de SLA <bijlage>."
    agreement = agreement_of(text, "nl")
    for promise in find_promises(agreement):
        plain = plain_sentence(promise, agreement, "client")
        assert plain.shown_as == "original"
        assert plain.explained
        for use in plain.explained:
            assert all(place.end <= len(plain.text) for place in use.places)


LISTS = [
    ("nl", "Leverancier zal:\na) maandelijks rapporteren;\nb) de servers bewaken.", "client",
     ["De leverancier moet elke maand rapporteren.", "De leverancier moet de servers bewaken."]),
    ("en", "Customer shall:\n(a) appoint a contact person;\n(b) pay the invoices within 30 days.", "client",
     ["You must appoint a contact person.", "You must pay the invoices within 30 days."]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "reader", "expected"), LISTS)
def test_items_get_the_subject_of_their_list(
    language: str, text: str, reader: str, expected: list[str]
) -> None:
    agreement = agreement_of(text, language)
    assert [plain_sentence(p, agreement, reader).text for p in find_promises(agreement)] == expected


LEADS = [
    ("nl", "Leverancier levert uiterlijk op 1 maart 2027 de volgende stukken:\n\na) de gids;\nb) het plan.",
     "De leverancier levert uiterlijk op 1 maart 2027 de volgende stukken …"),
    ("en", "Supplier shall deliver the following documents by 1 March 2027:\n\n(a) the guide;\n(b) a plan.",
     "The supplier must deliver the following documents by 1 March 2027 …"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), LEADS)
def test_a_sentence_before_a_list_stays_open(language: str, text: str, expected: str) -> None:
    assert said(text, language, "client").text == expected


BROKEN = [
    ("nl", "De Klant mag niet."),
    ("nl", "De opdracht bestaat uit."),
    ("nl", "De website heeft een systeem waarmee Klant zelfstandig teksten."),
    (
        "nl",
        "M05: Klant werkt in kleine stappen van een week Klant werkt in kleine stappen van een week.",
    ),
    ("en", "Supplier must the tunnels be based on software."),
    ("en", "Supplier must provided the support."),
    ("en", "All information that is confidential must be."),
    ("en", "THE SUPPLIER MUST KEEP ALL DATA SECRET."),
    ("en", "You agree."),
    ("en", "On termination Customer may however, this agreement stays."),
]


@pytest.mark.parametrize(("language", "text"), BROKEN)
def test_what_is_no_sentence_is_not_shown_as_one(language: str, text: str) -> None:
    assert not is_sane(text, language)


ROWS = [
    ("nl", "| Prioriteit | Reactietijd |\n|---|---|\n| 1 | 30 minuten |\n", "client",
     "Leverancier", "Opdrachtgever",
     "Bij prioriteit 1 reageert de leverancier binnen 30 minuten."),
    ("en", "| Severity | Response time |\n|---|---|\n| 1 | 30 minutes |\n", "it",
     "Supplier", "Customer",
     "For severity 1, you must respond within 30 minutes."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "table", "reader", "it", "client", "expected"), ROWS)
def test_rows_become_sentences(
    language: str, table: str, reader: str, it: str, client: str, expected: str
) -> None:
    text = f"# 1\n\n{it} – {client}\n\n{table}"
    document = read_document(text.encode(), "levels.md")
    agreement = build_agreement(document, language, it=(it,), client=(client,))
    first = find_promises(agreement)[0]
    assert plain_sentence(first, agreement, reader).text == expected
