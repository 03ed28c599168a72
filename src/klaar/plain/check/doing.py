"""Who does what a clause tells, and to whom."""

from klaar.plain.check.clauses import ARTICLES, thing
from klaar.plain.check.dutch import _modal
from klaar.plain.check.nominal import attributive, in_phrase, is_nominal
from klaar.plain.check.passives import does, is_passive, is_receiving, undergone
from klaar.plain.check.roles import Mention, Part, Roles, before_party, role_of
from klaar.plain.check.small import small_words
from klaar.plain.check.units import Reading, Unit

_STATE_KEYS = frozenset(["fault", "liability", "responsibility", "owner", "own"])


_BE = small_words("being")


def assign(reading: Reading, lo: int, hi: int, roles: Roles, found: list[Part]) -> None:
    """Give every verb in the clause its agent and its target; where its verb says little, its first thing."""
    units = reading.units
    here = roles.subject
    passive = is_passive(reading, lo, hi)
    receives = is_receiving(units, lo, hi)
    acting = roles.agents[:1] or (
        [] if passive or receives or here is None or undergone(reading, lo, hi) else [here]
    )
    getting = ([here] if here and (passive or receives) else []) + roles.targets
    if not acting and not getting:
        return
    words = [i for i in range(lo, hi) if thing(units[i]) or does(units[i])]
    told = [i for i in words if _tells(reading, i, lo, here)]
    if all(units[i].light for i in told) and not any(_modal(units[i]) for i in range(lo, hi)):
        objects = [i for i in words if i not in told and not in_phrase(reading, i, lo)]
        told = told + [i for i in objects if units[i].keys & reading.lexicon.telling] or objects[:1]
    taken = {p.place for p in found if p.role == "agent" and p.explicit}
    if receives:
        told = told + [i for i in words if i not in told and not in_phrase(reading, i, lo)]
    if acting:
        found.extend(
            Part(i, "agent", acting[0][1], acting[0][0], True)
            for i in range(lo, hi)
            if "roles.own_cost" in units[i].entry.tags
        )
    if any(units[i].low == "recht" and units[i + 1].low == "op" for i in range(lo, hi - 1)) and acting:
        acting, getting = [], acting[:1]
    if any("roles.belong" in units[i].entry.tags for i in range(lo, hi)) and getting:
        acting, getting = getting[:1], []
    for i in told:
        found.extend(
            Part(i, "agent", side, party, bool(roles.agents)) for party, side in acting[:1] if i not in taken
        )
    nouns = (i for i in words if not in_phrase(reading, i, lo)) if reading.language == "nl" else ()
    for i in sorted({*told, *nouns}):
        found.extend(
            Part(i, "target", side, party, role_of(before_party(units, party, lo)) in {"to", "at"})
            for party, side in getting[:1]
        )


def _tells(reading: Reading, i: int, lo: int, here: Mention | None) -> bool:
    """Whether the word tells what is done or who answers for it."""
    unit = reading.units[i]
    if does(unit) or "roles.belong" in unit.entry.tags:
        return True
    if attributive(reading, i):
        return False
    if reading.language == "nl" and here is not None and abs(here[0] - i) == 1:
        return True
    if unit.keys & _STATE_KEYS and (reading.language == "nl" or _behind_be(reading.units, i, lo)):
        return True
    if unit.entry.keys and unit.entry.keys.isdisjoint(reading.lexicon.telling):
        return False
    return not is_nominal(reading, i, lo)


def _behind_be(units: tuple[Unit, ...], i: int, lo: int) -> bool:
    """ "stays the owner": what someone is."""
    k = i - 1
    while k > lo and (units[k].low in ARTICLES or units[k].low in {"to", "at"}):
        k -= 1
    return k >= lo and units[k].low in _BE
