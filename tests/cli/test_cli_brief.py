"""`klaar brief`: its forms, its sides, and what it says of bad input."""

import json
from pathlib import Path

import pytest
from tests.cli.agreements import DUTCH, ENGLISH, FRENCH, NOTHING, put
from tests.cli.calling import klaar, one_line

from klaar.cli.exits import Exit


@pytest.fixture
def dutch(tmp_path: Path) -> Path:
    return put(tmp_path, "beheer.txt", DUTCH)


def test_the_client_reads_its_own_page(dutch: Path) -> None:
    said = klaar("brief", dutch)
    assert said.code == Exit.DONE
    assert said.out.startswith("Voor de klant\n")
    assert (
        said.out.index("Wat u zelf moet doen") < said.out.index("Wat u krijgt") < said.out.index("Vraag dit")
    )
    assert "1 maart 2027" in said.out


def test_each_side_can_be_asked_for(dutch: Path) -> None:
    assert klaar("brief", dutch, "--for", "it").out.startswith("Voor IT\n")
    both = klaar("brief", dutch, "--for", "both").out
    assert both.index("Voor de klant") < both.index("Voor IT")


def test_klaar_speaks_the_language_that_is_asked_for(tmp_path: Path) -> None:
    english = put(tmp_path, "hosting.txt", ENGLISH)
    assert klaar("brief", english).out.startswith("For the client\n")
    assert klaar("brief", english, "--language", "nl").out.startswith("Voor de klant\n")


@pytest.mark.parametrize(("form", "opens"), [("html", "<!doctype html>"), ("md", "# "), ("json", "{")])
def test_a_form_is_written_to_a_file(dutch: Path, tmp_path: Path, form: str, opens: str) -> None:
    target = tmp_path / f"page.{form}"
    said = klaar("brief", dutch, "--as", form, "--output", target)
    assert (said.code, said.out) == (Exit.DONE, "")
    assert target.read_text(encoding="utf-8").startswith(opens)


def test_today_leaves_out_what_is_past(dutch: Path) -> None:
    early = klaar("brief", dutch, "--as", "json", "--today", "2027-02-01").json["briefs"][0]
    assert early["today"] == "2027-02-01"
    late = klaar("brief", dutch, "--as", "json", "--today", "2027-03-02").json["briefs"][0]
    assert "deze dag is voorbij" in json.dumps(late)
    assert "deze dag is voorbij" not in json.dumps(early)


def test_a_silenced_rule_asks_nothing(dutch: Path, tmp_path: Path) -> None:
    asked = klaar("brief", dutch, "--as", "json").json["briefs"][0]["sums"]["ask"]
    reason = '[[check.silence]]\nrule = "vague-deadline"\nreason = "the wishes are small"\n'
    put(tmp_path, "klaar.toml", reason)
    assert klaar("brief", dutch, "--as", "json").json["briefs"][0]["sums"]["ask"] < asked


def test_without_promises_it_says_so(tmp_path: Path) -> None:
    said = klaar("brief", put(tmp_path, "wandeling.txt", NOTHING))
    assert said.code == Exit.DONE
    assert "vond Klaar geen enkele belofte" in " ".join(said.out.split())


@pytest.mark.parametrize(
    ("options", "exit_code", "says"),
    [
        (("--for", "them"), Exit.MISUSE, "--for"),
        (("--as", "odt"), Exit.MISUSE, "terminal, html"),
        (("--today", "tomorrow"), Exit.MISUSE, "--today"),
        (("--read-as", "de"), Exit.MISUSE, "--read-as"),
        (("--sides", "it"), Exit.MISUSE, "--sides"),
    ],
)
def test_a_wrong_option_is_told_in_one_line(
    dutch: Path, options: tuple[str, ...], exit_code: Exit, says: str
) -> None:
    said = klaar("brief", dutch, *options)
    assert said.code == exit_code
    assert says in one_line(said)


def test_no_file_and_another_language(tmp_path: Path) -> None:
    assert klaar("brief").code == Exit.MISUSE
    assert klaar("brief", tmp_path / "none.txt").code == Exit.NOT_OPENED
    said = klaar("brief", put(tmp_path, "contrat.txt", FRENCH))
    assert said.code == Exit.OTHER_LANGUAGE
    assert "--read-as" in one_line(said)
