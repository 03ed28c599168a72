"""Words that stand apart and mean something together: "zegt … op", "make … available", "Klant en
Leverancier"."""

from klaar.plain.check.fold import fold
from klaar.plain.check.lexicon import EMPTY, Entry, Lexicon
from klaar.plain.check.small import small_words
from klaar.plain.check.units import Unit

_APART = small_words("particles", "nl")
_APART_EN = small_words("particles", "en")


_BEHIND = small_words("behind_particle")


_JOINING = small_words("joining")


_ARTICLES = small_words("the")


def together(units: list[Unit]) -> list[Unit]:
    """ "Klant en Leverancier" are both, as one."""
    for i, unit in enumerate(units):
        if unit.side not in {"client", "it"} or (unit.owner and unit.low in {"your", "our", "uw", "onze"}):
            continue
        k = i + 1
        if k < len(units) and units[k].low == "'":
            k += 1
        if k >= len(units) or units[k].low not in _JOINING:
            continue
        k += 1
        if k < len(units) and units[k].low in _ARTICLES:
            k += 1
        if k < len(units) and {unit.side, units[k].side} == {"client", "it"}:
            units[i] = unit._replace(side="both")
            units[k] = units[k]._replace(side="", owner=False)
    return units


def separable(units: list[Unit], lexicon: Lexicon) -> list[Unit]:
    """ "zegt … op", "op te zeggen": the verb as one, at the place of its stem."""
    if lexicon.language != "nl":
        return _with_particles(units, lexicon)
    for i, unit in enumerate(units):
        if unit.low not in _APART or unit.time:
            continue
        after = units[i + 1] if i + 1 < len(units) else None
        if after is not None and after.low == "te" and i + 2 < len(units):
            _join(units, i, i + 2, lexicon)
            continue
        if (
            after is None
            or after.mark
            or after.low in _BEHIND
            or "condition.if" in lexicon.words.get(after.low, EMPTY).tags
        ):
            for j in range(i - 1, max(-1, i - 30), -1):
                if units[j].sentence != unit.sentence:
                    break
            else:
                j = max(-1, i - 30)
            for k in range(j + 1, i):
                if (
                    not units[k].mark
                    and not units[k].side
                    and units[k].low not in _ARTICLES
                    and units[k].low.isalpha()
                    and _join(units, i, k, lexicon)
                ):
                    break
    return units


def _with_particles(units: list[Unit], lexicon: Lexicon) -> list[Unit]:
    """ "make … available", "take … back" as one, at the place of the verb."""
    for i, unit in enumerate(units):
        if unit.low not in _APART_EN or unit.time:
            continue
        for k in range(i - 1, max(-1, i - 9), -1):
            if units[k].sentence != unit.sentence or (units[k].mark and units[k].low != ","):
                break
            entry = _phrase((units[k].family, fold(unit.low, "en")), lexicon)
            if entry is not None:
                units[k] = units[k]._replace(keys=units[k].keys | entry.keys, light=False)
                break
    return units


def _phrase(family: tuple[str, str], lexicon: Lexicon) -> Entry | None:
    """What a verb with its particle is."""
    found = lexicon.phrases.get(family[0], {}).get(family[1], ())
    return next((entry for own, entry in found if own == family and entry.keys), None)


def _join(units: list[Unit], particle: int, verb: int, lexicon: Lexicon) -> bool:
    family = fold(units[particle].low + units[verb].low, lexicon.language)
    entry = lexicon.families.get(family)
    if entry is None or not entry.keys:
        return False
    old = units[verb]
    units[verb] = old._replace(
        family=family, entry=entry._replace(tags=entry.tags | old.entry.tags), light=False, keys=entry.keys
    )
    units[particle] = units[particle]._replace(entry=EMPTY, light=True, keys=frozenset())
    return True
