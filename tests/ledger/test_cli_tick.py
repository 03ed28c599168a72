"""`klaar tick` as a user meets it: letters on the screen, by mail, in a folder; what goes wrong is said."""

import re
import socket
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from tests.cli.calling import Said, klaar, one_line
from tests.ledger.mailserver import mail_server

from klaar.ledger.store.folder import Folder
from klaar.ledger.store.outbox import OUTBOX, opened_outbox

KEY = "0123456789abcdef"
MORNING = "2027-03-10T09:00"
LINK = 'link = "https://klaar.example.org/answer/{token}"'
SAM = """
[[people]]
name = "Sam"
mail = "sam@client.example"
side = "client"
language = "en"
"""


def people(folder: Path, text: str = SAM, reminders: str = LINK) -> Path:
    (folder / "ledger.toml").write_text(
        f"zone = 'Europe/Amsterdam'\n[reminders]\n{reminders}\n{text}", "utf-8"
    )
    return folder


def tick(folder: Path, *more: str, now: str = MORNING, **environ: str) -> Said:
    environ = {"KLAAR_SECRET_KEY": KEY, **environ}
    return klaar("tick", folder, "--now", now, "--language", "en", *more, environ=environ)


def test_a_letter_on_the_screen_and_then_nothing_more_that_day(permit: Path) -> None:
    first = tick(people(permit))
    assert (first.code, first.err) == (0, "")
    assert "Sam <sam@client.example>" in first.out
    assert "due 12 March 2027 (in 2 days)" in first.out
    assert re.search(r"Sent to sam@client\.example: \d+ promises\.", first.out)
    assert tick(permit, now="2027-03-10T15:00").out == f"{permit}: nothing to say now.\n"


def test_a_dry_run_shows_the_same_and_leaves_nothing_behind(permit: Path) -> None:
    before = sorted(people(permit).iterdir())
    dry = tick(permit, "--dry-run")
    assert sorted(permit.iterdir()) == before
    assert dry.out in tick(permit).out
    assert tick(permit, "--dry-run").out == f"{permit}: nothing to say now.\n"


def test_a_click_is_kept_in_the_ledger_and_ends_the_reminders(permit: Path) -> None:
    out = tick(people(permit)).out
    (line,) = [each for each in out.splitlines() if "return its comments" in each]
    rest = out[out.index(line) :]
    link = re.search(r"Done: (\S+)", rest)
    assert link
    said = klaar("ledger", "answer", permit, link[1], "--language", "en", environ={"KLAAR_SECRET_KEY": KEY})
    assert (said.code, said.out.startswith("Kept: ")) == (0, True)
    again = klaar("ledger", "answer", permit, link[1], "--language", "en", environ={"KLAAR_SECRET_KEY": KEY})
    assert again.out.startswith("Was there already")
    (event,) = Folder(permit).events()
    assert (event.kind, event.side, event.who) == ("delivered", "client", "sam@client.example")
    forged = klaar("ledger", "answer", permit, link[1][:-3] + "abc", environ={"KLAAR_SECRET_KEY": KEY})
    assert forged.code == 2
    assert "not from Klaar" in one_line(forged) or "niet van Klaar" in one_line(forged)


def test_by_mail(permit: Path) -> None:
    with mail_server() as server:
        environ = {"KLAAR_MAIL": server.address, "KLAAR_MAIL_FROM": "Klaar Ünit <klaar@council.example>"}
        said = tick(people(permit, SAM.replace('"Sam"', '"Sám de Boer, CIO"')), **environ)
        assert (said.code, said.err) == (0, "")
        (letter,) = server.to("sam@client.example")
    assert str(letter["From"]) == "Klaar Ünit <klaar@council.example>"
    assert letter["To"].addresses[0].display_name == "Sám de Boer, CIO"
    assert letter["Auto-Submitted"] == "auto-generated"
    plain, page = (letter.get_body((kind,)) for kind in ("plain", "html"))
    assert plain is not None
    assert page is not None
    assert "“The Customer shall return its comments by 2 March 2027.”" in plain.get_content()
    assert '<html lang="en">' in page.get_content()


def test_a_mail_server_that_is_down_is_said_and_tried_again(permit: Path) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"smtp://127.0.0.1:{closed.getsockname()[1]}"
        down = tick(people(permit), KLAAR_MAIL=address)
    assert down.code == 6
    assert "Not sent to sam@client.example" in down.out
    with mail_server(refuse=b"451 come back later\r\n") as server:
        refused = tick(permit, KLAAR_MAIL=server.address)
        assert (refused.code, "451 come back later" in refused.out) == (6, True)
        assert server.letters == []
    with mail_server() as server:
        assert tick(permit, KLAAR_MAIL=server.address).code == 0
        assert len(server.letters) == 1


