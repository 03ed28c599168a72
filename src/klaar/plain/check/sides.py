"""Who does what to whom: the side that acts, and the side to which it is done, for every verb and owned thing."""

from typing import NamedTuple

from klaar.plain.check.model import Loss
from klaar.plain.check.polarity import alike
from klaar.plain.check.reading import Reading, Side, Unit
from klaar.text.span import Span


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


def parts(reading: Reading) -> list[Part]:
    """Every side's parts in the text."""
    found: list[Part] = []
    subject: Mention | None = None
    sentence = -1
    read = _dutch if reading.language == "nl" else _english
    for lo, hi in clauses(reading):
        if reading.units[lo].sentence != sentence:
            subject, sentence = None, reading.units[lo].sentence
        subject = read(reading, lo, hi, subject, found)
    return found


def clauses(reading: Reading) -> list[tuple[int, int]]:
    """Stretches of units that hold one subject: up to a mark, a connecting word, or "and" with its own subject."""
    units = reading.units
    found, start = [], 0
    for i, unit in enumerate(units):
        if unit.mark or (i > start and _connects(reading, i)):
            if i > start:
                found.append((start, i))
            start = i + 1 if unit.mark else i
    if start < len(units):
        found.append((start, len(units)))
    return found


_EN_CONNECT = frozenset("if when where unless which who that because while whereas once provided_that provided but whether as_soon_as insofar so".split())
_EN_MAYBE = frozenset("after before until since".split())
_NL_CONNECT = frozenset("als indien wanneer tenzij mits omdat nadat voordat zodra zolang maar doch waarbij waarna waarvan waarin waarop waardoor terwijl zodat totdat alvorens voor_zover voorzover alleen_als ook_als zelfs".split())
_NL_MAYBE = frozenset("die dat wat".split())


def _connects(reading: Reading, i: int) -> bool:
    units = reading.units
    low, after = units[i].low, units[i + 1 : i + 7]
    if low in {"and", "or", "en", "of"} and after:
        if reading.language == "nl" and _verb(after[0]):
            return True
        rest = [u for u in after if u.low not in _ARTICLES]
        return len(rest) > 1 and bool(rest[0].side) and _verb(rest[1])
    if reading.language == "nl":
        before = units[i - 1]
        if low in {"dat", "wat"} and _verb(before) and after and (after[0].side or after[0].low in _ARTICLES | {"alle", "er"}):
            return True
        return low in _NL_CONNECT or (low in _NL_MAYBE and _thing(before) and not _verb(before))
    return low in _EN_CONNECT or (low in _EN_MAYBE and any(_verb(u) for u in after))


_ARTICLES = frozenset("the a an de het een its their such any his hun zijn haar deze die dit dat this that each elke ieder iedere".split())
_BEFORE_NOUN = _ARTICLES | frozenset(
    "of in on at for with from by per via your our uw onze van voor bij met op in door over per geen no alle all aan tot tegen uit zonder without their its every elk such eerste laatste volgende nieuwe hele overige own eigen first last next new andere other diens".split()
)


def _before(units: tuple[Unit, ...], i: int, lo: int) -> Unit | None:
    """The unit before a party, its article left out: "to" in "to the Client"."""
    k = i - 1
    while k > lo and units[k].low in _ARTICLES:
        k -= 1
    if k >= lo and units[i].side[0] == "=" and k == i - 1 and _thing(units[k]) and units[k].low.endswith(("e", "ent", "ory", "al", "ed")):
        k -= 1
        while k > lo and units[k].low in _ARTICLES:
            k -= 1
    return units[k] if k >= lo else None


def _verb(unit: Unit) -> bool:
    return "roles.verbs" in unit.entry.tags or any(tag.startswith("modality.") for tag in unit.entry.tags)


def _role(before: Unit | None) -> str:
    if before is None:
        return ""
    return next((r for r in ("by", "to", "of", "from", "at") if f"roles.{r}" in before.entry.tags), "")


def _thing(unit: Unit) -> bool:
    return not unit.light and not unit.side and not unit.mark


def _nominal(units: tuple[Unit, ...], i: int, lo: int, english: bool) -> bool:
    """Whether the word names a thing rather than tells what is done: behind an article, a preposition or such a word."""
    if i <= lo:
        return False
    before = units[i - 1]
    if before.low in _BEFORE_NOUN or before.owner or before.time is not None:
        return True
    return _thing(before) and (_nominal(units, i - 1, lo, english) or english and not before.low.endswith("ly"))


def nominal(reading: Reading, i: int) -> bool:
    """Whether the word at `i` names a thing: "locatie" in "op een andere locatie"."""
    lo = next((a for a, b in clauses(reading) if a <= i < b), i)
    return _nominal(reading.units, i, lo, reading.language == "en")


