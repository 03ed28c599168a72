"""Confirming one by one, signing off, the sheet, and a new version that shows what changed."""

import hashlib
import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from tests.web.seating import HERE

from klaar.web.agree.correct.change import edit, restore, split, strike
from klaar.web.jobs.run import run_waiting
from klaar.web.sealing.duties import confirm, confirmed, duties, unconfirmed, withdraw
from klaar.web.sealing.hashes import documents_sha256, promises_sha256, signed_record
from klaar.web.sealing.seen import seen_sha256
from klaar.web.store.models import Confirmation, Promise, SignOff, Version

pytestmark = pytest.mark.django_db


def confirm_all(table, person):
    side = table.seats[person].side
    for promise in unconfirmed(table.version, side):
        told = {"revision": promise.revision}
        assert table[person].post(table.url(f"promises/{promise.key}/confirm/"), told).status_code == 302


def sign(table, person, **more):
    told = {"name": person, "knows": "on", "seen": promises_sha256(table.version), **more}
    return table[person].post(table.url("sign/"), told)


def test_duties_bind_their_own_side(table):
    quotes = " ".join(duties(table.version, "client").values_list("quote", flat=True))
    assert "testgegevens" in quotes
    assert "vertrouwelijke gegevens" in quotes
    assert "niet aansprakelijk" not in quotes
    assert "mag de prijzen" not in quotes


def test_from_confirming_to_both_signatures(table):
    assert sign(table, "owner").status_code == 409
    confirm_all(table, "owner")
    confirm_all(table, "link")
    assert sign(table, "owner").status_code == 302
    table.version.refresh_from_db()
    assert table.version.state == "open"
    assert sign(table, "link").status_code == 302
    table.version.refresh_from_db()
    assert table.version.state == "sealed"
    assert "Beide kanten tekenden" in table["reader"].get(table.url("confirm/")).content.decode()
    assert sign(table, "owner").status_code == 409
    promise = table.promise("testgegevens")
    assert (
        table["owner"].post(table.url(f"promises/{promise.key}/confirm/"), {"act": "withdraw"}).status_code
        == 409
    )


def test_reservation(table):
    promise = table.promise("testgegevens")
    told = {"revision": "1", "reservation": "Als de dossiers er zijn."}
    table["signer"].post(table.url(f"promises/{promise.key}/confirm/"), told)
    assert confirmed(table.version, "client").get().reservation == "Als de dossiers er zijn."
    assert "Als de dossiers" in table["other_side"].get(
        table.url(f"promises/{promise.key}/")
    ).content.decode() or ("voorbehoud" in table["other_side"].get(table.url()).content.decode())


def test_what_was_changed_is_confirmed_anew(table):
    promise = table.promise("testgegevens")
    table["owner"].post(table.url(f"promises/{promise.key}/confirm/"), {"revision": "1"})
    table["other_side"].post(
        table.url(f"promises/{promise.key}/correct/"),
        {"bearer": "client", "kind": "obligation", "revision": "1"},
    )
    assert promise in unconfirmed(table.version, "client")
    again = table["owner"].post(table.url(f"promises/{promise.key}/confirm/"), {"revision": "1"})
    assert again.status_code == 409


@pytest.mark.parametrize("words", ["levert het Systeem", "niet aansprakelijk"])
def test_nobody_confirms_what_binds_another(table, words):
    promise = table.promise(words)
    response = table["owner"].post(table.url(f"promises/{promise.key}/confirm/"), {"revision": "1"})
    assert response.status_code == 400
    assert not Confirmation.objects.exists()


@pytest.mark.parametrize("wrong", [{"name": " "}, {"knows": ""}])
def test_a_signature_has_a_name_and_knows_what_is_open(table, wrong):
    confirm_all(table, "owner")
    assert sign(table, "owner", **wrong).status_code == 422
    assert not SignOff.objects.exists()


def test_what_changed_while_signing_is_not_signed(table):
    confirm_all(table, "owner")
    seen = promises_sha256(table.version)
    table.version.promises.filter(quote__contains="mag de prijzen").update(is_struck=True)
    assert sign(table, "owner", seen=seen).status_code == 409


