"""Changes told to an address: to whom, what, signed, sent again, and never what a side keeps to itself."""

import base64
import hashlib
import hmac
import json
import socket
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.web.api.keys import programs

from klaar.web.api.hooks import queue
from klaar.web.api.hooks.events import type_of
from klaar.web.api.hooks.signing import secret_of
from klaar.web.api.models import Delivery, Webhook
from klaar.web.api.tokens import reachable
from klaar.web.jobs.models import ReadingJob
from klaar.web.store.models import Membership, Version

pytestmark = pytest.mark.django_db
OUTSIDE = "93.184.216.34"


@pytest.fixture
def sent(monkeypatch):
    """What was sent, as (target, body, headers); `answers` says what the other end gives."""

    class Sent(list):
        """What was sent."""

    kept = Sent()
    kept.answers = []

    def post(target, body, headers):
        kept.append((target, body, headers))
        answer = kept.answers.pop(0) if kept.answers else 204
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(queue, "post", post)
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, port, **more: [(2, 1, 6, "", (OUTSIDE, port))])
    return kept


def hook(table, name, organisation=None):
    user = table.seats[name].user
    return Webhook.objects.create(
        user=user, organisation=organisation or table.organisation, url=f"https://{name}.example.org/klaar"
    )


def ask(table, person="reader"):
    promise = table.promise("99,5%")
    table[person].post(table.url(f"promises/{promise.key}/ask/"), {"text": "Ook op zondag?"})
    return promise


def test_nothing_is_told_until_someone_sets_an_address(table, sent):
    ask(table)
    assert (Delivery.objects.count(), queue.deliver_waiting(), sent) == (0, 0, [])


def test_a_change_is_told_once_as_a_signed_cloud_event(table, sent):
    made = hook(table, "other_side")
    promise = ask(table)
    table["reader"].get(table.url())
    assert queue.deliver_waiting() == 1
    target, body, headers = sent[0]
    event = json.loads(body)
    assert (target.host, target.address) == ("other_side.example.org", OUTSIDE)
    assert headers["Content-Type"] == "application/cloudevents+json; charset=utf-8"
    assert {name: event[name] for name in ("specversion", "type", "subject", "data")} == {
        "specversion": "1.0", "type": "klaar.question.asked.v1", "subject": promise.key,
        "data": {"agreement": str(table.agreement.pk), "side": "client", "promise": promise.key},
    }  # fmt: skip
    assert b"zondag" not in body
    assert headers["webhook-id"] == event["id"]
    key = base64.b64decode(secret_of(made).removeprefix("whsec_"))
    signed = f"{event['id']}.{headers['webhook-timestamp']}.".encode() + body
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{expected}"
    assert queue.deliver_waiting() == 0


def test_only_who_sits_at_the_table_hears(table, sent):
    programs(table)
    for name in ("owner", "other_side", "mediator", "removed"):
        hook(table, name)
    stranger = reachable(table.seats["owner"].user).exclude(pk=table.organisation.pk).get()
    hook(table, "owner", stranger)
    ask(table)
    queue.deliver_waiting()
    assert sorted(target.host.split(".")[0] for target, _, _ in sent) == ["mediator", "other_side", "owner"]


def test_a_note_is_told_to_its_own_side_only(table, sent):
    for name in ("owner", "signer", "other_side", "mediator"):
        hook(table, name)
    promise = table.promise("99,5%")
    table["signer"].post(table.url(f"promises/{promise.key}/note/"), {"text": "intern"})
    queue.deliver_waiting()
    assert sorted(target.host.split(".")[0] for target, _, _ in sent) == ["owner", "signer"]
    assert all(b"intern" not in body for _, body, _ in sent)


def test_who_left_the_table_before_it_was_sent_hears_nothing(table, sent):
    hook(table, "other_side")
    ask(table)
    Membership.objects.filter(pk=table.seats["other_side"].pk).update(removed=timezone.now())
    queue.deliver_waiting()
    assert sent == []
    assert Delivery.objects.get().failure == "not_allowed"


def test_it_is_sent_again_later_and_later_with_the_same_id_until_it_is_given_up(table, sent):
    hook(table, "other_side")
    ask(table)
    sent.answers = [500, ConnectionRefusedError(), 301, *([503] * 20)]
    waits = []
    for _ in range(len(queue.PAUSES) + 1):
        before = timezone.now()
        assert queue.deliver_waiting() == 1
        assert queue.deliver_waiting() == 0
        later = Delivery.objects.get().next_try
        waits.append(round((later - before) / timedelta(minutes=1)) if later else None)
        Delivery.objects.update(next_try=later and before)
    assert waits == [1, 5, 30, 120, 360, 1440, 1440, None]
    assert len({headers["webhook-id"] for _, _, headers in sent}) == 1
    assert (queue.deliver_waiting(), Delivery.objects.get().arrived) == (0, None)


def test_an_address_that_is_gone_is_left_alone(table, sent):
    made = hook(table, "other_side")
    ask(table)
    sent.answers = [410]
    queue.deliver_waiting()
    made.refresh_from_db()
    assert made.ended is not None
    ask(table)
    assert Delivery.objects.count() == 1


def test_a_name_that_leads_inside_by_now_gets_nothing(table, sent, monkeypatch):
    hook(table, "other_side")
    ask(table)
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, port, **more: [(2, 1, 6, "", ("10.0.0.5", port))])
    queue.deliver_waiting()
    assert (sent, Delivery.objects.get().failure) == ([], "private")


def test_the_end_of_a_reading_is_told(table, sent):
    hook(table, "owner")
    for state, kind in (("sides", "read"), ("failed", "not-read"), ("waiting", None)):
        Version.objects.filter(pk=table.version.pk).update(state=state)
        ReadingJob.objects.create(version=table.version).delete()
        queue.deliver_waiting()
        if kind:
            assert json.loads(sent[-1][1])["type"] == f"klaar.agreement.{kind}.v1"
    assert len(sent) == 2


@pytest.mark.parametrize(
    ("what", "kind"),
    [("kept_delivered", "record.delivered"), ("kept_not_kept", "record.not-kept"), ("signed", "agreement.signed"),
     ("looked", ""), ("check_begun", ""), ("feed_made", ""), ("link_made", ""), ("key_made", "")],
)  # fmt: skip
def test_only_what_both_sides_see_is_told(what, kind):
    assert type_of(what) == kind


def test_what_was_not_saved_is_not_told(table, sent):
    hook(table, "other_side")
    promise = table.promise("99,5%")
    answer = table["reader"].post(table.url(f"promises/{promise.key}/strike/"), {})
    assert answer.status_code == 403
    assert Delivery.objects.count() == 0