def _names_thing(reading: Reading, i: int, hi: int) -> bool:
    """ "Customer Data": a party's name in the name of a thing."""
    units = reading.units
    if i + 1 >= hi or units[i].side[0] == "=" or reading.language == "nl":
        return False
    after = units[i + 1]
    return _thing(after) and reading.text[after.start].isupper() and not reading.text[units[i].start : after.start].isupper()


def _own(units: tuple[Unit, ...], i: int, hi: int, side: Side, found: list[Part]) -> None:
    for k in range(i + 1, min(i + 5, hi)):
        if units[k].side or units[k].mark or _verb(units[k]) and units[k].light:
            return
        if _thing(units[k]):
            found.append(Part(k, "agent", side, i, True))


def _owned(units: tuple[Unit, ...], i: int, lo: int, side: Side, found: list[Part]) -> bool:
    """ "toestemming van Klant": the noun before "van"."""
    k = i - 1
    while k > lo and (units[k].low in _ARTICLES or _role(units[k]) == "of" or "roles.of" in units[k].entry.tags):
        k -= 1
    if k >= lo and _thing(units[k]):
        found.append(Part(k, "agent", side, i, True))
        return True
    return False


def _english(reading: Reading, lo: int, hi: int, subject: Mention | None, found: list[Part]) -> Mention | None:
    units = reading.units
    here: Mention | None = None
    agents: list[Mention] = []
    targets: list[Mention] = []
    for i in range(lo, hi):
        unit = units[i]
        if not unit.side:
            continue
        before = _before(units, i, lo)
        role = _role(before)
        if unit.owner or unit.low in {"your", "our"} or _names_thing(reading, i, hi):
            _own(units, i, hi, unit.side, found)
        elif role in {"by", "from"}:
            agents.append((i, unit.side))
        elif role == "of":
            _owned(units, i, lo, unit.side, found)
        elif role in {"to", "at"}:
            targets.append((i, unit.side))
        elif before is not None and before.low in {"in", "upon"}:
            targets.append((i, unit.side))
        elif here is None and not any(_thing(units[k]) or _verb(units[k]) for k in range(lo, i)) or _acts(units, i, hi):
            here = here or (i, unit.side)
        else:
            targets.append((i, unit.side))
    own = here
    if here is None and not agents and _continues(units, lo):
        here = subject
    _assign(reading, lo, hi, here, agents, targets, found)
    return own or subject


def _acts(units: tuple[Unit, ...], i: int, hi: int) -> bool:
    """Whether a verb follows the party: then it is the subject."""
    k = i + 1
    while k < hi and (units[k].low in _SKIP or units[k].low.endswith("ly")):
        k += 1
    return k < hi and _verb(units[k])


_SKIP = frozenset("also then only therefore always each both itself themselves not hereby either".split())


def _continues(units: tuple[Unit, ...], lo: int) -> bool:
    """Whether the clause goes on with the subject of the one before ("…, and shall …")."""
    return units[lo].low in {"and", "or", "but", "then", "en", "of", "maar", "doch"} or _verb(units[lo])


def _dutch(reading: Reading, lo: int, hi: int, subject: Mention | None, found: list[Part]) -> Mention | None:
    units = reading.units
    bare: list[Mention] = []
    agents: list[Mention] = []
    targets: list[Mention] = []
    for i in range(lo, hi):
        unit = units[i]
        if not unit.side:
            continue
        before, after = _before(units, i, lo), units[i + 1] if i + 1 < hi else None
        role = _role(before)
        if _owning(unit, role, after):
            _own(units, i, hi, unit.side, found)
        elif role == "by":
            agents.append((i, unit.side))
        elif role in {"of", "from"} or before is not None and before.low == "namens":
            if not _owned(units, i, lo, unit.side, found):
                agents.append((i, unit.side))
        elif role in {"to", "at"} or before is not None and before.low in {"tegen", "over", "onder", "zonder", "tot"}:
            targets.append((i, unit.side))
        else:
            bare.append((i, unit.side))
    here = next((b for b in bare if units[b[0]].low in {"wij", "we", "jij"}), None)
    here = here or next((b for b in bare if units[b[0]].low not in {"ons", "jou"} and b[1][:1] != "="), None) or next((b for b in bare if units[b[0]].low not in {"ons", "jou"}), None)
    targets = [b for b in bare if b is not here and units[b[0]].low != units[here[0]].low if here] + targets if here else [*bare, *targets]
    own = here
    if here is None and not agents and units[lo].low in {"en", "of", "maar", "doch"}:
        here = subject
    elif here is not None and agents and not _passive(reading, lo, hi):
        for place, side in agents:
            k = place - 1
            while k > lo and not _thing(units[k]):
                k -= 1
            if _thing(units[k]):
                found.append(Part(k, "agent", side, place, True))
        agents = []
    _assign(reading, lo, hi, here, agents, targets, found)
    return own or subject


