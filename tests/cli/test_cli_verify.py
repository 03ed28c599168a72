"""`klaar verify`: one pair, a file of pairs, and what is wrong with either."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.cli.calling import klaar, one_line

from klaar.cli.exits import Exit

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs" / "schema" / "klaar.verify-1.schema.json").read_text("utf-8")
)
SOURCE = "Klant betaalt binnen dertig dagen na factuurdatum."
KEPT = "U betaalt binnen 30 dagen na de factuurdatum."
LOST = "U betaalt binnen 13 dagen na de factuurdatum."
WHO = ("--client", "Klant", "--it", "Leverancier", "--for", "client", "--language", "nl")
PAIR = {
    "id": "a",
    "language": "nl",
    "parties": {"client": ["Klant"], "it": ["Leverancier"]},
    "reader": "client",
    "source": SOURCE,
    "plain": KEPT,
    "faithful": True,
    "lost": None,
}


def verified(line: str) -> Any:
    record = json.loads(line)
    Draft202012Validator(SCHEMA).validate(record)
    return record


def pairs(folder: Path, *records: object) -> Path:
    file = folder / "pairs.jsonl"
    file.write_text("".join(f"{json.dumps(record)}\n" for record in records), "utf-8")
    return file


def test_a_faithful_text_is_said_to_be_one() -> None:
    said = klaar("verify", SOURCE, KEPT, *WHO)
    assert (said.code, said.out) == (Exit.DONE, "Niets verloren.\n")


def test_what_was_lost_is_said_with_its_words() -> None:
    said = klaar("verify", SOURCE, LOST, *WHO)
    assert said.code == Exit.DONE
    assert said.out.splitlines() == [
        "Verloren of veranderd: 1",
        "  duur: “dertig dagen” → “13 dagen” (er staat iets anders)",
    ]


@pytest.mark.parametrize(("plain", "code"), [(KEPT, Exit.DONE), (LOST, Exit.FOUND)])
def test_it_fails_on_a_loss_where_that_is_asked(plain: str, code: Exit) -> None:
    assert klaar("verify", SOURCE, plain, *WHO, "--fail-on", "lost").code == code


def test_files_and_standard_input_are_read(tmp_path: Path) -> None:
    file = tmp_path / "bron.txt"
    file.write_text(SOURCE, "utf-8")
    assert klaar("verify", file, "-", *WHO, stdin=KEPT.encode()).out == "Niets verloren.\n"


def test_json_has_the_places_in_both_texts() -> None:
    record = verified(klaar("verify", SOURCE, LOST, *WHO, "--as", "json").out)
    (loss,) = record["lost"]
    assert (record["faithful"], loss["kind"], loss["reason"]) == (False, "duration", "changed")
    for text, place in ((SOURCE, loss["source"]), (LOST, loss["plain"])):
        assert text[place["start"] : place["end"]] == place["quote"]


def test_what_could_not_be_compared_is_said() -> None:
    record = verified(klaar("verify", SOURCE, KEPT, "--language", "nl", "--as", "json").out)
    assert record["certainty"] == "check"
    assert [each["what"] for each in record["unsure"]] == ["parties", "reader"]
    assert "--for" not in klaar("verify", SOURCE, KEPT, *WHO).out


def test_every_pair_of_a_file_has_its_line(tmp_path: Path) -> None:
    other = {"id": 7, "language": "en", "source": "Client pays €10.", "plain": "The client pays €12."}
    said = klaar(
        "verify", "--pairs", pairs(tmp_path, PAIR, {**PAIR, "id": "b", "plain": LOST}, other), "--as", "json"
    )
    told = [verified(line) for line in said.out.splitlines()]
    assert [(record["id"], record["faithful"]) for record in told] == [
        ("a", True),
        ("b", False),
        ("7", False),
    ]
    assert told[2]["lost"][0]["kind"] == "amount"
    assert said.code == Exit.DONE


def test_pairs_are_read_from_standard_input_too() -> None:
    said = klaar("verify", "--pairs", "-", stdin=b"\n" + json.dumps(PAIR).encode() + b"\r\n\n")
    assert said.out == "a: Nothing lost.\n"


WRONG = [
    ('{"id": "b", "language": "nl", "source": "a"}', "plain"),
    ("{", "line 2"),
    ('["a"]', "line 2"),
    (json.dumps({**PAIR, "language": "de"}), "language"),
    (json.dumps({**PAIR, "source": " "}), "source"),
    (json.dumps({**PAIR, "plain": 3}), "plain"),
    (json.dumps({**PAIR, "parties": {"client": "Klant"}}), "parties"),
    (json.dumps({**PAIR, "reader": "you"}), "reader"),
    ("\udcff", "line 2"),
]


@pytest.mark.parametrize(("line", "names"), WRONG)
def test_a_line_that_is_no_record_is_named(line: str, names: str, tmp_path: Path) -> None:
    file = tmp_path / "pairs.jsonl"
    file.write_bytes(f"{json.dumps(PAIR)}\n{line}\n".encode("utf-8", "surrogateescape"))
    said = klaar("verify", "--pairs", file, "--as", "json")
    assert said.code == Exit.NOT_READ
    assert "line 2" in one_line(said)
    assert names in said.err


def test_a_file_without_pairs(tmp_path: Path) -> None:
    said = klaar("verify", "--pairs", pairs(tmp_path))
    assert said.code == Exit.NOT_READ
    assert "not one pair" in one_line(said)


MISUSE = [
    ((), Exit.MISUSE),
    ((SOURCE,), Exit.MISUSE),
    (("-", "-"), Exit.MISUSE),
    ((SOURCE, KEPT, "--for", "them"), Exit.MISUSE),
    ((SOURCE, KEPT, "--as", "xml"), Exit.MISUSE),
    ((SOURCE, "weg.txt"), Exit.NOT_OPENED),
    (("--pairs", "weg.jsonl"), Exit.NOT_OPENED),
    (("xyzzy plugh", "plugh xyzzy"), Exit.OTHER_LANGUAGE),
]


@pytest.mark.parametrize(("arguments", "code"), MISUSE)
def test_what_cannot_be_done_is_told_in_one_line(arguments: tuple[str, ...], code: Exit) -> None:
    said = klaar("verify", *arguments)
    assert said.code == code
    one_line(said)


def test_pairs_and_texts_do_not_go_together(tmp_path: Path) -> None:
    said = klaar("verify", SOURCE, KEPT, "--pairs", pairs(tmp_path, PAIR))
    assert said.code == Exit.MISUSE
    one_line(said)
