"""Duties and events for the tests: made up."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from klaar.ledger.model import Calendar, Duty, Event, State, Value

ZONE = ZoneInfo("Europe/Amsterdam")
CALENDAR = Calendar("Europe/Amsterdam", frozenset({date(2027, 3, 26), date(2027, 3, 29)}))
REPORT = Duty("report", "it", "client", "obligation", "Leverancier levert het verslag op 1 maart 2027.")
REPORT = REPORT._replace(due=date(2027, 3, 1))
DATA = Duty("data", "client", "it", "obligation", "Klant levert de gegevens aan op 1 februari 2027.")
DATA = DATA._replace(due=date(2027, 2, 1))
INVOICE = Duty(
    "pay", "client", "it", "obligation", "Client pays within 30 days of the invoice.", within="P30D"
)
MONTHLY = Duty("monthly", "it", "client", "obligation", "Elke maand een rapport.", each="P1M")
MONTHLY = MONTHLY._replace(first=date(2027, 1, 1), last=date(2027, 12, 31))


def at(text: str) -> datetime:
    """at("2027-03-01"), or at("2027-03-01T17:30"), in Amsterdam."""
    return datetime.fromisoformat(text if "T" in text else f"{text}T12:00").replace(tzinfo=ZONE)


def event(
    kind: Any, when: str, promise: str = "report", side: Any = "it", *, id: str = "", **data: Value
) -> Event:
    """event("moved", "2027-02-01", to="2027-04-01")."""
    data = {key.rstrip("_"): value for key, value in data.items()}
    name = id or "-".join([kind, when, promise, side, *(str(each) for each in data.values())])
    return Event(
        name, promise, kind, f"someone of {side}", side, at(when), at(when), (), tuple(sorted(data.items()))
    )


def only(states: tuple[State, ...], promise: str = "report", occurrence: str = "") -> State:
    """The one state of that promise and turn."""
    (found,) = [each for each in states if each.promise == promise and each.occurrence == occurrence]
    return found
