"""Who is reminded, and when it is time, as ledger.toml says."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from klaar.ledger.errors import LedgerError
from klaar.ledger.reminders.model import Person, Rules
from klaar.ledger.store.settings import FILE, Settings
from klaar.text.data import LANGUAGES

_CHOICES = {"side": ("it", "client"), "language": LANGUAGES, "every": ("day", "week")}
_OTHERS = ("link",)
"""What stands under [reminders] besides: where the answers in a letter lead, with {token} in it."""


def people_of(settings: Settings, language: str = "nl") -> tuple[Person, ...]:
    """Those who are reminded; who names no language is told in `language`.

    Raises `LedgerError("settings")` for whom something is missing, unknown or wrong, and says what.
    """
    return tuple(_person({"language": language, **each}) for each in settings.people)


def _person(read: Mapping[str, Any]) -> Person:
    for key in ("name", "mail", "side"):
        if not isinstance(read.get(key), str) or not read[key]:
            raise _wrong(f"people: {key}")
    for key, choices in _CHOICES.items():
        if read.get(key, choices[0]) not in choices:
            raise _wrong(f"{key} = {read[key]}: {', '.join(choices)}")
    kinds = {"weekend": bool, "paused": date, "promises": list, "quiet": list}
    wrong = [key for key, kind in kinds.items() if key in read and not isinstance(read[key], kind)]
    wrong += [key for key in read if key not in Person._fields]
    if wrong or "@" not in read["mail"] or any(sign in read["mail"] for sign in "\r\n"):
        raise _wrong(f"people: {', '.join(wrong) or read['mail']}")
    made = {"quiet": _quiet(read["quiet"])} if "quiet" in read else {}
    promises = tuple(str(each) for each in read.get("promises", ()))
    return Person(**{**read, **made, "promises": promises})


def _quiet(read: list[Any]) -> tuple[time, time]:
    """From when to when: ["20:00", "07:00"]."""
    try:
        begin, end = (each if isinstance(each, time) else time.fromisoformat(each) for each in read)
    except (ValueError, TypeError):
        raise _wrong(f"quiet = {read}") from None
    return begin, end


def rules_of(settings: Settings) -> Rules:
    """When it is time; raises `LedgerError("settings")` for a key that is unknown or no whole days."""
    read = {key: value for key, value in settings.reminders.items() if key not in _OTHERS}
    for key, value in read.items():
        days = value if isinstance(value, list) else [value]
        if (
            key not in Rules._fields
            or (key == "least") == isinstance(value, list)
            or any(type(day) is not int or day < 0 for day in days)
        ):
            raise _wrong(f"reminders: {key}")
    made: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in read.items()
    }
    return Rules(**made)


def _wrong(detail: str) -> LedgerError:
    return LedgerError("settings", name=FILE, detail=detail)
