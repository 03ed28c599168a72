import re
from collections import Counter
from importlib.resources import files
from itertools import combinations
from tomllib import loads
from typing import Any

import pytest

KEYS = {"word", "forms", "what", "why", "example", "related", "hard"}
MAY = {"full", "loose"}
LONGEST = {"what": 25, "why": 25, "example": 25}
HARD = 4


def read(language: str) -> dict[str, dict[str, Any]]:
    folder = files("klaar.text") / language / "glossary"
    return {f.name: loads(f.read_text("utf-8")) for f in sorted(folder.iterdir(), key=lambda f: f.name)}


FILES = read("en")
TERMS: dict[str, dict[str, Any]] = {key: term for terms in FILES.values() for key, term in terms.items()}


def names(term: dict[str, Any]) -> list[str]:
    return [term["word"], *term["forms"]]


def plain(text: str) -> str:
    return f" {re.sub(r'[^0-9A-Za-z/%&+-]+', ' ', text)} "


def says(text: str, name: str) -> bool:
    """Whether `text` says `name`, also in the plural; an abbreviation only with its capitals."""
    low = plain(text).lower() if name == name.lower() else plain(text)
    return any(plain(form) in low for form in (name, f"{name}s"))


def strict(term: dict[str, Any]) -> list[str]:
    return [name for name in names(term) if name not in term.get("loose", ())]


USED = {
    key: {other for other, t in TERMS.items() if other != key and any(says(term["what"], n) for n in strict(t))}
    for key, term in TERMS.items()
}
ALL = list(TERMS.items())
IDS = list(TERMS)


def test_there_are_enough_terms() -> None:
    assert len(TERMS) >= 520
    assert sum(map(len, FILES.values())) == len(TERMS), "an id stands in two files"


def test_most_terms_are_explained_in_both_languages() -> None:
    dutch = {key for terms in read("nl").values() for key in terms}
    assert len(dutch & TERMS.keys()) >= 450


@pytest.mark.parametrize(("key", "term"), ALL, ids=IDS)
def test_a_term_is_complete(key: str, term: dict[str, Any]) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9_]*", key)
    assert set(term) >= KEYS
    assert set(term) <= KEYS | MAY
    assert term["hard"] in range(1, 6)
    assert term["forms"]
    assert all(text == text.strip() and text for text in names(term))
    assert set(term.get("full", ())) <= set(names(term))
    assert set(term.get("loose", ())) <= set(names(term))


@pytest.mark.parametrize(("key", "term"), ALL, ids=IDS)
def test_a_term_leads_on_to_others(key: str, term: dict[str, Any]) -> None:
    assert term["related"]
    assert len(set(term["related"])) == len(term["related"])
    assert set(term["related"]) <= TERMS.keys() - {key}


@pytest.mark.parametrize(("key", "term"), ALL, ids=IDS)
def test_a_term_is_short(key: str, term: dict[str, Any]) -> None:
    for part, longest in LONGEST.items():
        assert len(term[part].split()) <= longest, part
        assert re.match(r'["“]?[A-Z0-9]', term[part]), part
        assert re.search(r'[.?!]["”]?$', term[part]), part
    assert not re.search(r"[.?!] [A-Z]", term["what"]), "one sentence"


@pytest.mark.parametrize(("key", "term"), ALL, ids=IDS)
def test_what_it_is_needs_no_harder_word(key: str, term: dict[str, Any]) -> None:
    assert not any(says(term["what"], name) for name in names(term)), "explained by itself"
    for other in USED[key]:
        assert TERMS[other]["hard"] <= term["hard"], other
        assert TERMS[other]["hard"] < HARD or other in term["related"], other


def test_no_two_terms_explain_each_other() -> None:
    assert [(a, b) for a, b in combinations(TERMS, 2) if a in USED[b] and b in USED[a]] == []


def test_a_name_belongs_to_one_term() -> None:
    found = Counter(name if name.isupper() else name.lower() for term in TERMS.values() for name in names(term))
    assert [name for name, count in found.items() if count > 1] == []


def test_no_sentence_is_used_twice() -> None:
    found = Counter(term[part] for term in TERMS.values() for part in LONGEST)
    assert [text for text, count in found.items() if count > 1] == []


SPELLINGS = [
    "licence license",
    "authorisation authorization",
    "customisation customization",
    "anonymisation anonymization",
    "pseudonymisation pseudonymization",
    "fibre fiber",
    "instalment installment",
    "acknowledgement acknowledgment",
    "amortisation amortization",
    "data-centre data-center",
    "service-catalogue service-catalog",
    "best-endeavours best-endeavors",
    "wilful-misconduct willful-misconduct",
    "data-minimisation data-minimization",
    "technical-and-organisational-measures technical-and-organizational-measures",
]


@pytest.mark.parametrize("pair", SPELLINGS)
def test_british_and_american_spellings_are_one_term(pair: str) -> None:
    british, american = (word.replace("-", " ") for word in pair.split())
    assert [k for k, t in ALL if british in names(t)] == [k for k, t in ALL if american in names(t)] != []


WANTED = """SLA; availability; incident; problem; request for change; change advisory board; release; PRINCE2; sprint;
user acceptance test; deemed acceptance; API; bespoke software; open source; escrow; SaaS; named user; RTO; RPO;
ISO 27001; penetration test; MFA; encryption; GDPR; processor; data breach; DPIA; DPO; CISO; indemnity; warranty;
consequential loss; liquidated damages; force majeure; termination for convenience; best endeavours;
reasonable endeavours; commercially reasonable; entire agreement; assignment; novation; waiver; severability; estoppel;
tender; RFP; RFQ; SOW; framework agreement; PWS; QASP; COR; indexation; CPI; time and materials; fixed price;
milestone payment; retention; set-off; limitation of liability; gross negligence; governing law; contract owner;
service manager; product owner; sub-processor; VPN; DNS; firewall; backup; ransomware; KPI; OLA; NDA; VAT; TCO"""


@pytest.mark.parametrize("name", [name.strip() for name in WANTED.split(";")])
def test_the_words_of_agreements_are_there(name: str) -> None:
    assert any(name in names(term) for term in TERMS.values())


def test_a_word_is_seen_as_itself_only() -> None:
    assert says("Ask for the APIs first.", "API")
    assert says("The service-level figures", "service-level")
    assert not says("A capital letter", "API")
    assert not says("It has a far end", "FAR")
