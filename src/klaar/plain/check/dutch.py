"""The sides in a Dutch clause."""

from klaar.plain.check.clauses import ARTICLES, thing, verb
from klaar.plain.check.passives import is_passive, is_receiving
from klaar.plain.check.roles import Mention, Part, Roles, attach, before_party, own, owned, role_of
from klaar.plain.check.small import small_words
from klaar.plain.check.units import Reading, Unit

_HE = small_words("he")


_OTHER = {"client": "it", "it": "client"}


def dutch_roles(reading: Reading, lo: int, hi: int, subject: Mention | None, found: list[Part]) -> Roles:
    """The parties of the clause by their part in it; what they own goes to `found` at once."""
    units = reading.units
    sorted_out = Roles(None, [], [])
    bare: list[Mention] = []
    for i in range(lo, hi):
        if units[i].side and not _placed(reading, i, (lo, hi), sorted_out, found):
            bare.append((i, units[i].side))
    agents = sorted_out.agents
    here = _spoken(units, lo, hi, _subject(units, bare))
    goes_on = units[lo].low in {"en", "of", "maar", "doch"}
    if goes_on and subject is not None and here is not None and _same_subject(units, lo, hi, here):
        here = subject
    targets = [b for b in bare if here is None or (b is not here and b[1] != here[1])] + sorted_out.targets
    if here is None and not agents and goes_on:
        here = subject
    elif here is not None and agents and not is_passive(reading, lo, hi) and not is_receiving(units, lo, hi):
        attach(reading, lo, agents, found)
        agents = []
    return Roles(here, agents, targets)


def _placed(reading: Reading, i: int, clause: tuple[int, int], sorted_out: Roles, found: list[Part]) -> bool:
    """Give the party at `i` its part where the words beside it show one."""
    units, (lo, hi) = reading.units, clause
    unit, before, after = units[i], before_party(units, i, lo), units[i + 1] if i + 1 < hi else None
    role = role_of(before)
    if _owning(unit, role, after):
        own(reading, i, hi, found)
    elif role == "by" and after is not None and _attributed(units, i, hi):
        found.append(Part(i + 1, "agent", unit.side, i, True))
    elif role == "by" and before is not None and _done_by(units, before, lo, i):
        found.append(Part(_done_by(units, before, lo, i) - 1, "agent", unit.side, i, True))
        sorted_out.agents.append((i, unit.side))
    elif role == "by":
        (sorted_out.targets if is_receiving(units, lo, hi) else sorted_out.agents).append((i, unit.side))
    elif role == "of" and before is not None and (place := _possessed(units, before, lo, i)) is not None:
        found.append(Part(place, "agent", unit.side, i, True))
    elif role in {"of", "from"} or (before is not None and before.low == "namens"):
        if not owned(units, i, lo, unit.side, found):
            sorted_out.agents.append((i, unit.side))
    elif role in {"to", "at"} or (before is not None and before.low in _TOWARDS):
        sorted_out.targets.append((i, unit.side))
    else:
        return False
    return True


def _done_by(units: tuple[Unit, ...], before: Unit, lo: int, i: int) -> int:
    """ "de aanlevering door Klant": one more than the place of the noun before "door", 0 where none is."""
    k = next((k for k in range(lo, i) if units[k] is before), lo)
    article = k - 2 >= lo and units[k - 2].low in ARTICLES
    return k if k > lo and article and thing(units[k - 1]) else 0


def _possessed(units: tuple[Unit, ...], before: Unit, lo: int, i: int) -> int | None:
    """ "blijven van Klant": the place of "van", which then says whose something is."""
    k = next((k for k in range(lo, i) if units[k] is before), lo)
    return k if before.low == "van" and k > lo and units[k - 1].low in _BEING else None


_BEING = small_words("being", "nl")
_TOWARDS = small_words("towards", "nl")


def _attributed(units: tuple[Unit, ...], i: int, hi: int) -> bool:
    """ "door Klant aangeleverde gegevens"."""
    return (
        i + 2 < hi
        and thing(units[i + 1])
        and units[i + 1].low.endswith(("de", "te", "en"))
        and thing(units[i + 2])
    )


def _spoken(units: tuple[Unit, ...], lo: int, hi: int, here: Mention | None) -> Mention | None:
    """ "mits hij Klant bericht": "hij" is the other one."""
    he = next((k for k in range(lo, hi) if units[k].low in _HE and not units[k].side), None)
    if here is None or he is None or he > here[0] or here[1] not in _OTHER:
        return here
    return he, _OTHER[here[1]]


def _same_subject(units: tuple[Unit, ...], lo: int, hi: int, here: Mention) -> bool:
    """ "… en levert Klant de gegevens": the verb right behind "en" goes on with the subject before it."""
    return (
        lo + 1 < hi
        and verb(units[lo + 1])
        and not _modal(units[lo + 1])
        and units[here[0]].low not in {"wij", "we", "u"}
    )


def _subject(units: tuple[Unit, ...], bare: list[Mention]) -> Mention | None:
    """The subject among a Dutch clause's parties without a preposition: "wij", else the first that can be
    one."""
    able = [b for b in bare if units[b[0]].low not in {"ons", "jou"}]
    fixed = next((b for b in able if units[b[0]].low in {"wij", "we", "jij"}), None)
    return fixed or next((b for b in able if b[1][:1] != "="), None) or next(iter(able), None)


def _modal(unit: Unit) -> bool:
    return any(tag.startswith("modality.") for tag in unit.entry.tags)


def _owning(unit: Unit, role: str, after: Unit | None) -> bool:
    if after is None:
        return False
    if unit.low in {"uw", "jouw", "onze"} or unit.low.endswith("'s"):
        return True
    return unit.low == "ons" and thing(after) and not verb(after) and not role
