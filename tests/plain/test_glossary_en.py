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


def listed(text: str) -> list[str]:
    return [" ".join(name.split()) for name in text.split(";")]


def plain(text: str) -> str:
    return f" {re.sub(r'[^0-9A-Za-z/%&+-]+', ' ', text)} "


def says(text: str, name: str) -> bool:
    """Whether `text` says `name`, also in the plural; an abbreviation only with its capitals."""
    low = plain(text).lower() if name == name.lower() else plain(text)
    return any(plain(form) in low for form in (name, f"{name}s"))


def strict(term: dict[str, Any]) -> list[str]:
    return [name for name in names(term) if name not in term.get("loose", ())]


USED = {
    key: {
        other for other, t in TERMS.items() if other != key and any(says(term["what"], n) for n in strict(t))
    }
    for key, term in TERMS.items()
}


def test_there_are_enough_terms() -> None:
    assert len(TERMS) >= 520
    assert sum(map(len, FILES.values())) == len(TERMS), "an id stands in two files"


def test_most_terms_are_explained_in_both_languages() -> None:
    dutch = {key for terms in read("nl").values() for key in terms}
    assert len(dutch & TERMS.keys()) >= 450


def misshapen(term: dict[str, Any]) -> list[str]:
    """The keys that are missing, unknown or wrong."""
    wrong = sorted((KEYS - set(term)) | (set(term) - KEYS - MAY))
    texts = [term.get(part, "") for part in LONGEST] + names(term)
    wrong += [text for text in texts if not text or text != text.strip()]
    wrong += [part for part in MAY if not set(term.get(part, ())) <= set(names(term))]
    return wrong + ["hard"] * (term["hard"] not in range(1, 6)) + ["forms"] * (not term["forms"])


def too_long(term: dict[str, Any]) -> list[str]:
    """The texts that are no short plain sentences."""
    wrong = [part for part, longest in LONGEST.items() if len(term[part].split()) > longest]
    wrong += [part for part in LONGEST if not re.match(r'["“]?[A-Z0-9].*[.?!]["”]?$', term[part])]
    return wrong + ["two sentences"] * bool(re.search(r"[.?!] [A-Z]", term["what"]))


def too_hard(key: str, term: dict[str, Any]) -> list[str]:
    """The words in what a term is that need explaining more than the term itself."""
    own = [name for name in names(term) if says(term["what"], name)]
    harder = [other for other in USED[key] if TERMS[other]["hard"] > term["hard"]]
    alone = [o for o in USED[key] if TERMS[o]["hard"] >= HARD and o not in term["related"]]
    return own + harder + alone


@pytest.mark.parametrize("name", FILES)
def test_the_terms_of_a_file_are_complete(name: str) -> None:
    assert {key: misshapen(term) for key, term in FILES[name].items() if misshapen(term)} == {}
    assert [key for key in FILES[name] if not re.fullmatch(r"[a-z][a-z0-9_]*", key)] == []


@pytest.mark.parametrize("name", FILES)
def test_the_terms_of_a_file_lead_on_to_others(name: str) -> None:
    for key, term in FILES[name].items():
        assert term["related"], key
        assert len(set(term["related"])) == len(term["related"]), key
        assert set(term["related"]) <= TERMS.keys() - {key}, key


@pytest.mark.parametrize("name", FILES)
def test_the_terms_of_a_file_are_short(name: str) -> None:
    assert {key: too_long(term) for key, term in FILES[name].items() if too_long(term)} == {}


@pytest.mark.parametrize("name", FILES)
def test_what_a_term_is_needs_no_harder_word(name: str) -> None:
    assert {key: too_hard(key, term) for key, term in FILES[name].items() if too_hard(key, term)} == {}


def test_no_two_terms_explain_each_other() -> None:
    assert [(a, b) for a, b in combinations(TERMS, 2) if a in USED[b] and b in USED[a]] == []


def test_a_name_belongs_to_one_term() -> None:
    found = Counter(
        name if name.isupper() else name.lower() for term in TERMS.values() for name in names(term)
    )
    assert [name for name, count in found.items() if count > 1] == []


def test_no_sentence_is_used_twice() -> None:
    found = Counter(term[part] for term in TERMS.values() for part in LONGEST)
    assert [text for text, count in found.items() if count > 1] == []


SPELLINGS = """licence/license; authorisation/authorization; customisation/customization;
anonymisation/anonymization; pseudonymisation/pseudonymization; fibre/fiber; instalment/installment;
acknowledgement/acknowledgment; amortisation/amortization; data centre/data center; service
catalogue/service catalog; best endeavours/best endeavors; wilful misconduct/willful misconduct; data
minimisation/data minimization; technical and organisational measures/technical and organizational
measures"""


@pytest.mark.parametrize("pair", listed(SPELLINGS))
def test_british_and_american_spellings_are_one_term(pair: str) -> None:
    british, american = pair.split("/")
    terms = TERMS.items()
    assert [k for k, t in terms if british in names(t)] == [k for k, t in terms if american in names(t)] != []


WANTED = """SLA; availability; incident; problem; request for change; change advisory board; release;
PRINCE2; sprint; user acceptance test; deemed acceptance; API; bespoke software; open source; escrow;
SaaS; named user; RTO; RPO; ISO 27001; penetration test; MFA; encryption; GDPR; processor; data breach;
DPIA; DPO; CISO; indemnity; warranty; consequential loss; liquidated damages; force majeure; termination
for convenience; best endeavours; reasonable endeavours; commercially reasonable; entire agreement;
assignment; novation; waiver; severability; estoppel; tender; RFP; RFQ; SOW; framework agreement; PWS;
QASP; COR; indexation; CPI; time and materials; fixed price; milestone payment; retention; set-off;
limitation of liability; gross negligence; governing law; contract owner; service manager; product owner;
sub-processor; VPN; DNS; firewall; backup; ransomware; KPI; OLA; NDA; VAT; TCO"""


@pytest.mark.parametrize("name", listed(WANTED))
def test_the_words_of_agreements_are_there(name: str) -> None:
    assert any(name in names(term) for term in TERMS.values())


def test_a_word_is_seen_as_itself_only() -> None:
    assert says("Ask for the APIs first.", "API")
    assert says("The service-level figures", "service-level")
    assert not says("A capital letter", "API")
    assert not says("It has a far end", "FAR")
