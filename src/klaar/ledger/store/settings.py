"""The settings of a ledger: whose calendar counts, and who is told what. They stand in ledger.toml."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, time
from pathlib import Path
from typing import Any, NamedTuple

from klaar.ledger.calendar import closed_days, zone_of
from klaar.ledger.errors import LedgerError
from klaar.ledger.model import Calendar, Duty
from klaar.text.data import load_words

FILE = "ledger.toml"
_TYPES: dict[str, type | tuple[type, ...]] = {
    "agreement": str,
    "country": str,
    "zone": str,
    "begun": date,
    "closed": list,
    "reminders": dict,
    "people": list,
}


class Settings(NamedTuple):
    """`agreement` is its name, `country` whose public holidays count ("NL", "BE"; "" for none).

    `begun` is its first day, `closed` more days on which nobody works. `reminders` and `people` are tables
    as they stand, for `klaar.ledger.reminders`.
    """

    agreement: str = ""
    country: str = "NL"
    zone: str = "Europe/Amsterdam"
    begun: date | None = None
    closed: tuple[date, ...] = ()
    reminders: Mapping[str, Any] = {}
    people: tuple[Mapping[str, Any], ...] = ()


def read_settings(folder: Path) -> Settings:
    """The settings of the ledger in `folder`; those of `Settings` itself where it has none.

    Raises `LedgerError` for what cannot be read, an unknown key or a time zone that does not exist.
    """
    path = folder / FILE
    try:
        read = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Settings()
    except (ValueError, OSError) as error:
        raise LedgerError("settings", name=str(path), detail=str(error)) from None
    for key, value in read.items():
        if key not in _TYPES or not isinstance(value, _TYPES[key]):
            raise LedgerError("settings", name=str(path), detail=key)
    zone_of(read.get("zone", Settings().zone))
    lists: dict[str, Any] = {key: tuple(read[key]) for key in ("closed", "people") if key in read}
    return Settings(**(read | lists))


def settings_text(agreement: str, begun: date | None, language: str) -> str:
    """What a new ledger.toml says; people and reminders are for the reader to fill in."""
    words = load_words(language, "ledger")["settings"]
    name = agreement.replace("\\", "\\\\").replace('"', '\\"')
    first = [f"begun = {begun.isoformat()}"] if begun else []
    lines = [
        f'agreement = "{name}"',
        'country = "NL"',
        'zone = "Europe/Amsterdam"',
        *first,
        "",
        f"# {words['people']}",
        "# [[people]]",
        f'# name = "{words["name"]}"',
        '# mail = "sam@client.example"',
        '# side = "client"',
    ]
    return "\n".join(lines) + "\n"


def calendar_of(settings: Settings, duties: Iterable[Duty], today: date) -> Calendar:
    """The calendar of the ledger; public holidays are looked up only where something counts working days."""
    closed = frozenset(settings.closed)
    if settings.country and any(duty.business for duty in duties):
        first = min(today.year, settings.begun.year if settings.begun else today.year) - 2
        closed |= closed_days(settings.country, first, max(today.year, first) + 15)
    return Calendar(settings.zone, closed, (time(9), time(17)))
