"""What someone put on record, and how they wish to be reminded, are among the data that they take along."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

pytestmark = pytest.mark.django_db


def _own(keeping, who):
    [seat] = keeping.table[who].get("/account/data/").json()["seats"]
    return seat["kept"]


def test_what_someone_said_is_among_their_own_data(keeping):
    keeping.say("owner", "testgegevens", "late", reason="Een week na de dag.")
    keeping.say("other_side", "testgegevens", "late", reason="Wij wachtten.")
    [said] = _own(keeping, "owner")["said"]
    assert (said["kind"], said["promise"]) == ("late", keeping.key("testgegevens"))
    assert said["data"]["reason"] == "Een week na de dag."
    assert _own(keeping, "signer")["said"] == []


def test_what_a_namesake_said_before_someone_came_or_after_they_left_is_not(keeping):
    keeping.say("owner", "testgegevens", "late", reason="Een week na de dag.")
    owner, signer = keeping.table.seats["owner"], keeping.table.seats["signer"]
    written = keeping.store.events()[0].written
    for came, left, found in ((owner.added, None, 1), (written, written, 1), (owner.added, owner.added, 0)):
        signer.name, signer.added, signer.removed = str(owner), came, left
        signer.save()
        assert len(_own(keeping, "signer")["said"]) == found


def test_wishes_feeds_and_files_are_among_their_own_data(keeping):
    assert _own(keeping, "signer")["wishes"] is None
    wish = {"every": "week", "quiet_from": "21:00", "quiet_until": "08:00", "only_own": "on"}
    signer, url = keeping.table["signer"], keeping.table.url
    assert signer.post(url("keep/reminders/"), wish).status_code == 302
    signer.post(url("keep/reminders/feed/"))
    keeping.say("signer", "testgegevens", "delivered", files=SimpleUploadedFile("bewijs.txt", b"geleverd"))
    told = _own(keeping, "signer")
    assert (told["wishes"]["every"], told["wishes"]["only_own"]) == ("week", True)
    assert [each["revoked"] for each in told["feeds"]] == [None]
    assert [each["name"] for each in told["files"]] == ["bewijs.txt"]
    other = _own(keeping, "owner")
    assert (other["wishes"], other["feeds"], other["files"]) == (None, [], [])
