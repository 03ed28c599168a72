"""`klaar check`: what it shows, in every form, and how it ends."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.cli.calling import klaar, one_line

from klaar.cli.exits import Exit
from klaar.findings.load import load_rules

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs" / "schema" / "klaar.findings-1.schema.json").read_text("utf-8")
)
DUTCH = """# Overeenkomst

Gemeente Lindeveld (hierna: Opdrachtgever) en Brugwerk ICT B.V. (hierna: Leverancier) komen overeen:

## Artikel 1 Dienst

1.1 Leverancier herstelt storingen zo spoedig mogelijk.

1.2 Het meldpunt wordt niet op onredelijke gronden geweigerd.

## Artikel 2 Duur

2.1 De overeenkomst wordt stilzwijgend verlengd met een jaar.
"""
PLAIN = "Leverancier levert elke dag een back-up. Opdrachtgever betaalt binnen dertig dagen.\n"


@pytest.fixture
def contract(tmp_path: Path) -> Path:
    file = tmp_path / "contract.md"
    file.write_text(DUTCH, "utf-8")
    return file


def rules_in(said: Any) -> list[str]:
    return [each["rule"] for each in said.json["findings"]]


def test_the_gravest_stands_first_with_place_words_and_question(contract: Path) -> None:
    said = klaar("check", contract)
    assert said.code == Exit.DONE
    assert said.err == ""
    lines = said.out.splitlines()
    assert lines[0].startswith("HOOG")
    assert lines[1] == "contract.md · 2.1 · Verlengt vanzelf (silent-renewal)"
    assert "“stilzwijgend verlengd”" in said.out
    assert said.out.index("silent-renewal") < said.out.index("vague-deadline") < said.out.index("double-neg")
    assert "Binnen welke tijd moet dit gebeuren" in said.out


def test_it_speaks_the_language_that_is_asked_for(contract: Path) -> None:
    said = klaar("check", contract, "--language", "en")
    assert "Renews by itself" in said.out
    assert "questions to ask before you sign" in said.out


def test_where_nothing_is_found_it_says_so(tmp_path: Path) -> None:
    file = tmp_path / "plain.txt"
    file.write_text(PLAIN, "utf-8")
    said = klaar("check", file, "--only", "silent-renewal", "--fail-on", "low")
    assert said.code == Exit.DONE
    assert said.out == "Geen regel geraakt. Dat maakt de overeenkomst nog niet goed: lees haar.\n"


ENDS = [("never", 0), ("high", 1), ("middle", 1), ("low", 1)]


@pytest.mark.parametrize(("least", "code"), ENDS)
def test_the_exit_code_tells_what_was_found(contract: Path, least: str, code: int) -> None:
    assert klaar("check", contract, "--fail-on", least).code == code


def test_what_is_less_grave_than_asked_does_not_fail(contract: Path) -> None:
    assert klaar("check", contract, "--fail-on", "high", "--only", "vague-deadline").code == Exit.DONE
    assert klaar("check", contract, "--fail-on", "middle", "--only", "vague-deadline").code == Exit.FOUND


def test_only_and_least_choose_rules(contract: Path) -> None:
    one = klaar("check", contract, "--as", "json", "--only", "vague-deadline")
    assert rules_in(one) == ["vague-deadline"]
    grave = klaar("check", contract, "--as", "json", "--least", "high")
    assert "vague-deadline" not in rules_in(grave)
    assert "silent-renewal" in rules_in(grave)


def test_for_a_side_is_what_can_cost_it_something(contract: Path) -> None:
    client, it = (klaar("check", contract, "--as", "json", "--for", side) for side in ("client", "it"))
    assert {"silent-renewal", "vague-deadline"} <= set(rules_in(client))
    assert not {"silent-renewal", "vague-deadline"} & set(rules_in(it))


def test_the_json_is_as_its_schema_says(contract: Path) -> None:
    said = klaar("check", contract, "--as", "json")
    Draft202012Validator(SCHEMA).validate(said.json)
    for each in said.json["findings"]:
        assert DUTCH[each["start"] : each["end"]] == each["quote"]
    assert said.json["language"] == "nl"


def test_two_files_are_one_agreement(tmp_path: Path, contract: Path) -> None:
    annex = tmp_path / "annex.md"
    annex.write_text("# Bijlage A\n\n1. Leverancier meldt een datalek onverwijld.\n", "utf-8")
    said = klaar("check", contract, annex, "--as", "json", "--only", "vague-deadline")
    assert [each["document"] for each in said.json["findings"]] == [0, 1]
    assert annex.read_text("utf-8")[said.json["findings"][1]["start"] :].startswith("onverwijld")


def test_sarif_has_what_the_standard_asks_for(contract: Path) -> None:
    said = klaar("check", contract, "--as", "sarif")
    assert said.json["version"] == "2.1.0"
    [run] = said.json["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "Klaar"
    assert len({rule["id"] for rule in driver["rules"]}) == len(load_rules())
    lines = DUTCH.splitlines()
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        place = result["locations"][0]["physicalLocation"]
        assert run["artifacts"][place["artifactLocation"]["index"]]["location"]["uri"] == "contract.md"
        region = place["region"]
        assert region["startLine"] == region["endLine"]
        line = lines[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]
        assert DUTCH[region["charOffset"] :][: region["charLength"]] == region["snippet"]["text"]


def test_sarif_names_files_as_addresses_and_marks_what_is_silenced(tmp_path: Path) -> None:
    file = tmp_path / "ons contract é.md"
    comment = "<!-- klaar: sta toe vague-deadline omdat het zo in de wet staat -->"
    file.write_text(DUTCH.replace("1.1 L", f"{comment}\n\n1.1 L"), "utf-8")
    [run] = klaar("check", file, "--as", "sarif").json["runs"]
    assert run["artifacts"][0]["location"]["uri"] == "ons%20contract%20%C3%A9.md"
    marked = [each for each in run["results"] if "suppressions" in each]
    assert [each["ruleId"] for each in marked] == ["vague-deadline"]
    assert marked[0]["suppressions"] == [
        {"kind": "inSource", "justification": "het zo in de wet staat"},
    ]


SETTINGS = """[[check.silence]]
rule = "vague-deadline"
reason = "the desk knows the hours"
clause = "1.1"
[[check.silence]]
rule = "moving-target"
reason = "attached after all"
"""


def test_settings_beside_the_file_silence_a_rule(contract: Path) -> None:
    (contract.parent / "klaar.toml").write_text(SETTINGS)
    said = klaar("check", contract, "--as", "json")
    assert "vague-deadline" not in rules_in(said)
    assert [(each["rule"], each["reason"]) for each in said.json["silenced"]] == [
        ("vague-deadline", "the desk knows the hours")
    ]
    assert said.json["unused"] == [{"rule": "moving-target", "reason": "attached after all"}]
    shown = klaar("check", contract, "--silenced", "--language", "en").out
    assert "Silenced: 1" in shown
    assert "contract.md, clause 1.1 vague-deadline: the desk knows the hours" in shown
    assert "Silenced without need: moving-target" in shown


def test_settings_of_another_file_replace_those_beside(contract: Path, tmp_path: Path) -> None:
    (contract.parent / "klaar.toml").write_text(SETTINGS)
    other = tmp_path / "other.toml"
    other.write_text("[other]\nkey = 1\n")
    assert "vague-deadline" in rules_in(klaar("check", contract, "--as", "json", "--config", other))


WRONG = [
    ('[[check.silence]]\nrule = "vage-deadline"\nreason = "x"', "vague-deadline"),
    ('[[check.silence]]\nrule = "vague-deadline"', "without a reason"),
    ('[[check.silence]]\nrule = "vague-deadline"\nreason = "x"\nclause = "9.9"', "9.9"),
    ('[[check.silence]]\nrule = "vague-deadline"\nreason = "x"\nwhy = "y"', "why"),
    ("[check]\nsilence = 3", "check.silence"),
    ("check = 3", "[check]"),
    ("not toml", "klaar.toml"),
]


@pytest.mark.parametrize(("settings", "told"), WRONG)
def test_wrong_settings_are_told_in_one_line(contract: Path, settings: str, told: str) -> None:
    (contract.parent / "klaar.toml").write_text(settings)
    said = klaar("check", contract, "--language", "en")
    assert said.code == Exit.MISUSE
    assert told in one_line(said)


def test_wrong_use_is_told_in_one_line(contract: Path) -> None:
    for arguments, told in (
        (("--only", "vage-deadline"), "vague-deadline"),
        (("--fail-on", "grave"), "high, middle, low, never"),
        (("--as", "xml"), "text, json, sarif"),
        (("--for", "us"), "it, client, both"),
        (("--least", "none"), "high, middle, low"),
        (("--config",), "--config"),
    ):
        said = klaar("check", contract, *arguments, "--language", "en")
        assert said.code == Exit.MISUSE
        assert told in one_line(said)
    assert klaar("check", "--language", "en").code == Exit.MISUSE
    missing = klaar("check", contract, "--config", contract.parent / "no.toml", "--language", "en")
    assert missing.code == Exit.NOT_OPENED
    assert "no.toml" in one_line(missing)


def test_it_writes_to_a_file(contract: Path, tmp_path: Path) -> None:
    target = tmp_path / "klaar.sarif"
    said = klaar("check", contract, "--as", "sarif", "--output", target)
    assert (said.code, said.out) == (Exit.DONE, "")
    assert json.loads(target.read_text("utf-8"))["version"] == "2.1.0"


def test_a_rule_that_is_met_very_often_is_cut_short(tmp_path: Path) -> None:
    file = tmp_path / "long.md"
    file.write_text(
        "\n\n".join(
            f"{n} Leverancier levert rapport {n} zodra Opdrachtgever de gegevens heeft aangeleverd."
            for n in range(1, 31)
        ),
        "utf-8",
    )
    said = klaar("check", file, "--language", "en")
    assert "… and 20 more of dependency-without-date" in said.out
    assert "30 questions" in said.out
    every = klaar("check", file, "--language", "en", "--only", "dependency-without-date")
    assert every.out.count("(dependency-without-date)") == 30
