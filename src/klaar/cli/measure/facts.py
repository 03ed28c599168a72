"""A level that was not reached, as facts for `klaar sorry`."""

import json
from collections.abc import Iterator

from klaar.apology import facts_of_level
from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.ledger.levels import Measured, MeasuredTimes
from klaar.text.data import load_words

_KNOWN = ("title", "failure", "promised", "happened")
_ASKED = ("to", "who", "promised_on", "meant", "own", "repair", "repair_by", "cause", "change", "contact")


def facts_toml(measured: Measured | MeasuredTimes, language: str, zone: str) -> str:
    """What is known as TOML, and what is asked as comments to fill in.

    Raises `CommandError` for a level that was reached, or of which that cannot be told: there is nothing to
    be sorry for yet.
    """
    if measured.outcome != "missed":
        raise CommandError(Exit.MISUSE, "nothing_missed")
    return "".join(f"{line}\n" for line in _lines(measured, language, zone))


def _lines(measured: Measured | MeasuredTimes, language: str, zone: str) -> Iterator[str]:
    facts = facts_of_level(measured, language, zone)
    for key in _KNOWN:
        yield f"{key} = {json.dumps(getattr(facts, key), ensure_ascii=False)}"
    asks = load_words(language, "apology")["ask"]
    for key in _ASKED:
        example = "2027-01-31" if key in ("repair_by", "promised_on") else '""'
        yield f"# {key} = {example}  # {asks[key]}"
