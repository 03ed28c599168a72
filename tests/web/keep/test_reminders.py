"""Reminders: one letter a person, at an hour that suits, never twice; one press answers, a look does not."""

import re
from datetime import datetime, time, timedelta

import pytest
from django.core import mail
from django.utils import timezone
from icalendar import Calendar

from klaar.web.keep.models import CalendarFeed, Clock, Ledger, OutgoingLetter, ReminderWish
from klaar.web.keep.remind import clock
from klaar.web.keep.remind.letters import send_letter, token_of
from klaar.web.keep.remind.round import run_round
from klaar.web.keep.stand.standing import standing_of
from klaar.web.store.models import Promise, Version

pytestmark = pytest.mark.django_db


@pytest.fixture
def monday():
    """A Monday at ten in the morning, in Amsterdam."""
    today = timezone.localtime().replace(hour=10, minute=0, second=0, microsecond=0)
    return today - timedelta(days=today.weekday()) + timedelta(days=7)


@pytest.fixture
def signed(keeping, settings, monday):
    """Both sides signed; the test data are due in two days, the delivery was due yesterday."""
    settings.MAIL_IS_SENT = True
    Version.objects.update(state="sealed")
    _due(keeping, "testgegevens", monday.date() + timedelta(days=2))
    _due(keeping, "levert het Systeem", monday.date() - timedelta(days=1))
    keeping.table.agreement.seats.exclude(pk=keeping.table.seats["signer"].pk).update(email="")
    return keeping


def _due(keeping, words, day):
    Promise.objects.filter(key=keeping.key(words)).update(due=day)


def test_one_letter_with_everything_and_never_twice(signed, monday):
    first = run_round(monday)
    Ledger.objects.update(looked=None)
    again = run_round(monday + timedelta(minutes=10))
    assert [each.outcome for each in first] == ["sent"]
    assert again == []
    (letter,) = mail.outbox
    assert "testgegevens" in letter.body
    assert "levert het Systeem" in letter.body
    assert letter.extra_headers["Message-ID"].endswith("@klaar.invalid>")


@pytest.mark.parametrize(
    "wish",
    [
        {"every": "never"},
        {"quiet_from": time(9), "quiet_until": time(11)},
        {"paused": datetime.max.date()},
        {"only_own": True},
    ],
)
def test_who_wishes_none_gets_none(signed, monday, wish):
    ReminderWish.objects.create(seat=signed.table.seats["signer"], **wish)
    assert run_round(monday) == []
    assert mail.outbox == []


def test_nobody_is_reminded_before_both_signed(signed, monday):
    Version.objects.update(state="open")
    assert run_round(monday) == []


def test_a_mail_server_that_is_down_loses_nothing(signed, monday, monkeypatch):
    def down(self, fail_silently=False):
        raise ConnectionRefusedError("no answer")

    with monkeypatch.context() as patched:
        patched.setattr("django.core.mail.EmailMultiAlternatives.send", down)
        assert [each.outcome for each in run_round(monday)] == ["failed"]
    assert OutgoingLetter.objects.get().state == "released"
    assert [each.outcome for each in run_round(monday)] == ["sent"]
    assert len(mail.outbox) == 1


def test_a_letter_that_was_claimed_by_who_died_is_not_sent_again(signed, monday, monkeypatch):
    def die(letter):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("klaar.web.keep.remind.round.send_letter", die)
        with pytest.raises(KeyboardInterrupt):
            run_round(monday)
    run_round(monday)
    assert OutgoingLetter.objects.get().state == "claimed"
    assert mail.outbox == []
    page = signed.table["signer"].get(signed.table.url("keep/reminders/")).content.decode()
    assert "misschien verstuurd" in page


def test_of_several_processes_one_does_the_round():
    assert clock.take_turn()
    assert not clock.take_turn()
    Clock.objects.update(held_until=timezone.now() - timedelta(seconds=1))
    assert clock.take_turn()
    Clock.objects.update(held_until=None, last=timezone.now())
    assert not clock.take_turn()


def _links(letter):
    return re.findall(r"http\S+(/answer/\S+)", letter.body)


def test_a_look_at_a_link_changes_nothing_a_press_does(signed, monday, client):
    run_round(monday)
    links = _links(mail.outbox[0])
    assert len(links) == 6
    done = links[0]
    for _ in range(2):
        assert client.get(done).status_code == 200
        assert client.head(done).status_code == 200
    assert signed.store.events() == []
    assert client.post(done).status_code == 200
    client.post(done)
    assert signed.events("kind", "who", "side", "promise") == [
        ("delivered", "Signer", "client", signed.key("testgegevens"))
    ]


def test_more_time_with_a_day_moves_the_date(signed, monday, client):
    run_round(monday)
    day = (monday.date() + timedelta(days=9)).isoformat()
    client.post(_links(mail.outbox[0])[1], {"to": day, "note": "De export liep vast."})
    (event,) = signed.store.events()
    assert (event.kind, event.get("to"), event.get("why")) == ("moved", day, "De export liep vast.")


def test_not_mine_becomes_a_question(signed, monday, client):
    run_round(monday)
    client.post(_links(mail.outbox[0])[2], {"note": "Vraag het aan De Wit."})
    assert signed.events("kind") == [("questioned",)]


def test_a_link_that_was_tampered_with_is_none(signed, client):
    seat = signed.table.seats["signer"]
    token = token_of(seat, signed.key("testgegevens"), "", "done", standing_of(signed.table.version))
    assert client.get(f"/answer/{token}/").status_code == 200
    assert client.get(f"/answer/{token[:-2]}xx/").status_code == 404
    seat.removed = timezone.now()
    seat.save()
    assert client.post(f"/answer/{token}/").status_code == 410
    assert signed.store.events() == []


def test_the_wish_is_kept(keeping):
    told = {"every": "week", "quiet_from": "18:00", "quiet_until": "08:30", "weekend": "on", "paused": ""}
    response = keeping.table["reader"].post(keeping.table.url("keep/reminders/"), told)
    assert response.status_code == 302
    wish = ReminderWish.objects.get(seat=keeping.table.seats["reader"])
    assert (wish.every, wish.weekend, wish.quiet_until) == ("week", True, time(8, 30))


def test_a_calendar_subscribes_and_sees_a_move(keeping, client):
    table = keeping.table
    table["signer"].post(table.url("keep/reminders/feed/"))
    address = re.search(r"<code>(http[^<]+)</code>", keeping.page("signer", "reminders/"))[1]
    first = client.get(address)
    assert first["Content-Type"].startswith("text/calendar")
    before = _event_of(first, "testgegevens")
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304
    keeping.say("signer", "testgegevens", "moved", to="2027-02-15", why="Ziekte.", asked_by="client")
    after = _event_of(client.get(address), "testgegevens")
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after.decoded("DTSTART").isoformat() == "2027-02-15"
    table["signer"].post(table.url("keep/reminders/feed/"), {"act": "revoke"})
    assert client.get(address).status_code == 410
    assert CalendarFeed.objects.count() == 1


def _event_of(response, words):
    events = Calendar.from_ical(response.content).walk("VEVENT")
    return next(each for each in events if words in str(each["SUMMARY"]))


def test_a_letter_says_who_it_is_for(signed, monday):
    run_round(monday)
    assert mail.outbox[0].to == ["signer@example.org"]
    assert callable(send_letter)
