"""`klaar read`: the listing, the JSON, and what its options change."""

import os
from email.message import EmailMessage
from pathlib import Path

import pytest
from agreements import DUTCH, ENGLISH, NOTHING, put
from calling import klaar

from klaar.cli.exits import Exit


@pytest.fixture
def dutch(tmp_path: Path) -> Path:
    return put(tmp_path, "hosting.txt", DUTCH)


@pytest.fixture
def english(tmp_path: Path) -> Path:
    return put(tmp_path, "hosting-en.txt", ENGLISH)


def test_the_listing_says_what_each_side_promised(dutch: Path) -> None:
    said = klaar("read", dutch)
    assert said.code == Exit.DONE
    assert said.err == ""
    it, client = said.out.index("IT doet"), said.out.index("De klant doet")
    assert it < said.out.index("binnen 4 uur · met uitzondering") < client
    assert client < said.out.index("2.1 · moet · binnen 30 dagen")
    assert client < said.out.index("2.2 · moet · 1 maart 2027")
    assert "~ vaag: zo spoedig mogelijk" in said.out
    assert "Noordkaap Hosting B.V.: IT" in said.out
    assert "Niet gelezen of niet zeker" in said.out


def test_an_unsure_promise_says_why(dutch: Path) -> None:
    lines = klaar("read", dutch).out.splitlines()
    at = next(number for number, line in enumerate(lines) if "Deze worden schriftelijk bevestigd" in line)
    assert "? controleer:" in lines[at + 1]


def test_the_own_side_comes_first_and_is_spoken_to(dutch: Path) -> None:
    out = klaar("read", dutch, "--for", "client").out
    assert out.index("U doet (de klant)") < out.index("IT doet")


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({}, "De klant doet"),
        ({"LANG": "C.UTF-8"}, "De klant doet"),
        ({"LANG": "de_DE.UTF-8"}, "De klant doet"),
        ({"LANG": "en_GB.UTF-8"}, "The client does"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "nl_BE"}, "De klant doet"),
    ],
)
def test_klaar_speaks_the_language_of_the_computer_else_of_the_text(
    dutch: Path, environ: dict[str, str], words: str
) -> None:
    assert words in klaar("read", dutch, environ=environ).out


def test_the_language_can_be_chosen(dutch: Path, english: Path) -> None:
    assert "The client does" in klaar("read", dutch, "--language", "en").out
    out = klaar("read", english, "--language=nl").out
    assert "binnen 4 uur" in out


def test_the_text_can_be_read_as_a_language(dutch: Path) -> None:
    assert klaar("read", dutch, "--as", "json", "--read-as", "nl").json["document"]["language"] == "nl"
    assert klaar("read", dutch, "--as", "json", "--read-as", "en").json["document"]["language"] == "en"


def test_a_party_can_be_named(tmp_path: Path) -> None:
    text = "Afspraken\n\n1.1 De Kraai levert elke maand een rapport.\n1.2 De Uil betaalt binnen 9 dagen.\n"
    file = put(tmp_path, "dieren.txt", text)
    told = klaar(
        "read", file, "--as", "json", "--read-as", "nl", "--it", "De Kraai", "--client", "De Uil"
    ).json
    assert [(promise["bearer"], promise["number"]) for promise in told["promises"]] == [
        ("it", "1.1"),
        ("client", "1.2"),
    ]


def test_a_summary_shows_dates_first_and_says_how_much_more_there_is(dutch: Path) -> None:
    out = klaar("read", dutch, "--top", "1").out
    assert "2.2 · moet · 1 maart 2027" in out
    assert "2.1 · moet" not in out
    assert "… en nog" in out
    assert "Dit is een samenvatting" in out


def test_several_files_are_one_agreement_with_their_own_offsets(dutch: Path, tmp_path: Path) -> None:
    annex = put(tmp_path, "bijlage.txt", "Bijlage A\n\n1 Leverancier levert elke maand een rapportage.\n")
    told = klaar("read", dutch, annex, "--as", "json").json
    assert [document["name"] for document in told["documents"]] == ["hosting.txt", "bijlage.txt"]
    texts = [DUTCH, annex.read_text(encoding="utf-8")]
    assert {promise["document"] for promise in told["promises"]} == {0, 1}
    for promise in told["promises"]:
        assert texts[promise["document"]][promise["start"] : promise["end"]] == promise["quote"]
    out = klaar("read", dutch, annex).out
    assert "[bijlage.txt]" in out
    assert "2 bestanden" in out


