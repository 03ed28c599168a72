"""The Dutch glossary: as complete as the English one, and its compounds and everyday words."""

import re
from collections import Counter
from importlib.resources import files
from tomllib import loads
from typing import Any

import pytest

from klaar.plain.terms import explain, load_terms

TERMS = load_terms("nl").by_id
WORDS: list[dict[str, Any]] = loads((files("klaar.text") / "nl" / "everyday.toml").read_text("utf-8"))["word"]
LONGEST = 30
"""Words that a sentence has at most."""


def test_there_are_enough_terms() -> None:
    assert len(TERMS) >= 700


@pytest.mark.parametrize("part", ["what", "why", "example"])
def test_every_term_says_all_in_short_sentences(part: str) -> None:
    texts = {term.id: getattr(term, part) for term in TERMS.values()}
    assert [key for key, text in texts.items() if not text] == []
    sentences = [s for text in texts.values() for s in re.split(r"(?<=[.?!]) ", text)]
    assert [s for s in sentences if len(s.split()) > LONGEST] == []


def test_what_a_term_is_takes_one_sentence() -> None:
    assert [t.id for t in TERMS.values() if re.search(r"[.?!] [A-Z]", t.what)] == []


def test_every_term_leads_on_to_others() -> None:
    assert [
        t.id for t in TERMS.values() if not t.related or not set(t.related) <= TERMS.keys() - {t.id}
    ] == []


def test_no_example_is_used_twice() -> None:
    found = Counter(term.example for term in TERMS.values())
    assert [text for text, count in found.items() if count > 1] == []


WANTED = """SLA; beschikbaarheid; incident; wijziging; release; PRINCE2; sprint; acceptatietest; API;
maatwerk; opensourcesoftware; escrow; SaaS; ISO 27001; pentest; tweestapsverificatie;
versleuteling; AVG; verwerker; datalek; DPIA; vrijwaring; garantie; gevolgschade; boete;
overmacht; opzegging; ingebrekestelling; verzuim; fatale termijn; indexering; meerwerk;
nacalculatie; vaste prijs; mijlpaal; verrekening; aansprakelijkheid; toepasselijk recht; VPN;
firewall; KPI; NDA; btw; GIBIT; exit"""


@pytest.mark.parametrize("word", [" ".join(word.split()) for word in WANTED.split(";")])
def test_the_words_of_agreements_are_there(word: str) -> None:
    found = explain(word, "nl")
    assert found is not None
    assert found.how == "term"


COMPOUNDS = [
    ("uptimegarantie", "uptime garantie"),
    ("responstijdvenster", "responstijd venster"),
    ("hersteltijdgarantie", "hersteltijd garantie"),
    ("SLA-boete", "SLA boete"),
    ("patchvenster", "patch venster"),
    ("licentievergoeding", "licentie vergoeding"),
]


@pytest.mark.parametrize(("word", "parts"), COMPOUNDS)
def test_a_compound_is_taken_apart(word: str, parts: str) -> None:
    found = explain(word, "nl")
    assert found is not None
    if found.how == "compound":
        assert [part.word for part in found.parts] == parts.split()
    assert [word[part.start : part.end].lower() for part in found.parts] == [
        p.word.lower() for p in found.parts
    ]


def test_there_are_enough_everyday_words() -> None:
    assert len(WORDS) >= 600
    assert [w for w in WORDS if not {"from", "to", "kind"} <= w.keys() or w["from"] == w["to"]] == []
    assert [k for k, n in Counter((w["from"], w["kind"]) for w in WORDS).items() if n > 1] == []


SAID = [
    ("derhalve", "daarom"),
    ("dienaangaande", "daarover"),
    ("indien", "als"),
    ("teneinde", "om"),
    ("onverwijld", "meteen"),
    ("reeds", "al"),
]


@pytest.mark.parametrize(("formal", "everyday"), SAID)
def test_a_formal_word_has_an_everyday_one(formal: str, everyday: str) -> None:
    assert any(everyday in w["to"] for w in WORDS if w["from"] == formal)
