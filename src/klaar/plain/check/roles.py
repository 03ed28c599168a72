"""The part that a side plays at a word, and the words beside it that show it."""

from typing import NamedTuple

from klaar.plain.check.clauses import ARTICLES, thing, verb
from klaar.plain.check.units import Reading, Side, Unit


class Part(NamedTuple):
    """The part a side plays at a unit: "agent" acts or owns, "target" gets or undergoes.

    `explicit`: words such as "by" or "to" or a possessive say so.
    """

    place: int
    role: str
    side: Side
    party: int
    explicit: bool = False


Mention = tuple[int, Side]


class Roles(NamedTuple):
    """The parties of a clause by their part in it."""

    subject: Mention | None
    agents: list[Mention]
    targets: list[Mention]


def before_party(units: tuple[Unit, ...], i: int, lo: int) -> Unit | None:
    """The unit before a party, its article left out: "to" in "to the Client"."""
    k = i - 1
    while k > lo and units[k].low in ARTICLES:
        k -= 1
    if (
        k >= lo
        and units[i].side[0] == "="
        and k == i - 1
        and thing(units[k])
        and units[k].low.endswith(("e", "ent", "ory", "al", "ed"))
    ):
        k -= 1
        while k > lo and units[k].low in ARTICLES:
            k -= 1
    return units[k] if k >= lo else None


def role_of(before: Unit | None) -> str:
    """What the unit before a party makes of it: "by", "to", "of", "from", "at" or "" (nothing)."""
    if before is None:
        return ""
    return next((r for r in ("by", "to", "of", "from", "at") if f"roles.{r}" in before.entry.tags), "")


def own(reading: Reading, i: int, hi: int, found: list[Part]) -> None:
    """ "uw bevoegde contactpersoon": what the party at `i` owns."""
    units, side, dutch = reading.units, reading.units[i].side, reading.language == "nl"
    for k in range(i + 1, min(i + 5, hi)):
        if units[k].side or units[k].mark or (verb(units[k]) and units[k].light):
            return
        if thing(units[k]):
            found.append(Part(k, "agent", side, i, True))
            if dutch and not units[k].low.endswith("e"):
                return


def owned(units: tuple[Unit, ...], i: int, lo: int, side: Side, found: list[Part]) -> bool:
    """ "toestemming van Klant": the noun before "van"."""
    k = i - 1
    while k > lo and (units[k].low in ARTICLES or "roles.of" in units[k].entry.tags):
        k -= 1
    if k >= lo and (thing(units[k]) or ("_" in units[k].low and units[k].keys)):
        found.append(Part(k, "agent", side, i, True))
        return True
    return False


def attach(reading: Reading, lo: int, agents: list[Mention], found: list[Part]) -> None:
    """ "the data supplied by Customer": who did it, beside a clause with a subject of its own."""
    for place, side in agents:
        k = place - 1
        while k > lo and not thing(reading.units[k]):
            k -= 1
        if k >= lo and thing(reading.units[k]):
            found.append(Part(k, "agent", side, place, True))
