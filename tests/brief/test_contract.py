"""`klaar.agreement/1` keeps its published contract, for real agreements and for any that can be made up."""

import json
from pathlib import Path
from typing import Any

import pytest
from brief_agreements import readings
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from tests.brief.made import reading_of

from klaar.brief.contract import SCHEMA, agreement_record
from klaar.brief.reading import Reading, read_agreement
from klaar.documents.read import read_document

ROOT = Path(__file__).parents[2]
CONTRACT = json.loads(
    (ROOT / "docs" / "schema" / "klaar.agreement-1.schema.json").read_text(encoding="utf-8")
)
VALIDATOR = Draft202012Validator(CONTRACT)
SHORT = sorted(
    path.name for path in (ROOT / "examples" / "permit-desk").glob("permit-desk.*") if path.suffix != ".eml"
)
EXAMPLES = (*SHORT, "zaaksysteem.pdf")
"""The short example in every form; the long one, with its 1,900 promises, in one."""
SLOTS = ("condition", "exception", "consequence", "opening")


def written(reading: Reading, with_text: bool = True) -> Any:
    """The record as another program gets it."""
    return json.loads(json.dumps(agreement_record(reading, with_text=with_text), ensure_ascii=False))


def check(told: Any) -> None:
    """The contract holds, and every quote is what stands at its place."""
    error = next(VALIDATOR.iter_errors(told), None)
    assert error is None, f"{error.message} at {list(error.absolute_path)}"
    texts = [document["text"] for document in told["documents"]]
    for entry in (*told["promises"], *told["terms"], *told["facts"], *told["findings"]):
        assert texts[entry["document"]][entry["start"] : entry["end"]] == entry["quote"]
    for promise in told["promises"]:
        check_slots(promise, texts[promise["document"]])
    for party in told["parties"]:
        assert 0 <= party["start"] <= party["end"] <= len(texts[party["document"]])
    ids = [promise["id"] for promise in told["promises"]]
    assert len(ids) == len(set(ids))


def check_slots(promise: Any, text: str) -> None:
    for name in SLOTS:
        place = promise[f"{name}_at"]
        assert (place is None) == (promise[name] is None)
        assert place is None or text[slice(*place)] == promise[name]
    assert [text[slice(*place)] for place in promise["vague_at"]] == promise["vague"]
    deadline = promise["deadline"]
    assert deadline is None or text[deadline["start"] : deadline["end"]] == deadline["text"]


def test_the_schema_is_one_and_describes_what_it_asks_for() -> None:
    Draft202012Validator.check_schema(CONTRACT)
    assert CONTRACT["properties"]["schema"]["const"] == SCHEMA
    for name, part in CONTRACT["$defs"].items():
        if part.get("type") == "object" and "additionalProperties" in part:
            assert set(part["required"]) >= set(part["properties"]) - {"text"}, name


@pytest.mark.parametrize("file", EXAMPLES)
def test_every_example_keeps_the_contract(file: str) -> None:
    check(written(reading_of(file)))


def test_an_agreement_of_several_files_keeps_it() -> None:
    paths = sorted((ROOT / "examples" / "permit-desk" / "source").glob("*.md"))
    documents = [read_document(path.read_bytes(), path.name) for path in paths]
    told = written(read_agreement(documents))
    check(told)
    assert [each["name"] for each in told["documents"]] == [path.name for path in paths]
    assert {promise["document"] for promise in told["promises"]} == set(range(len(paths)))


@settings(max_examples=40)
@given(readings())
def test_any_agreement_keeps_it(reading: Reading) -> None:
    check(written(reading))


@settings(max_examples=40)
@given(readings())
def test_the_text_is_only_there_when_it_is_asked_for(reading: Reading) -> None:
    assert all("text" not in document for document in written(reading, with_text=False)["documents"])