def _owning(unit: Unit, role: str, after: Unit | None) -> bool:
    if after is None:
        return False
    if unit.low in {"uw", "jouw", "onze"} or unit.low.endswith("'s"):
        return True
    return unit.low == "ons" and _thing(after) and not _verb(after) and not role


def _assign(
    reading: Reading, lo: int, hi: int, here: Mention | None, agents: list[Mention], targets: list[Mention], found: list[Part]
) -> None:
    """Give every verb in the clause its agent and its target; where its verb says little, its first thing."""
    units = reading.units
    words = [i for i in range(lo, hi) if _thing(units[i]) or _does(units[i])]
    told = [i for i in words if _does(units[i]) or not _nominal(units, i, lo, reading.language == "en") or _beside(reading, i, here) or "roles.belong" in units[i].entry.tags] or words[:1]
    taken = {p.place for p in found if p.role == "agent" and p.explicit}
    receives = any("roles.receive" in units[i].entry.tags for i in range(lo, hi))
    passive = _passive(reading, lo, hi)
    acting = agents[:1] or ([] if passive or receives or here is None else [here])
    getting = ([here] if here and (passive or receives) else []) + targets
    if any("roles.belong" in units[i].entry.tags for i in range(lo, hi)) and getting:
        acting, getting = getting[:1], []
    for i in told:
        found.extend(Part(i, "agent", side, party, bool(agents)) for party, side in acting[:1] if i not in taken)
    for i in words:
        found.extend(Part(i, "target", side, party, _role(_before(units, party, lo)) in {"to", "at"}) for party, side in getting[:1])


def _does(unit: Unit) -> bool:
    """A verb that says little by itself but has a doer: "verleent"."""
    return unit.light and "roles.doing" in unit.entry.tags


def _beside(reading: Reading, i: int, here: Mention | None) -> bool:
    """ "… verbeurt Leverancier": what stands beside a Dutch subject is its verb."""
    return reading.language == "nl" and here is not None and abs(here[0] - i) == 1


def _passive(reading: Reading, lo: int, hi: int) -> bool:
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
            if low.endswith("ed") and not low.endswith("eed") or "roles.participles" in units[k].entry.tags:
                return True
            if not units[k].light:
                break
    return False


_STATES = frozenset("entitled allowed permitted obliged required authorised authorized supposed certified committed responsible liable obligated concerned involved free_to".split())


def side_losses(source: Reading, plain: Reading) -> list[Loss]:
    """Where another side acts, or it is done to another side, than the source says."""
    losses = []
    left, right = parts(source), parts(plain)
    for role, reason in (("agent", "other_agent"), ("target", "other_target")):
        for party in sorted({p.party for p in left if p.role == role and p.side != "both"}):
            yes, no, firm = 0, [], False
            for part in left:
                if part.role != role or part.party != party:
                    continue
                unit = source.units[part.place]
                same = [p for p in right if p.role == role and alike(unit, plain.units[p.place])]
                exact = [p for p in same if plain.units[p.place].family == unit.family]
                same = exact or same
                if not same:
                    continue
                if any(p.side in {part.side, "both"} for p in same):
                    yes += 1
                elif _comparable(part, same[0]):
                    no.append(same[0])
                    firm = firm or bool(exact) and not part.explicit and not same[0].explicit and not any(q.side == same[0].side and source.units[q.place].family == unit.family for q in left if q.role == role)
            if no and (not yes or firm):
                other = plain.units[no[0].party]
                me = source.units[party]
                losses.append(Loss("who_to_whom", reason, Span(me.start, me.end), Span(other.start, other.end)))
    return losses


def _comparable(one: Part, other: Part) -> bool:
    if one.side[:1] == "=" or other.side[:1] == "=":
        return one.explicit and other.explicit or one.side[:1] == other.side[:1] == "="
    return True


def both_losses(source: Reading, plain: Reading) -> list[Loss]:
    """ "Either party" that became one side, or one side that became either."""
    one, other = _both(source), _both(plain)
    if one is not None and other is None:
        return [Loss("party", "both_lost", Span(source.units[one].start, source.units[one].end), None)]
    if other is not None and one is None:
        return [Loss("party", "both_added", None, Span(plain.units[other].start, plain.units[other].end))]
    return []


def _both(reading: Reading) -> int | None:
    return next((i for i, u in enumerate(reading.units) if (u.side == "both" and "who.counter" not in u.entry.tags) or "who.mirrored" in u.entry.tags), None)
