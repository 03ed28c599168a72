"""The sides in an English clause."""

from klaar.plain.check.clauses import thing, verb
from klaar.plain.check.passives import is_passive
from klaar.plain.check.roles import Mention, Part, Roles, attach, before_party, own, owned, role_of
from klaar.plain.check.small import small_words
from klaar.plain.check.units import Reading, Unit

_SKIP = small_words("skipped")


def english_roles(reading: Reading, lo: int, hi: int, subject: Mention | None, found: list[Part]) -> Roles:
    """The parties of the clause by their part in it; what they own goes to `found` at once."""
    units = reading.units
    here: Mention | None = None
    agents: list[Mention] = []
    targets: list[Mention] = []
    for i in range(lo, hi):
        unit = units[i]
        if not unit.side:
            continue
        before = before_party(units, i, lo)
        role = role_of(before)
        if unit.owner or unit.low in {"your", "our"} or _names_thing(reading, i, hi):
            own(reading, i, hi, found)
        elif role in {"by", "from"}:
            agents.append((i, unit.side))
        elif role == "of":
            owned(units, i, lo, unit.side, found)
        elif role in {"to", "at"} or (before is not None and before.low in {"in", "upon"}):
            targets.append((i, unit.side))
        elif (here is None and not any(thing(units[k]) or verb(units[k]) for k in range(lo, i))) or _acts(
            units, i, hi
        ):
            here = here or (i, unit.side)
        else:
            targets.append((i, unit.side))
    if here is None and not agents and _continues(units, lo):
        here = subject
    if here is not None and agents and not is_passive(reading, lo, hi):
        attach(reading, lo, agents, found)
        agents = []
    return Roles(here, agents, targets)


def _names_thing(reading: Reading, i: int, hi: int) -> bool:
    """ "Customer Data": a party's name in the name of a thing."""
    units = reading.units
    if i + 1 >= hi or units[i].side[0] == "=" or reading.language == "nl":
        return False
    after = units[i + 1]
    return (
        thing(after)
        and reading.text[after.start].isupper()
        and not reading.text[units[i].start : after.start].isupper()
    )


def _acts(units: tuple[Unit, ...], i: int, hi: int) -> bool:
    """Whether a verb follows the party: then it is the subject."""
    k = i + 1
    while k < hi and (units[k].low in _SKIP or units[k].low.endswith("ly")):
        k += 1
    return k < hi and verb(units[k])


def _continues(units: tuple[Unit, ...], lo: int) -> bool:
    """Whether the clause goes on with the subject of the one before ("…, and shall …")."""
    return units[lo].low in {"and", "or", "but", "then"} or verb(units[lo])
