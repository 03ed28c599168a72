"""The facts of a letter: from the ledger, from a file, and from options; the later of these win."""

import tomllib
from argparse import Namespace
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from klaar.apology import ApologyError, Facts, OtherPart, next_word
from klaar.cli.around import Around
from klaar.cli.inputs import read_bytes
from klaar.cli.sorry.options import FACTS
from klaar.documents.limits import DEFAULT_LIMITS
from klaar.ledger.calendar import zone_of
from klaar.ledger.levels.periods import YEARS
from klaar.text.times import parse_duration

_DAYS = frozenset({"promised_on", "due", "new_date", "happened_on", "repair_by", "change_by"})
_MOMENTS = frozenset({"next_word", "ended"})
_WORDS = frozenset(key for _, key, _ in FACTS) - _DAYS - _MOMENTS


def with_said(facts: Facts, asked: Namespace, now: datetime, around: Around) -> Facts:
    """`facts` with what the file and the options say.

    Raises `ApologyError` for a value that cannot be, or a fact that no letter knows.
    """
    said: dict[str, Any] = _file(asked, around) if asked.facts else {}
    said |= {key: value for _, key, _ in FACTS if (value := getattr(asked, key))}
    found = {key: _value(key, value, asked.zone) for key, value in said.items() if value != ""}
    if asked.every and "next_word" not in found:
        found["next_word"] = next_word(now, _length(asked.every), now)
    return facts._replace(**found)


def _file(asked: Namespace, around: Around) -> dict[str, Any]:
    data = read_bytes(asked.facts, around, DEFAULT_LIMITS.size)
    try:
        read = tomllib.loads(data.decode())
    except ValueError as error:
        raise ApologyError("not_facts", name=asked.facts, detail=str(error)) from None
    known = (*(key for _, key, _ in FACTS), "page", "others")
    for key in read:
        if key not in known:
            raise ApologyError("unknown_fact", name=asked.facts, key=key, choices=", ".join(known))
    return read


def _value(key: str, value: Any, zone: str) -> Any:
    try:
        if key == "others":
            return tuple(_other(each) for each in value)
        if key in _MOMENTS:
            return moment(value, zone)
        if key in _DAYS:
            day = value if isinstance(value, date) else date.fromisoformat(value)
            return day.date() if isinstance(day, datetime) else day
        if not isinstance(value, str if key in _WORDS else int) or isinstance(value, bool):
            raise ValueError
    except (ValueError, TypeError, KeyError):
        raise ApologyError("wrong_fact", key=key, value=str(value)) from None
    if key == "failure" and value not in ("broken", "late", "moved", "level", "outage"):
        raise ApologyError("wrong_fact", key=key, value=str(value))
    return value


def _other(read: Mapping[str, Any]) -> OtherPart:
    """A fact of the other side has a source, or it is none."""
    part = OtherPart(read["side"], read["words"], read["source"], read.get("days", 0))
    if part.side not in ("it", "client", "both", "other") or not part.words or not part.source:
        raise ValueError
    return part


def moment(value: object, zone: str) -> datetime:
    """A moment; without a zone it is on the clocks of `zone`. Raises ValueError for what is none."""
    read = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    if read.year not in YEARS:
        raise ValueError(read)
    return read if read.tzinfo else read.replace(tzinfo=zone_of(zone))


def _length(every: str) -> timedelta:
    try:
        months, seconds = parse_duration(every).size()
    except ValueError:
        raise ApologyError("wrong_fact", key="every", value=every) from None
    if months or seconds <= 0:
        raise ApologyError("wrong_fact", key="every", value=every)
    return timedelta(seconds=float(seconds))