def test_a_letter_of_which_nobody_knows_is_named_and_not_sent_again(permit: Path) -> None:
    with mail_server(mute=True) as server:
        first = tick(people(permit), KLAAR_MAIL=server.address)
        second = tick(permit, KLAAR_MAIL=server.address)
        assert len(server.letters) == 1
    for said in (first, second):
        assert said.code == 6
        assert "Nobody can tell whether the letter sam@client.example client/2027-03-10 left" in said.out
    with mail_server() as server:
        assert tick(permit, "--again", KLAAR_MAIL=server.address).code == 0
        assert len(server.letters) == 1


def test_in_a_folder(permit: Path, tmp_path: Path) -> None:
    assert tick(people(permit), "--send", str(tmp_path / "out" / "mail")).code == 0
    (file,) = (tmp_path / "out" / "mail").iterdir()
    letter = message_from_bytes(file.read_bytes(), policy=default)
    assert letter["To"].addresses[0].addr_spec == "sam@client.example"


def test_two_rounds_at_once_do_not_mix(permit: Path) -> None:
    with opened_outbox(people(permit)):
        said = tick(permit)
    assert (said.code, said.out) == (0, "")
    assert "another round is going on" in said.err


def test_several_ledgers_in_one_round(permit: Path, tmp_path: Path) -> None:
    said = klaar("tick", people(permit), people(permit), "--now", MORNING, environ={"KLAAR_SECRET_KEY": KEY})
    assert said.out.count("sam@client.example") == 2
    assert "nothing to say" in said.out or "niets te zeggen" in said.out


def test_what_is_wrong_with_one_ledger_does_not_keep_the_others_waiting(permit: Path, tmp_path: Path) -> None:
    said = klaar(
        "tick",
        tmp_path,
        people(permit),
        "--now",
        MORNING,
        "--language",
        "en",
        environ={"KLAAR_SECRET_KEY": KEY},
    )
    assert said.code == 3
    assert "there is no ledger here" in said.err
    assert "Sent to sam@client.example" in said.out


def test_nobody_to_remind(permit: Path) -> None:
    said = tick(people(permit, ""))
    assert (said.code, "there is nobody to remind" in said.out) == (0, True)


@pytest.mark.parametrize(
    ("text", "reminders", "told"),
    [
        (SAM.replace('client"', 'customer"', 2), LINK, "side"),
        (SAM + 'colour = "red"', LINK, "colour"),
        (SAM + 'quiet = ["soon", "late"]', LINK, "quiet"),
        (SAM + 'every = "hour"', LINK, "every"),
        (SAM.replace("sam@client.example", "sam"), LINK, "sam"),
        (SAM.replace("sam@client.example", "sam@x\\r\\nBcc: all@x"), LINK, "sam"),
        ("[[people]]\nname = 'Sam'", LINK, "mail"),
        (SAM, "ahead = 3", "ahead"),
        (SAM, "ahead = [-1]", "ahead"),
        (SAM, "often = [1]", "often"),
        (SAM, 'link = "https://klaar.example.org/"', "token"),
    ],
)
def test_wrong_settings_are_named_and_nothing_is_sent(
    permit: Path, text: str, reminders: str, told: str
) -> None:
    said = tick(people(permit, text, reminders))
    assert said.code in (2, 4)
    assert told in one_line(said)
    assert not (permit / OUTBOX).exists()


@pytest.mark.parametrize(
    ("more", "environ", "code", "told"),
    [
        ((), {"KLAAR_SECRET_KEY": "short"}, 2, "KLAAR_SECRET_KEY"),
        (("--send", "smtp"), {}, 2, "KLAAR_MAIL"),
        ((), {"KLAAR_MAIL": "smtp://"}, 2, "KLAAR_MAIL"),
        (("--now", "soon"), {}, 2, "soon"),
        (("--send", __file__), {}, 2, "--send"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(
    permit: Path, more: tuple[str, ...], environ: dict[str, str], code: int, told: str
) -> None:
    said = tick(people(permit), *more, **environ)
    assert said.code == code
    assert told in one_line(said)


def test_a_broken_outbox_stops_the_round_before_anything_is_sent(permit: Path) -> None:
    tick(people(permit))
    with (permit / OUTBOX).open("a") as file:
        file.write("oops\n")
    said = tick(permit, now="2027-03-18T09:00")
    assert said.code == 4
    assert "outbox.jsonl" in one_line(said)


def test_no_folder_is_said() -> None:
    said = klaar("tick", "--language", "en")
    assert (said.code, "no folder was named" in one_line(said)) == (2, True)
