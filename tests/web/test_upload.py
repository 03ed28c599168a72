"""A new agreement: files are chosen, kept, read in a process of their own, and their sides confirmed."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.web.seating import HERE

from klaar.web.jobs.run import run_waiting
from klaar.web.store.models import Agreement, DocumentFile, Version

pytestmark = pytest.mark.django_db
DUTCH = (HERE / "agreements" / "nl.txt").read_bytes()


def _file(data: bytes = DUTCH, name: str = "overeenkomst.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def _send(table, *files, **more):
    return table["owner"].post(
        "/agreements/new/", {"files": files, "organisation": table.organisation.pk, **more}
    )


@pytest.fixture
def version(table):
    _send(table, _file(DUTCH + b"\n5.3 Partijen overleggen ieder kwartaal.\n"))
    return Version.objects.get(state="waiting")


def test_file_is_kept_by_its_sha256_outside_what_is_served(table, version):
    file = version.files.get()
    kept = Path(settings.FILES_ROOT) / str(table.organisation.pk) / file.sha256[:2] / file.sha256
    assert kept.read_bytes().startswith(DUTCH)
    assert kept.stat().st_mode & 0o077 == 0


def test_from_file_to_table(table, version):
    owner, url = table["owner"], f"/agreements/{version.agreement_id}/"
    assert owner.get(f"{url}reading/").headers["Refresh"] == "2"
    assert run_waiting() == 1
    page = owner.get(f"{url}reading/", follow=True).content.decode()
    assert "Noorderbrug ICT B.V." in page
    response = owner.post(f"{url}sides/", {"title": "Loket", "side": "client"}, follow=True)
    assert response.redirect_chain[-1][0] == url
    assert "Overeenkomst" not in response.context["seat"].agreement.title


def test_changed_sides_are_read_again(table, version):
    run_waiting()
    it = version.parties.get(side="it")
    told = {"title": "Loket", "side": "client", f"party-{it.pk}": "other"}
    table["owner"].post(f"/agreements/{version.agreement_id}/sides/", told)
    version.refresh_from_db()
    assert (version.state, version.it_names) == ("waiting", [])


def test_sides_need_an_own_side(table, version):
    run_waiting()
    response = table["owner"].post(f"/agreements/{version.agreement_id}/sides/", {"title": "Loket"})
    assert response.status_code == 422


def test_the_same_file_again_is_noticed(table):
    response = _send(table, _file())
    assert response.status_code == 409
    assert "Vergunningenloket" in response.content.decode()
    assert Agreement.objects.count() == 1
    assert _send(table, _file(), again="on").status_code == 302


def test_the_same_file_twice_is_one_file(table):
    _send(table, _file(DUTCH + b"x"), _file(DUTCH + b"x"), _file(DUTCH + b"y"))
    assert DocumentFile.objects.filter(version__state="waiting").count() == 2


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7 torn in the middle", "truncated"),
        (b"\x00\x01\x02\x03" * 500, "not_text"),
        (("Ce contrat est conclu entre le client et le fournisseur. " * 40).encode(), "other_language"),
    ],
)
def test_what_cannot_be_read_gets_a_page(table, data, code):
    _send(table, _file(data, "x.pdf"))
    version = Version.objects.get(state="waiting")
    run_waiting()
    version.refresh_from_db()
    page = table["owner"].get(f"/agreements/{version.agreement_id}/reading/").content.decode()
    assert version.state == "failed"
    assert version.failure == code
    assert 'role="alert"' in page


def test_nothing_chosen_is_said(table):
    assert _send(table).status_code == 422


def test_an_empty_file_is_said(table):
    assert _send(table, _file(b"")).status_code == 422


def test_another_organisations_name_is_no_choice(table):
    response = table["other_organisation"].post(
        "/agreements/new/", {"files": _file(), "organisation": table.organisation.pk}
    )
    assert response.status_code == 422


def test_too_large_is_refused_before_it_is_taken_in(table, settings):
    settings.UPLOAD_LIMIT = 1_000
    assert _send(table, _file(b"x" * 2_100_000)).status_code == 413


def test_a_full_disk_saves_nothing(table, monkeypatch):
    def full(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("klaar.web.store.files.os.fsync", full)
    table["owner"].raise_request_exception = False
    response = _send(table, _file(DUTCH + b"z"))
    assert response.status_code == 507
    assert Agreement.objects.count() == 1
    assert not list(Path(settings.FILES_ROOT).rglob("*.part"))
