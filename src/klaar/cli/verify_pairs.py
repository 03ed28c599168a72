"""Pairs of a source and its plain text, one JSON record a line."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from klaar.cli.around import Around
from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.inputs import read_bytes
from klaar.documents.limits import DEFAULT_LIMITS
from klaar.plain.check.model import Parties, Reader
from klaar.text.data import LANGUAGES

_TEXTS = ("id", "language", "source", "plain")


class Pair(NamedTuple):
    """A source with its plain text, between `parties`; `reader` is the side that "you" is."""

    id: str
    language: str
    source: str
    plain: str
    parties: Parties
    reader: Reader | None


def read_pairs(name: str, around: Around) -> Iterator[Pair]:
    """The pairs in the file `name` ("-": standard input), in order; empty lines are skipped.

    Raises `CommandError` for a file that cannot be opened, is no text or has no pair, and for the first
    line that is no such record: it says which line.
    """
    data = read_bytes(name, around, DEFAULT_LIMITS.size)
    if len(data) > DEFAULT_LIMITS.size:
        raise CommandError(Exit.NOT_READ, "pairs_too_large", name=name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = str(data.count(b"\n", 0, error.start) + 1)
        raise CommandError(Exit.NOT_READ, "pairs_no_text", name=name, line=line) from None
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not lines:
        raise CommandError(Exit.NOT_READ, "pairs_empty", name=name)
    for number, line in lines:
        yield _pair(line, name, str(number))


def _pair(line: str, name: str, number: str) -> Pair:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        raise CommandError(Exit.NOT_READ, "pairs_no_json", name=name, line=number) from None
    if not isinstance(record, dict):
        raise CommandError(Exit.NOT_READ, "pairs_no_json", name=name, line=number)
    missing = [key for key in _TEXTS if key not in record]
    if missing:
        raise CommandError(Exit.NOT_READ, "pairs_missing", name=name, line=number, keys=", ".join(missing))
    wrong = next(_wrong(record), None)
    if wrong:
        raise CommandError(Exit.NOT_READ, "pairs_wrong", name=name, line=number, keys=wrong)
    parties = record.get("parties") or {}
    sides = Parties(tuple(parties.get("client", ())), tuple(parties.get("it", ())))
    name_of_pair, language, source, plain = (str(record[key]) for key in _TEXTS)
    return Pair(name_of_pair, language, source, plain, sides, record.get("reader"))


def _wrong(record: dict[str, Any]) -> Iterator[str]:
    """The keys whose value does not fit."""
    if isinstance(record["id"], bool) or not isinstance(record["id"], str | int) or record["id"] == "":
        yield "id"
    if record["language"] not in LANGUAGES:
        yield "language"
    for key in ("source", "plain"):
        if not isinstance(record[key], str) or not record[key].strip():
            yield key
    if not _are_parties(record.get("parties") or {}):
        yield "parties"
    if record.get("reader") not in (None, "client", "it"):
        yield "reader"


def _are_parties(parties: Any) -> bool:
    """Whether it is {"client": ["Klant"], "it": ["Leverancier"]}, either left out or not."""
    return (
        isinstance(parties, dict)
        and parties.keys() <= {"client", "it"}
        and all(
            isinstance(names, list) and all(isinstance(name, str) and name.strip() for name in names)
            for names in parties.values()
        )
    )
