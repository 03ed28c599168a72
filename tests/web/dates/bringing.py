"""Histories and events for the tests of dates."""

from datetime import UTC, date, datetime, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from klaar.ledger.model import Event
from klaar.web.dates.models import Imported
from klaar.web.keep.chain.store import DatabaseStore

HEAD = "start;promised;actual;project\n"


def csv_of(late: list[float], *, term: int = 100) -> str:
    """Earlier promises of a hundred days, each as late as said (1.0: on its day); a negative one is open."""
    rows = []
    for number, ratio in enumerate(late):
        begun = date(2023, 1, 2) + timedelta(days=30 * number)
        done = "" if ratio < 0 else (begun + timedelta(days=round(term * ratio))).isoformat()
        rows.append(f"{begun.isoformat()};{begun + timedelta(days=term)};{done};p{number}")
    return HEAD + "\n".join(rows) + "\n"


SLOW = [0.9, 1.0, 1.1, 1.2, 1.3, 1.5, 1.6, 1.8, 2.0, 2.2, 1.4, 1.7, 1.9, 2.5, 1.0, 1.25, 1.35, 1.45, -1, 1.55]
"""Twenty promises of which three came on their day."""


def bring(table, text, *, person="owner", kind="promises", name="Onze projecten"):
    """Bring a CSV along for the organisation of the table; gives the answer."""
    file = SimpleUploadedFile("ours.csv", text.encode())
    url = f"/organisations/{table.organisation.slug}/histories/"
    return table[person].post(url, {"file": file, "name": name, "kind": kind})


def brought(table, text=None, **more) -> Imported:
    """A history that was brought along."""
    bring(table, text or csv_of(SLOW), **more)
    return Imported.objects.latest("pk")


def event(promise, kind, day, side="it", number=0, **data) -> Event:
    """Something that happened to a promise on a day."""
    moment = datetime(*map(int, day.split("-")), 12, tzinfo=UTC)
    told = tuple(sorted(data.items()))
    return Event(
        f"{kind}-{promise.key}-{number}-{day}", promise.key, kind, "x", side, moment, moment, (), told
    )


def tell_events(table, events: list[Event]) -> None:
    """Write these events in the ledger of the agreement."""
    for each in events:
        DatabaseStore(table.agreement.pk).add(each)
