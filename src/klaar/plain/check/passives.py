"""Whether the subject of a clause acts, receives or undergoes."""

from klaar.plain.check.clauses import thing
from klaar.plain.check.small import small_words
from klaar.plain.check.units import Reading, Unit

_NL_STATES = small_words("states", "nl")


_STATES = small_words("states", "en")


def does(unit: Unit) -> bool:
    """A verb that says little by itself but has a doer: "verleent"."""
    return unit.light and "roles.doing" in unit.entry.tags


def is_receiving(units: tuple[Unit, ...], lo: int, hi: int) -> bool:
    """Whether the clause says that its subject gets something."""
    return any("roles.receive" in units[i].entry.tags for i in range(lo, hi))


def is_passive(reading: Reading, lo: int, hi: int) -> bool:
    """Whether something is done to the subject of the clause."""
    units = reading.units
    for i in range(lo, hi):
        if "roles.passive" not in units[i].entry.tags:
            continue
        if reading.language == "nl":
            if units[i].low in {"wordt", "worden", "werd", "geworden"}:
                return True
            continue
        for k in range(i + 1, min(i + 5, hi)):
            low = units[k].low
            if low in _STATES:
                break
            if (low.endswith("ed") and not low.endswith("eed")) or "roles.participles" in units[k].entry.tags:
                return True
            if not units[k].light:
                break
    return False


def undergone(reading: Reading, lo: int, hi: int) -> bool:
    """ "Klant is geïnformeerd": someone did it to the subject."""
    if reading.language != "nl":
        return False
    lows = [u.low for u in reading.units[lo:hi]]
    if not {"is", "zijn", "bent"} & set(lows):
        return False
    last = next((u for u in reversed(reading.units[lo:hi]) if thing(u)), None)
    return (
        last is not None
        and last.low.startswith("ge")
        and last.low.endswith(("d", "t"))
        and last.low not in _NL_STATES
    )
