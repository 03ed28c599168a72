"""`klaar sorry`: the pages, the forms, the ledger from break to made good, and every wrong call."""

import json
import string
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.cli.calling import klaar, one_line
from tests.levels.sessions import ROOT, printed, sessions

from klaar.text.data import load_words

PAGE = ROOT / "docs" / "commands" / "sorry.md"
SCHEMA = json.loads((ROOT / "docs" / "schema" / "klaar.letter-1.schema.json").read_text("utf-8"))
FACTS = ROOT / "examples" / "letters" / "koppeling.toml"
NL = ("--language", "nl", "--today", "2027-06-01")


@pytest.mark.parametrize(("command", "shown"), [*sessions(PAGE)])
def test_the_page_shows_what_is_printed(command: str, shown: str) -> None:
    assert printed(command) == shown


def test_both_halves_say_the_same_things() -> None:
    def flat(table: dict[str, Any], above: str = "") -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in table.items():
            found |= flat(value, f"{above}{key}.") if isinstance(value, dict) else {above + key: value}
        return found

    dutch, english = (flat(load_words(language, "apology")) for language in ("nl", "en"))
    assert dutch.keys() == english.keys()
    for key, value in dutch.items():
        if (key.startswith("text.") and not key.endswith("source")) or isinstance(value, str):
            one, other = (
                {name for _, name, _, _ in string.Formatter().parse(str(each)) if name}
                for each in (value, english[key])
            )
            assert one == other, key
        if key.startswith("parts."):
            assert value == english[key]


@pytest.mark.parametrize("form", ["person", "group", "status", "update", "ended"])
@pytest.mark.parametrize("shape", ["text", "md", "html", "json"])
@pytest.mark.parametrize("more", [(), ("--regret",)])
def test_every_form_in_every_shape(form: str, shape: str, more: tuple[str, ...]) -> None:
    said = klaar("sorry", "--facts", FACTS, "--form", form, "--as", shape, *more, *NL)
    assert (said.code, said.err) == (0, "")
    assert "koppeling met de basisregistratie" in said.out
    if shape == "json":
        jsonschema.validate(said.json, SCHEMA)
        assert said.json["sending"] is None


def test_a_file_holds_the_letter_and_not_the_advice(tmp_path: Path) -> None:
    file = tmp_path / "brief.txt"
    said = klaar("sorry", "--facts", FACTS, "--output", file, *NL)
    assert "jurist" in said.out
    assert "jurist" not in file.read_text("utf-8")
    assert file.read_text("utf-8").startswith("Onderwerp: ")


def test_a_script_can_tell_that_something_is_open() -> None:
    assert klaar("sorry", "--fail-on-open", *NL).code == 1
    assert klaar("sorry", "--facts", FACTS, "--fail-on-open", *NL).code == 0


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    agreement = tmp_path / "sla.txt"
    agreement.write_text(
        "Overeenkomst tussen Havenzicht IT B.V. (Leverancier) en Gemeente Molendam (Opdrachtgever).\n\n"
        "1. Oplevering\n\n1.1 Leverancier levert de koppeling uiterlijk op 1 juni 2027 op.\n"
        "1.2 Opdrachtgever levert de testberichten uiterlijk op 1 mei 2027 aan.\n",
        "utf-8",
    )
    folder = tmp_path / "logboek"
    assert klaar("ledger", "open", folder, agreement).code == 0
    settings = folder / "ledger.toml"
    settings.write_text("begun = 2027-01-11\n" + settings.read_text("utf-8"), "utf-8")
    return folder


def duties(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "promises.jsonl").read_text("utf-8").splitlines()]


def events(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "events.jsonl").read_text("utf-8").splitlines()]


def add(folder: Path, promise: str, event: str, side: str, day: str, *data: str) -> None:
    pairs = [part for each in data for part in ("--data", each)]
    call = ("--promise", promise, "--event", event, "--side", side, "--who", "Sam", "--happened", day)
    assert klaar("ledger", "add", folder, *call, *pairs).code == 0


