"""The page of keeping: what asks for attention, why things went wrong, and whether the chain is whole."""

from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import connection
from django.utils import timezone

from klaar.ledger.chain import verify
from klaar.ledger.fold import fold_ledger
from klaar.ledger.model import Calendar
from klaar.ledger.store.folder import Folder
from klaar.ledger.store.settings import read_settings
from klaar.web.keep.models import Ledger
from klaar.web.store.models import Promise

pytestmark = pytest.mark.django_db

DELIVERY, DATA, ADMIN = "levert het Systeem", "testgegevens", "functioneel"


def _due(keeping, words, days):
    day = timezone.localdate() + timedelta(days=days)
    Promise.objects.filter(key=keeping.key(words)).update(due=day)


def test_each_promise_stands_where_it_asks_for_attention(keeping):
    _due(keeping, DATA, -5)
    _due(keeping, DELIVERY, 12)
    _due(keeping, ADMIN, -40)
    keeping.say("other_side", ADMIN, "broken", reason="Niemand aangewezen.")
    page = keeping.page("owner", "")
    order = [page.index(words) for words in ("U doet", "Over de datum", "5 dagen geleden", "Niet nagekomen, en nog geen sorry",
                                             "IT doet", "De komende 30 dagen", "over 12 dagen")]  # fmt: skip
    assert order == sorted(order)


def test_causes_stand_beside_each_other(keeping):
    keeping.say("signer", DATA, "cause", cause="agreement", reason="Er stond geen vorm in.")
    keeping.say("other_side", DATA, "cause", cause="input", reason="Het kwam te laat.")
    page = " ".join(keeping.page("mediator", "").split())
    assert "de afspraak</th><td>1</td><td>0</td><td>0</td>" in page
    assert "de inbreng van de klant</th><td>0</td><td>1</td><td>0</td>" in page


def test_what_returns_is_counted_from_the_first_day(keeping):
    row = Promise.objects.get(key=keeping.key("99,5%"))
    row.deadline = {"kind": "recurring", "start": 0, "end": 1, "text": "", "value": "P1M", "business": False,
                    "since": "", "each": None}  # fmt: skip
    row.save()
    first = timezone.localdate() - timedelta(days=100)
    told = {"country": "BE", "zone": "Europe/Brussels", "begun": first.isoformat()}
    assert keeping.table["owner"].post(keeping.table.url("keep/days/"), told).status_code == 302
    assert Ledger.objects.get().country == "BE"
    assert "earlier" not in (page := keeping.page("owner", "all/"))
    assert "eerdere keren waarvan niemand iets zei" in page
    last = keeping.page("owner", f"promises/{row.key}/")
    assert last.count("?turn=") >= 3


@pytest.mark.parametrize(
    "told", [{"zone": "Europe/Atlantis"}, {"zone": ""}, {"zone": "Europe/Brussels", "country": "XX"}]
)
def test_days_that_do_not_exist_are_refused(keeping, told):
    response = keeping.table["owner"].post(keeping.table.url("keep/days/"), {"country": "NL", **told})
    assert response.status_code == 422
    assert not Ledger.objects.exists()


def test_the_chain_is_checked_on_a_page_and_can_be_taken_along(keeping):
    keeping.say("signer", DATA, "delivered")
    keeping.say("other_side", DATA, "kept")
    assert "alle 2 gebeurtenissen staan er" in keeping.page("reader", "chain/")
    response = keeping.table["reader"].get(keeping.table.url("keep/chain/events.jsonl"))
    lines = b"".join(response.streaming_content).decode().splitlines()
    assert verify(lines) == []
    with connection.cursor() as cursor:
        cursor.execute(
            "DROP TRIGGER keep_event_stays" + " ON keep_ledgerevent" * (connection.vendor == "postgresql")
        )
        cursor.execute("UPDATE keep_ledgerevent SET line = replace(line, 'delivered', 'broken')")
    assert "dit is niet wat er geschreven is" in keeping.page("reader", "chain/")
    assert "x" * 3 not in keeping.page("reader", "chain/?head=abc")


def test_an_event_that_cannot_be_read_is_said_on_every_page(keeping):
    keeping.say("signer", DATA, "delivered")
    with connection.cursor() as cursor:
        cursor.execute(
            "DROP TRIGGER keep_event_stays" + " ON keep_ledgerevent" * (connection.vendor == "postgresql")
        )
        cursor.execute("UPDATE keep_ledgerevent SET line = 'x'")
    assert "niet meer te lezen" in keeping.page("owner", "")
    assert "niet meer te lezen" in keeping.page("owner", f"promises/{keeping.key(DATA)}/")


def test_a_page_asks_the_database_no_more_for_more_events(keeping, django_assert_max_num_queries):
    for number in range(12):
        keeping.say("signer", DATA, "questioned", note=f"Vraag {number}?")
    with django_assert_max_num_queries(24):
        keeping.page("owner", "")


def test_the_ledger_can_be_read_by_klaar_ledger_elsewhere(keeping, tmp_path):
    keeping.say("signer", DATA, "delivered")
    keeping.say("other_side", DATA, "kept")
    response = keeping.table["reader"].get(keeping.table.url("keep/chain/ledger.zip"))
    ZipFile(BytesIO(response.content)).extractall(tmp_path)
    folder = Folder(tmp_path)
    assert folder.verify() == []
    assert read_settings(tmp_path).agreement == "Vergunningenloket"
    states = fold_ledger(folder.duties(), folder.events(), timezone.localdate(), Calendar())
    assert [(each.status, each.agreed) for each in states if each.promise == keeping.key(DATA)] == [
        ("kept", True)
    ]
