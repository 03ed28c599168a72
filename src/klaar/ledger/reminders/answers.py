"""One click in a letter: done, needs more time, not mine. The link is signed, so that nobody makes one up."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import date, datetime
from hashlib import sha256
from hmac import compare_digest
from hmac import digest as hmac_digest
from typing import Literal, NamedTuple

from klaar.clauses.model import Side
from klaar.ledger.errors import LedgerError
from klaar.ledger.model import Event, EventKind, Value
from klaar.ledger.reminders.model import Role

What = Literal["done", "more_time", "not_mine", "arrived", "not_arrived"]

ANSWERS: dict[Role, tuple[What, ...]] = {
    "act": ("done", "more_time", "not_mine"),
    "wait": ("arrived", "not_arrived", "not_mine"),
}
"""What can be answered, by who must act and by who waits."""

_KINDS: dict[What, EventKind] = {
    "done": "delivered",
    "more_time": "questioned",
    "not_mine": "questioned",
    "arrived": "kept",
    "not_arrived": "late",
}
_PURPOSE = b"klaar.answer/1:"
_SIGNED = 16
"""Bytes of the signature: half of SHA-256, the least that RFC 2104 advises."""


class Answer(NamedTuple):
    """What a link says: Sam of the client answers `done` for the turn of March; it counts up to `until`.

    `agreement` is whatever tells one ledger from another; `who` the mail address.
    """

    agreement: str
    promise: str
    occurrence: str
    who: str
    side: Side
    what: What
    until: date


def sign(answer: Answer, key: bytes) -> str:
    """The token of a link: letters, digits, "-", "_" and one "."; about 150 of them.

    Signed with HMAC-SHA-256 (RFC 2104) under `key`, for this purpose alone. Raises `ValueError` for a key of
    fewer than 16 bytes.
    """
    said = json.dumps([*answer[:-1], answer.until.isoformat()], ensure_ascii=False, separators=(",", ":"))
    payload = said.encode("utf-8")
    return f"{_written(payload)}.{_written(_signature(payload, key))}"


def read_answer(token: str, key: bytes, today: date) -> Answer:
    """What a token says; raises `LedgerError`: "bad_link" where it was not signed so, "old_link" too late."""
    said, _, signature = token.partition(".")
    try:
        payload, signed = _read(said), _read(signature)
    except ValueError:
        raise LedgerError("bad_link") from None
    if not compare_digest(signed, _signature(payload, key)):
        raise LedgerError("bad_link")
    *fields, until = json.loads(payload)
    answer = Answer._make([*fields, date.fromisoformat(until)])
    if today > answer.until:
        raise LedgerError("old_link", date=answer.until.isoformat())
    return answer


def answer_event(answer: Answer, now: datetime, note: str = "") -> Event:
    """The event that an answer is; the same answer on the same day has the same id, so two clicks count once.

    Mail programs open links by themselves to look for harm: a page that a link leads to asks for one press
    of a button, and adds the event only then. `more_time` and `not_mine` are questions to the other side,
    under `about`; who gives a new date as well adds `moved` instead.
    """
    kind = _KINDS[answer.what]
    data: dict[str, Value] = {"by": "link"}
    if answer.occurrence:
        data["occurrence"] = answer.occurrence
    if kind == "questioned":
        data["about"] = answer.what
    if note:
        data["note"] = note
    named = "\n".join([*answer[:-1], now.date().isoformat(), note])
    id = sha256(named.encode("utf-8", "replace")).hexdigest()[:32]
    return Event(id, answer.promise, kind, answer.who, answer.side, now, now, (), tuple(sorted(data.items())))


def _signature(payload: bytes, key: bytes) -> bytes:
    if len(key) < 16:
        raise ValueError("a key has at least 16 bytes")
    return hmac_digest(key, _PURPOSE + payload, "sha256")[:_SIGNED]


def _written(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def _read(said: str) -> bytes:
    found = urlsafe_b64decode(said.encode("ascii") + b"=" * (-len(said) % 4))
    if _written(found) != said:
        raise ValueError(said)
    return found