def test_from_a_broken_promise_to_made_good(ledger: Path) -> None:
    link = next(duty["id"] for duty in duties(ledger) if "koppeling" in duty["words"])
    data = next(duty["id"] for duty in duties(ledger) if "testberichten" in duty["words"])
    add(ledger, link, "waiting", "it", "2027-02-01", f"on={data}")
    add(ledger, data, "delivered", "client", "2027-05-09")
    add(ledger, link, "broken", "it", "2027-06-02", "reason=Bij de laatste test vielen drie berichten weg")
    call = ("sorry", ledger, "--promise", link[:6], "--language", "nl", "--today", "2027-06-03")
    first = klaar(*call)
    assert "Bij de laatste test vielen drie berichten weg." in first.out
    assert "Op 11 januari 2027 hebben wij u dit beloofd:" in first.out
    assert "De klant deed dit 8 dagen later dan afgesproken" in first.out.replace("\n", " ")
    refused = klaar(*call, "--record")
    assert refused.code == 2
    assert "kan nog niet weg" in one_line(refused)
    assert len(events(ledger)) == 3
    filled = (
        *("--to", "mevrouw De Wit", "--who", "Karim Haddad", "--contact", "020 555 01 23"),
        *("--meant", "Uw balie typt met de hand", "--own", "Wij testten te laat"),
        *("--repair", "Wij herstellen de drie berichten", "--repair-by", "2027-06-15"),
        *("--cause", "Niemand vroeg naar echte berichten", "--change", "Wij testen voortaan eerder"),
    )
    record = klaar(*call, *filled, "--as", "json").json
    jsonschema.validate(record, SCHEMA)
    assert [each["kind"] for each in record["sending"]["events"]] == ["apologised"]
    sent = klaar(*call, *filled, "--record")
    assert f"In het logboek: sorry gezegd voor {link}." in sent.out
    assert "Nieuwe belofte in het logboek: Wij herstellen de drie berichten (15 juni 2027)." in sent.out
    again = klaar(*call, *filled, "--record")
    assert "niet nog eens opgeschreven" in again.out
    assert (len(events(ledger)), len(duties(ledger))) == (4, 3)
    answer = ("--answer", "no", "--who", "De Wit", "--side", "client")
    assert "wat er nog ontbreekt" in one_line(klaar(*call, *answer))
    assert klaar(*call, *answer, "--note", "Er ontbreken er nog twee").code == 0
    assert klaar(*call, "--answer", "yes", "--who", "De Wit", "--side", "client").code == 0
    assert [each["kind"] for each in events(ledger)[3:]] == ["apologised", "questioned", "made_good"]
    assert klaar("ledger", "verify", ledger).code == 0


@pytest.mark.parametrize(
    ("more", "code", "told"),
    [
        (("--form", "poem"), 2, "--form"),
        (("--as", "pdf"), 2, "--as"),
        (("--failure", "sad"), 2, "--failure"),
        (("--repair-by", "soon"), 2, "repair_by cannot be “soon”"),
        (("--next-word", "at three"), 2, "next_word"),
        (("--every", "often"), 2, "often"),
        (("--every", "P1M"), 2, "P1M"),
        (("--zone", "Europe/Atlantis"), 2, "Europe/Atlantis"),
        (("--today", "later"), 2, "--today"),
        (("--today", "9999-12-31"), 2, "--today"),
        (("--ended", "0001-01-01T00:00"), 2, "ended"),
        (("--record",), 2, "a ledger and a promise"),
        (("--promise", "a1"), 2, "a ledger and a promise"),
        (("nowhere", "--promise", "a1"), 3, "no ledger"),
        (("--facts", "nowhere.toml"), 3, "nowhere.toml"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(more: tuple[str, ...], code: int, told: str) -> None:
    said = klaar("sorry", *more, "--language", "en")
    assert (said.code, told in one_line(said)) == (code, True), said.err


@pytest.mark.parametrize(
    ("content", "code", "told"),
    [
        ("to = ", 4, "no sound TOML"),
        ('blame = "you"', 4, "“blame”"),
        ("to = 3", 2, "to cannot be “3”"),
        ('page = "twelve"', 2, "page cannot be"),
        ('failure = "sad"', 2, "failure cannot be"),
        ('others = [{side = "client", words = "Late."}]', 2, "others cannot be"),
        ('others = [{side = "us", words = "Late.", source = "x"}]', 2, "others cannot be"),
    ],
)
def test_a_wrong_file_of_facts_is_told(tmp_path: Path, content: str, code: int, told: str) -> None:
    file = tmp_path / "facts.toml"
    file.write_text(content, "utf-8")
    said = klaar("sorry", "--facts", file, "--language", "en")
    assert (said.code, told in one_line(said)) == (code, True), said.err


def test_an_unknown_promise_of_a_ledger_is_told(ledger: Path) -> None:
    assert klaar("sorry", ledger, "--promise", "zzz", "--language", "en").code == 2


def test_a_level_that_was_missed_becomes_a_letter(tmp_path: Path) -> None:
    outages = ROOT / "examples" / "measurements" / "permit-desk-outages.csv"
    call = (
        "measure",
        outages,
        "--hours",
        "Mon-Fri 7-19",
        "--rest",
        "up",
        "--today",
        "2027-04-01",
        "--as",
        "facts",
    )
    facts = tmp_path / "facts.toml"
    assert klaar(*call, "--level", "99.5%", "--language", "en", "--output", facts).code == 0
    facts.write_text(facts.read_text("utf-8").replace('# to = ""', 'to = ""'), "utf-8")
    letter = klaar("sorry", "--facts", facts, "--language", "en", "--today", "2027-04-02")
    assert letter.code == 0, letter.err
    assert "We did not reach the level that we promised you." in letter.out
    assert "For March 2027 this was agreed: 99.5%. What was measured: 97.28%." in letter.out.replace(
        "\n", " "
    )
    kept = klaar(*call, "--level", "90%", "--language", "en")
    assert kept.code == 2
    assert "no facts for a letter" in one_line(kept)