def test_the_hash_that_is_shown_is_that_of_what_stands_there_now(table):
    first, second, third = table.version.promises.all()[:3]
    mine, seat = table.promise("testgegevens"), table.seats["signer"]
    acts = {
        "look again": lambda: None,
        "edit": lambda: edit(_now(first), 1, {"action": "anders"}, seat, ""),
        "edit again": lambda: edit(_now(first), 2, {"action": "nog anders"}, seat, ""),
        "edit back": lambda: edit(_now(first), 3, {"action": "anders"}, seat, ""),
        "strike": lambda: strike(_now(second), 1, seat, ""),
        "restore": lambda: restore(_now(second), 2, seat, ""),
        "split": lambda: split(_now(third), 1, third.quote.split(" ", 1), seat, ""),
        "reserve": lambda: confirm(_now(mine), seat, _now(mine).revision, "Als de dossiers er zijn."),
        "reserve otherwise": lambda: confirm(_now(mine), seat, _now(mine).revision, "Als zij er zijn."),
        "withdraw": lambda: withdraw(_now(mine), seat),
    }
    seen = [promises_sha256(table.version)]
    for name, act in acts.items():
        with transaction.atomic():
            act()
        seen.append(promises_sha256(table.version))
        assert seen_sha256(table.version) == seen[-1], name
    assert len(set(seen)) == 7


def test_a_signature_refused_for_what_changed_behind_the_page_can_be_given_then(table):
    confirm_all(table, "owner")
    before = table["owner"].get(table.url("sign/")).content.decode()
    table.version.promises.filter(quote__contains="mag de prijzen").update(action="anders")
    seen = promises_sha256(table.version)
    assert seen not in before
    [shown] = re.findall(r'name="seen" value="(\w+)"', before)
    assert sign(table, "owner", seen=shown).status_code == 409
    assert seen in table["owner"].get(table.url("sign/")).content.decode()
    assert sign(table, "owner", seen=seen).status_code == 302


def _now(promise):
    return Promise.objects.get(pk=promise.pk)


def test_a_signature_is_taken_back_until_the_other_side_signed(table):
    confirm_all(table, "owner")
    sign(table, "owner")
    table["signer"].post(table.url("sign/back/"))
    assert not SignOff.objects.exists()


def test_hashes_are_what_anyone_can_count(table):
    data = (HERE / "agreements" / "nl.txt").read_bytes()
    line = hashlib.sha256(data).hexdigest() + "\n"
    assert documents_sha256(table.version) == hashlib.sha256(line.encode()).hexdigest()
    text = json.dumps(signed_record(table.version), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert promises_sha256(table.version) == hashlib.sha256(text.encode()).hexdigest()


def test_sheet(table):
    pypdfium2 = pytest.importorskip("pypdfium2")
    table.version.agreement.title = '#panic("x") & Loket'
    table.version.agreement.save()
    confirm_all(table, "owner")
    sign(table, "owner", name="S. Bakker #strong[x]")
    response = table["reader"].get(table.url("sheet-1.pdf"))
    assert response.headers["Content-Type"] == "application/pdf"
    page = pypdfium2.PdfDocument(response.content)[0].get_textpage().get_text_range()
    assert "S. Bakker #strong[x]" in page
    assert '#panic("x")' in page
    assert promises_sha256(table.version) in page.replace("\r\n", "")


def test_a_new_version_shows_what_changed(table):
    text = (HERE / "agreements" / "nl.txt").read_text("utf-8")
    text = text.replace("binnen 30 dagen na factuurdatum", "binnen 14 dagen na factuurdatum")
    text = text.replace("2.4 Leverancier zet de oude dossiers zo spoedig mogelijk over.\n", "")
    text += "5.3 Leverancier meldt een datalek binnen 24 uur aan Opdrachtgever.\n"
    files = SimpleUploadedFile("versie 2.txt", text.encode())
    assert table["owner"].post(table.url("versions/"), {"files": files}).status_code == 302
    assert table["owner"].get(table.url()).status_code == 200
    run_waiting()
    Version.objects.filter(number=2).update(state="open", opened=table.version.opened)
    page = table["reader"].get(table.url("versions/2/")).content.decode()
    assert "<del>Opdrachtgever betaalt facturen binnen 30 dagen" in page
    assert "<ins>Opdrachtgever betaalt facturen binnen 14 dagen" in page
    assert "datalek" in page
    assert "<del>Leverancier zet de oude dossiers" in page
    assert "12 beloften bleven gelijk" in page
    assert table["reader"].get(table.url("versions/1/klaar.json")).status_code == 200


def test_a_version_waits_for_the_one_before(table):
    Version.objects.create(agreement=table.agreement, number=2, state="reading")
    files = SimpleUploadedFile("x.txt", b"x")
    assert table["owner"].post(table.url("versions/"), {"files": files}).status_code == 409
