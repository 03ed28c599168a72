"""Nothing lost: plain rewrites that keep everything, and the same with one fact changed."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klaar.plain import NOBODY, Fidelity, Parties, check_fidelity, fidelity_record
from klaar.plain.check.model import Kind, Reader
from klaar.text.data import load_words

PAIRS = Path(__file__).parent / "pairs"
CRITICAL = {"number", "date", "duration", "amount", "party", "negation"}
BOTH = Parties(client=("Klant", "Customer"), it=("Leverancier", "Supplier"))


class Case(NamedTuple):
    """A contract sentence with a rewrite; `lost` is the kind of fact that was changed, "" for none."""

    id: str
    contract: dict[str, Any]
    plain: str
    lost: str


def cases_in(file: Path) -> Iterator[Case]:
    for number, contract in enumerate(tomllib.loads(file.read_text("utf-8"))["contract"], 1):
        name = f"{file.stem}-{number}"
        for count, plain in enumerate(contract["faithful"]):
            yield Case(f"{name}.{count}", contract, plain, "")
        for count, (kind, old, new) in enumerate(contract.get("changes", [])):
            assert old in contract["faithful"][0], (name, old)
            yield Case(f"{name}x{count}", contract, contract["faithful"][0].replace(old, new), kind)
        for count, (kind, plain) in enumerate(contract.get("unfaithful", [])):
            yield Case(f"{name}y{count}", contract, plain, kind)


def judge(case: Case, language: str) -> Fidelity:
    contract = case.contract
    parties = Parties(tuple(contract["client"]), tuple(contract["it"]))
    return check_fidelity(contract["source"], case.plain, language, parties, contract.get("reader"))


@cache
def judged(language: str) -> tuple[tuple[Case, Fidelity], ...]:
    files = sorted(PAIRS.glob(f"{language}_*.toml"))
    return tuple((case, judge(case, language)) for file in files for case in cases_in(file))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_keeps_everything_is_kept(language: str) -> None:
    faithful = [verdict.faithful for case, verdict in judged(language) if not case.lost]
    assert len(faithful) >= 120
    assert sum(faithful) / len(faithful) >= 0.93


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_loses_a_fact_is_caught(language: str) -> None:
    caught = [not verdict.faithful for case, verdict in judged(language) if case.lost]
    assert len(caught) >= 400
    assert sum(caught) / len(caught) >= 0.91


@pytest.mark.parametrize("language", ["nl", "en"])
def test_hardly_a_critical_loss_gets_through(language: str) -> None:
    through = [c.id for c, v in judged(language) if c.lost in CRITICAL and v.faithful]
    critical = [c.id for c, _ in judged(language) if c.lost in CRITICAL]
    assert len(through) <= 0.04 * len(critical), through


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_kind_of_loss_is_among_the_pairs(language: str) -> None:
    assert set(Counter(case.lost for case, _ in judged(language))) >= {"", *CRITICAL, "modality", "exception"}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_loss_has_its_place_and_its_words(language: str) -> None:
    for case, verdict in judged(language):
        record = fidelity_record(verdict, case.contract["source"], case.plain, language)
        for loss in record["lost"]:
            assert loss["says"]
            assert loss["kind"] in load_words(language, "check_reasons")["kinds"]
            assert loss["source"] or loss["plain"]
            for text, place in ((case.contract["source"], loss["source"]), (case.plain, loss["plain"])):
                assert place is None or text[place["start"] : place["end"]] == place["quote"] != ""


ONE_FACT: list[tuple[str, str, str, Reader | None, Kind]] = [
    ("Klant betaalt binnen 30 dagen.", "U betaalt binnen 13 dagen.", "nl", "client", "duration"),
    ("Klant betaalt binnen 30 dagen.", "U betaalt binnen 30 werkdagen.", "nl", "client", "unit"),
    ("Klant betaalt € 100.", "Klant betaalt 110 euro.", "nl", None, "amount"),
    ("De dienst start op 1 maart 2027.", "De dienst begint op 3 januari 2027.", "nl", None, "date"),
    ("Leverancier is niet aansprakelijk.", "Leverancier is aansprakelijk.", "nl", None, "negation"),
    ("Leverancier mag de prijs verhogen.", "Wij moeten de prijs verhogen.", "nl", "client", "modality"),
    ("Customer shall pay within 30 days.", "You must pay within 13 days.", "en", "client", "duration"),
    ("Customer shall pay GBP 100.", "The Customer must pay 110 pounds.", "en", None, "amount"),
    ("The service starts on 1 March 2027.", "The service begins on 3 January 2027.", "en", None, "date"),
    ("Supplier is not liable.", "The Supplier is liable.", "en", None, "negation"),
    ("Supplier may raise the price.", "We must raise the price.", "en", "client", "modality"),
    ("Supplier reports once a month.", "The Supplier reports once a year.", "en", None, "frequency"),
]


@pytest.mark.parametrize(("source", "plain", "language", "reader", "kind"), ONE_FACT)
def test_the_kind_of_the_fact_is_named(
    source: str, plain: str, language: str, reader: Reader | None, kind: Kind
) -> None:
    verdict = check_fidelity(source, plain, language, BOTH, reader)
    assert not verdict.faithful
    assert kind in {loss.kind for loss in verdict.lost}


SENTENCES = [(case.contract["source"], language) for language in ("nl", "en") for case, _ in judged(language)]


@pytest.mark.parametrize(("source", "language"), sorted(set(SENTENCES))[::5])
def test_a_text_says_what_it_says_itself(source: str, language: str) -> None:
    assert check_fidelity(source, source, language, BOTH).faithful


@given(days=st.integers(2, 90), other=st.integers(2, 90), language=st.sampled_from(["nl", "en"]))
@settings(max_examples=40, deadline=None)
def test_another_number_of_days_is_never_let_through(days: int, other: int, language: str) -> None:
    source, plain = {
        "nl": (f"Klant betaalt binnen {days} dagen.", f"U betaalt binnen {other} dagen."),
        "en": (f"Customer shall pay within {days} days.", f"You must pay within {other} days."),
    }[language]
    assert check_fidelity(source, plain, language, BOTH, "client").faithful == (days == other)


@given(source=st.text(max_size=120), plain=st.text(max_size=120), language=st.sampled_from(["nl", "en"]))
@settings(max_examples=60, deadline=None)
def test_no_text_is_too_odd(source: str, plain: str, language: str) -> None:
    for loss in check_fidelity(source, plain, language, NOBODY).lost:
        for text, span in ((source, loss.source), (plain, loss.plain)):
            assert span is None or 0 <= span.start < span.end <= len(text)


def test_what_could_not_be_compared_is_said() -> None:
    assert check_fidelity("Klant betaalt.", "U betaalt.", "nl", BOTH).unsure == ("reader",)
    assert check_fidelity("Klant betaalt.", "Klant betaalt.", "nl").unsure == ("parties",)
    assert check_fidelity("Klant betaalt.", "U betaalt.", "nl", BOTH, "client").certainty == "sure"
