"""Two people at the same moment, each in a thread with a connection of its own; on whichever database runs."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from tests.web.seating import HERE, seat_all

from klaar.web.sealing.duties import duties
from klaar.web.sealing.hashes import promises_sha256
from klaar.web.store.models import Confirmation, Correction, Invitation, Promise, Question, SignOff

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def busy(readings):
    """A table that several threads can sit at."""
    return seat_all(readings["nl"], HERE / "agreements" / "nl.txt")


def together(*acts):
    """What each act gives, all begun at the same moment."""
    ready = Barrier(len(acts))

    def run(act):
        try:
            ready.wait(10)
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def test_one_of_two_corrections_is_saved_and_the_other_is_told(busy):
    promise = busy.promise("testgegevens")
    sent = {f"revision-{promise.key}": str(promise.revision)}
    answers = together(
        *(
            lambda who=who: busy[who].post(busy.url(f"promises/{promise.key}/strike/"), sent)
            for who in ("owner", "signer")
        )
    )
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    assert b"Iemand anders was u voor" in max(answers, key=lambda each: each.status_code).content
    assert Correction.objects.filter(version=busy.version).count() == 1
    assert Promise.objects.get(pk=promise.pk).revision == promise.revision + 1


def test_both_sides_sign_at_once_and_it_is_sealed_once(busy):
    for side, seat in (("client", "owner"), ("it", "other_side")):
        for promise in duties(busy.version, side):
            Confirmation.objects.create(
                promise=promise, side=side, seat=busy.seats[seat], revision=promise.revision
            )
    sent = {"name": "X", "knows": "on", "seen": promises_sha256(busy.version)}
    together(
        *(
            lambda who=who: busy[who].post(busy.url("sign/"), sent)
            for who in ("owner", "other_side", "signer")
        )
    )
    busy.version.refresh_from_db()
    assert busy.version.state == "sealed"
    assert sorted(SignOff.objects.values_list("side", flat=True)) == ["client", "it"]


def test_a_correction_and_a_signature_never_both_hold(busy):
    for promise in duties(busy.version, "client"):
        Confirmation.objects.create(
            promise=promise, side="client", seat=busy.seats["owner"], revision=promise.revision
        )
    seen = promises_sha256(busy.version)
    promise = busy.promise("Leverancier levert")
    together(
        lambda: busy["owner"].post(busy.url("sign/"), {"name": "X", "knows": "on", "seen": seen}),
        lambda: busy["other_side"].post(
            busy.url(f"promises/{promise.key}/strike/"), {f"revision-{promise.key}": str(promise.revision)}
        ),
    )
    signed = SignOff.objects.filter(side="client").first()
    assert signed is None or signed.promises_sha256 == promises_sha256(busy.version)


def test_a_link_that_is_opened_twice_at_once_seats_one(busy):
    link = Invitation.objects.get(seat=busy.seats["link"])
    together(*(lambda: busy["link"].get(busy.url()) for _ in range(4)))
    assert busy.agreement.seats.filter(pk=link.seat_id).count() == 1


def test_questions_at_once_are_all_kept(busy):
    promise = busy.promise("99,5%")
    together(
        *(
            lambda who=who: busy[who].post(busy.url(f"promises/{promise.key}/ask/"), {"text": f"van {who}"})
            for who in ("owner", "signer", "reader", "other_side", "link", "mediator")
        )
    )
    assert Question.objects.filter(promise=promise).count() == 6