def test_a_mail_brings_its_attachments(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = (
        "a@voorbeeld.example",
        "b@voorbeeld.example",
        "De overeenkomst",
    )
    mail.set_content(
        "Beste Anna,\n\nHierbij de overeenkomst. Wij leveren het systeem uiterlijk 1 mei 2027.\n"
    )
    mail.add_attachment(DUTCH.encode(), maintype="text", subtype="plain", filename="hosting.txt")
    (tmp_path / "post.eml").write_bytes(mail.as_bytes())
    told = klaar("read", tmp_path / "post.eml", "--as", "json").json
    assert [document["name"] for document in told["documents"]] == ["post.eml", "hosting.txt"]
    assert any(promise["document"] == 1 for promise in told["promises"])


def test_standard_input_is_read(dutch: Path) -> None:
    from_file, from_pipe = klaar("read", dutch, "--as", "json").json, None
    from_pipe = klaar("read", "-", "--as", "json", stdin=dutch.read_bytes()).json
    assert from_pipe["document"]["name"] == "-"
    assert from_pipe["promises"] == from_file["promises"]


def test_json_is_one_line_of_utf8_with_and_without_the_text(dutch: Path) -> None:
    said = klaar("read", dutch, "--as", "json")
    assert said.out.count("\n") == 1
    assert "vóór 1 maart" in said.out
    assert "text" not in said.json["documents"][0]
    assert klaar("read", dutch, "--as", "json", "--with-text").json["documents"][0]["text"] == DUTCH


def test_no_promises_at_all_is_said_and_is_no_failure(tmp_path: Path) -> None:
    said = klaar("read", put(tmp_path, "wandeling.txt", NOTHING))
    assert said.code == Exit.DONE
    assert "Geen beloften gevonden in wandeling.txt." in said.out


@pytest.mark.parametrize(
    ("wish", "text", "code"),
    [
        ("check", DUTCH, Exit.FOUND),
        ("check", ENGLISH, Exit.DONE),
        ("not-covered", DUTCH, Exit.DONE),
        ("not-covered", DUTCH + "2.4 Zie Bijlage Q voor de prijzen.\n", Exit.FOUND),
    ],
)
def test_fail_on_decides_the_exit_code(tmp_path: Path, wish: str, text: str, code: Exit) -> None:
    file = put(tmp_path, "agreement.txt", text)
    said = klaar("read", file, "--fail-on", wish)
    assert said.code == code
    assert said.out


def test_output_goes_to_a_file_that_keeps_its_rights(dutch: Path, tmp_path: Path) -> None:
    target = put(tmp_path, "lijst.txt", "oud")
    target.chmod(0o640)
    said = klaar("read", dutch, "--output", target)
    assert (said.code, said.out) == (Exit.DONE, "")
    assert target.read_text(encoding="utf-8") == klaar("read", dutch).out
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(os.listdir(tmp_path)) == ["hosting.txt", "lijst.txt"]


def test_output_through_a_link_writes_what_it_points_to(dutch: Path, tmp_path: Path) -> None:
    target, link = tmp_path / "echt.json", tmp_path / "link.json"
    link.symlink_to(target)
    assert klaar("read", dutch, "--as", "json", "--output", link).code == Exit.DONE
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8").startswith('{"schema": "klaar.agreement/1"')


def test_reading_twice_gives_the_same(dutch: Path) -> None:
    assert klaar("read", dutch, "--as", "json") == klaar("read", dutch, "--as", "json")


def test_an_id_stays_when_text_elsewhere_changes(dutch: Path, tmp_path: Path) -> None:
    changed = put(tmp_path, "anders.txt", DUTCH.replace("elke dag een back-up", "elke week een back-up"))
    before, after = (
        {p["id"]: p["quote"] for p in klaar("read", f, "--as", "json").json["promises"]}
        for f in (dutch, changed)
    )
    assert len(before.keys() & after.keys()) == len(before) - 1
    assert all(before[key] == after[key] for key in before.keys() & after.keys())
