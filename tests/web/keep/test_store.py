"""The chain in the database: it only grows, whatever is changed shows, two processes do not fork it."""

import threading
from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import DatabaseError

from klaar.ledger.chain import verify
from klaar.ledger.model import Event
from klaar.web.keep.chain.store import DatabaseStore
from klaar.web.keep.models import Ledger, LedgerEvent
from klaar.web.keep.models.event import KeptError
from klaar.web.people.making import make_organisation
from klaar.web.store.models import Agreement

pytestmark = pytest.mark.django_db


def _event(number, promise="p"):
    when = datetime(2027, 3, 1, 12, tzinfo=UTC)
    return Event(f"e{number}", promise, "kept", "S. Bakker", "client", when, when)


@pytest.fixture
def agreement(db):
    return Agreement.objects.create(organisation=make_organisation("Waterrijk"), title="Loket")


@pytest.fixture
def chain(agreement):
    store = DatabaseStore(agreement.pk)
    for number in range(4):
        store.add(_event(number))
    return store


def test_events_come_back_chained_in_the_order_in_which_they_were_written(chain):
    events = chain.events()
    assert [event.id for event in events] == ["e0", "e1", "e2", "e3"]
    assert [event.previous for event in events] == ["", *(event.hash for event in events[:-1])]
    assert verify(chain.lines()) == []
    assert chain.verify() == []


def test_an_event_that_comes_twice_is_kept_once(chain):
    again, new = chain.add(_event(2))
    assert not new
    assert again == chain.events()[2]
    assert len(chain.events()) == 4


def test_nothing_changes_or_takes_away_an_event(chain):
    row = LedgerEvent.objects.first()
    with pytest.raises(KeptError):
        row.save()
    with pytest.raises(KeptError):
        row.delete()
    with pytest.raises(KeptError):
        LedgerEvent.objects.all().delete()
    with pytest.raises(KeptError):
        LedgerEvent.objects.filter(pk=row.pk).update(kind="broken")


def test_the_database_itself_refuses_a_change(chain):
    with pytest.raises(DatabaseError, match="stays as it was written"), transaction.atomic():
        _sql("UPDATE keep_ledgerevent SET kind = 'broken' WHERE number = 2")


def test_no_two_events_follow_on_the_same_one(chain, agreement):
    last = LedgerEvent.objects.get(number=4)
    with pytest.raises(IntegrityError), transaction.atomic():
        LedgerEvent.objects.create(
            agreement=agreement,
            number=9,
            event_id="x",
            promise="p",
            kind="kept",
            line="{}",
            previous=last.previous,
        )


def _sql(words):
    with connection.cursor() as cursor:
        if words.startswith("UPDATE keep_ledgerevent SET line"):
            on = " ON keep_ledgerevent" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER keep_event_stays{on}")
        cursor.execute(words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "UPDATE keep_ledgerevent SET line = replace(line, 'kept', 'late') WHERE number = 2",
            [(2, "changed")],
        ),
        ("UPDATE keep_ledgerevent SET line = 'x' WHERE number = 3", [(3, "unreadable")]),
        ("DELETE FROM keep_ledgerevent WHERE number = 2", [(2, "missing")]),
        ("DELETE FROM keep_ledgerevent WHERE number = 4", [(4, "shortened")]),
    ],
)
def test_what_was_done_behind_our_back_shows(chain, words, expected):
    _sql(words)
    told = [(fault.line, fault.code) for fault in chain.verify()]
    assert [each for each in expected if each not in told] == []


def test_a_chain_that_was_written_anew_shows_by_a_hash_noted_elsewhere(chain, agreement):
    noted = chain.events()[-1].hash
    LedgerEvent._base_manager.filter(agreement=agreement).delete()
    Ledger.objects.update(length=0, head="")
    for number in range(3):
        chain.add(_event(number, promise="q"))
    assert chain.verify() == []
    assert [fault.code for fault in chain.verify(noted)] == ["shortened"]


def test_events_go_with_their_agreement_only(chain, agreement):
    agreement.delete()
    assert not LedgerEvent.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_many_who_add_at_once_make_one_chain():
    agreement = Agreement.objects.create(organisation=make_organisation("Waterrijk"), title="Loket")
    wrong = []

    def add(who):
        try:
            for number in range(8):
                DatabaseStore(agreement.pk).add(_event(f"{who}-{number}"))
        except Exception as error:
            wrong.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=add, args=(who,)) for who in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    store = DatabaseStore(agreement.pk)
    assert wrong == []
    assert len(store.events()) == 32
    assert store.verify() == []
    assert Ledger.objects.get().length == 32
