"""Who does what to whom: the side that acts, and the side to which it is done, for every verb and owned thing."""

from typing import NamedTuple

from klaar.plain.check.clauses import ARTICLES, clauses, thing, verb
from klaar.plain.check.reading import Reading, Side, Unit


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


def parts(reading: Reading) -> list[Part]:
    """Every side's parts in the text."""
    found: list[Part] = []
    subject: Mention | None = None
    sentence, hanging = -1, False
    read = _dutch if reading.language == "nl" else _english
    for lo, hi in clauses(reading):
        if reading.units[lo].sentence != sentence:
            subject, sentence, hanging = None, reading.units[lo].sentence, False
        if hanging and reading.language == "en" and reading.units[lo].low in _ASIDE:
            continue
        roles = read(reading, lo, hi, subject, found)
        if roles.subject is None and hanging and reading.language == "en":
            roles = roles._replace(subject=subject)
        if roles.subject is not None:
            subject = roles.subject
            hanging = not any(thing(u) for u in reading.units[lo:hi])
        _assign(reading, lo, hi, roles, found)
    return found


_ASIDE = frozenset(
    [
        "during",
        "after",
        "before",
        "upon",
        "within",
        "in",
        "for",
        "at",
        "on",
        "following",
        "subject_to",
        "under",
        "by",
    ]
)
"""Words with which a clause between a subject and its verb begins: "shall, during the term, employ"."""


_BEFORE_NOUN = ARTICLES | frozenset(
    [
        "of",
        "in",
        "on",
        "at",
        "for",
        "with",
        "from",
        "by",
        "per",
        "via",
        "your",
        "our",
        "uw",
        "onze",
        "van",
        "voor",
        "bij",
        "met",
        "op",
        "in",
        "door",
        "over",
        "per",
        "geen",
        "no",
        "all",
        "aan",
        "tot",
        "tegen",
        "uit",
        "zonder",
        "without",
        "every",
        "elk",
        "eerste",
        "laatste",
        "volgende",
        "nieuwe",
        "hele",
        "overige",
        "own",
        "eigen",
        "first",
        "last",
        "next",
        "new",
        "andere",
        "other",
        "diens",
        "additional",
        "extra",
        "more",
        "meer",
        "alle",
        "na",
        "after",
        "upon",
        "tijdens",
        "during",
        "tussen",
        "between",
        "onder",
        "under",
        "over",
        "om",
    ]
)


def _before(units: tuple[Unit, ...], i: int, lo: int) -> Unit | None:
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


def _role(before: Unit | None) -> str:
    if before is None:
        return ""
    return next((r for r in ("by", "to", "of", "from", "at") if f"roles.{r}" in before.entry.tags), "")


def is_nominal(reading: Reading, i: int, lo: int) -> bool:
    """Whether the word names a thing rather than tells what is done: behind an article, a preposition or such a word."""
    if i <= lo:
        return False
    before = reading.units[i - 1]
    if before.low in _BEFORE_NOUN or before.owner or before.time is not None:
        return True
    if (
        reading.language == "nl"
        and before.light
        and before.low.endswith("e")
        and before.low not in {"te", "we", "je"}
        and not verb(before)
        and not before.side
    ):
        return True
    if reading.language == "nl":
        return _attributive(reading, i - 1) or (
            thing(before) and before.low.endswith("e") and is_nominal(reading, i - 1, lo)
        )
    after = reading.units[i + 1 : i + 2]
    if thing(before) and after and (after[0].low in ARTICLES or after[0].side in {"client", "it"}):
        return False
    return thing(before) and (is_nominal(reading, i - 1, lo) or not before.low.endswith("ly"))


def nominal(reading: Reading, i: int) -> bool:
    """Whether the word at `i` names a thing: "locatie" in "op een andere locatie"."""
    return is_nominal(reading, i, next((a for a, b in clauses(reading) if a <= i < b), i))


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


def _own(
    units: tuple[Unit, ...], i: int, hi: int, side: Side, found: list[Part], dutch: bool = False
) -> None:
    for k in range(i + 1, min(i + 5, hi)):
        if units[k].side or units[k].mark or (verb(units[k]) and units[k].light):
            return
        if thing(units[k]):
            found.append(Part(k, "agent", side, i, True))
            if dutch and not units[k].low.endswith("e"):
                return


def _owned(units: tuple[Unit, ...], i: int, lo: int, side: Side, found: list[Part]) -> bool:
    """ "toestemming van Klant": the noun before "van"."""
    k = i - 1
    while k > lo and (units[k].low in ARTICLES or "roles.of" in units[k].entry.tags):
        k -= 1
    if k >= lo and (thing(units[k]) or ("_" in units[k].low and units[k].keys)):
        found.append(Part(k, "agent", side, i, True))
        return True
    return False


def _english(reading: Reading, lo: int, hi: int, subject: Mention | None, found: list[Part]) -> Roles:
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
    if here is not None and agents and not _passive(reading, lo, hi):
        _attach(reading, lo, agents, found)
        agents = []
    return Roles(here, agents, targets)


def _attach(reading: Reading, lo: int, agents: list[Mention], found: list[Part]) -> None:
    """ "the data supplied by Customer": who did it, beside a clause with a subject of its own."""
    for place, side in agents:
        k = place - 1
        while k > lo and not thing(reading.units[k]):
            k -= 1
        if k >= lo and thing(reading.units[k]):
            found.append(Part(k, "agent", side, place, True))


def _acts(units: tuple[Unit, ...], i: int, hi: int) -> bool:
    """Whether a verb follows the party: then it is the subject."""
    k = i + 1
    while k < hi and (units[k].low in _SKIP or units[k].low.endswith("ly")):
        k += 1
    return k < hi and verb(units[k])


_SKIP = frozenset(
    [
        "also",
        "then",
        "only",
        "therefore",
        "always",
        "each",
        "both",
        "itself",
        "themselves",
        "not",
        "hereby",
        "either",
    ]
)


def _continues(units: tuple[Unit, ...], lo: int) -> bool:
    """Whether the clause goes on with the subject of the one before ("…, and shall …")."""
    return units[lo].low in {"and", "or", "but", "then"} or verb(units[lo])


def _dutch(reading: Reading, lo: int, hi: int, subject: Mention | None, found: list[Part]) -> Roles:
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
            _own(units, i, hi, unit.side, found, dutch=True)
        elif role == "by":
            if (
                after is not None
                and thing(after)
                and after.low.endswith(("de", "te", "en"))
                and i + 2 < hi
                and thing(units[i + 2])
            ):
                found.append(Part(i + 1, "agent", unit.side, i, True))
            else:
                (targets if _receives(units, lo, hi) else agents).append((i, unit.side))
        elif role in {"of", "from"} or (before is not None and before.low == "namens"):
            if not _owned(units, i, lo, unit.side, found):
                agents.append((i, unit.side))
        elif role in {"to", "at"} or (
            before is not None and before.low in {"tegen", "over", "onder", "zonder", "tot", "na"}
        ):
            targets.append((i, unit.side))
        else:
            bare.append((i, unit.side))
    here = _subject(units, bare)
    spoken = next((k for k in range(lo, hi) if units[k].low in _HE and not units[k].side), None)
    if here is not None and spoken is not None and spoken < here[0] and here[1] in _OTHER:
        here = (spoken, _OTHER[here[1]])
    goes_on = units[lo].low in {"en", "of", "maar", "doch"}
    if (
        goes_on
        and subject is not None
        and lo + 1 < hi
        and verb(units[lo + 1])
        and not _modal(units[lo + 1])
        and here is not None
        and units[here[0]].low not in {"wij", "we", "u"}
    ):
        here = subject
    targets = [b for b in bare if here is None or (b is not here and b[1] != here[1])] + targets
    if here is None and not agents and goes_on:
        here = subject
    elif here is not None and agents and not _passive(reading, lo, hi) and not _receives(units, lo, hi):
        _attach(reading, lo, agents, found)
        agents = []
    return Roles(here, agents, targets)


_HE = frozenset(["hij", "zij"])
_OTHER = {"client": "it", "it": "client"}


def _subject(units: tuple[Unit, ...], bare: list[Mention]) -> Mention | None:
    """The subject among a Dutch clause's parties without a preposition: "wij", else the first that can be one."""
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


def _assign(reading: Reading, lo: int, hi: int, roles: Roles, found: list[Part]) -> None:
    """Give every verb in the clause its agent and its target; where its verb says little, its first thing."""
    units = reading.units
    here = roles.subject
    words = [i for i in range(lo, hi) if thing(units[i]) or _does(units[i])]
    told = [i for i in words if _tells(reading, i, lo, here)]
    if all(units[i].light for i in told) and not any(_modal(units[i]) for i in range(lo, hi)):
        objects = [i for i in words if i not in told and not _in_phrase(reading, i, lo)]
        told = told + [i for i in objects if units[i].keys & reading.lexicon.telling] or objects[:1]
    taken = {p.place for p in found if p.role == "agent" and p.explicit}
    passive = _passive(reading, lo, hi)
    receives = _receives(units, lo, hi)
    if receives:
        told = told + [i for i in words if i not in told and not _in_phrase(reading, i, lo)]
    acting = roles.agents[:1] or (
        [] if passive or receives or here is None or _undergone(reading, lo, hi) else [here]
    )
    getting = ([here] if here and (passive or receives) else []) + roles.targets
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
    nouns = (i for i in words if not _in_phrase(reading, i, lo)) if reading.language == "nl" else ()
    for i in sorted({*told, *nouns}):
        found.extend(
            Part(i, "target", side, party, _role(_before(units, party, lo)) in {"to", "at"})
            for party, side in getting[:1]
        )


def _tells(reading: Reading, i: int, lo: int, here: Mention | None) -> bool:
    """Whether the word tells what is done or who answers for it."""
    unit = reading.units[i]
    if _does(unit) or "roles.belong" in unit.entry.tags:
        return True
    if _attributive(reading, i):
        return False
    if reading.language == "nl" and here is not None and abs(here[0] - i) == 1:
        return True
    if unit.keys & _STATE_KEYS and (reading.language == "nl" or _behind_be(reading.units, i, lo)):
        return True
    if unit.entry.keys and unit.entry.keys.isdisjoint(reading.lexicon.telling):
        return False
    return not is_nominal(reading, i, lo)


def _attributive(reading: Reading, i: int) -> bool:
    """ "betaalde" in "reeds betaalde vergoedingen": a verb as an adjective."""
    after = reading.units[i + 1 : i + 2]
    return (
        reading.language == "nl"
        and thing(reading.units[i])
        and reading.units[i].low.endswith(("de", "te"))
        and bool(after)
        and thing(after[0])
        and not verb(after[0])
    )


def _in_phrase(reading: Reading, i: int, lo: int) -> bool:
    """Whether the word belongs to a preposition: "op diens eerste verzoek"."""
    units = reading.units
    k = i - 1
    while k >= lo and (
        (thing(units[k]) and (reading.language == "en" or units[k].low.endswith("e")))
        or units[k].low in ARTICLES
        or units[k].time is not None
        or (units[k].light and units[k].low.endswith(("e", "s")))
    ):
        k -= 1
    return k >= lo and (_role(units[k]) != "" or units[k].low in _BEFORE_NOUN)


_STATE_KEYS = frozenset(["fault", "liability", "responsibility", "owner", "own"])


def _behind_be(units: tuple[Unit, ...], i: int, lo: int) -> bool:
    """ "stays the owner": what someone is."""
    k = i - 1
    while k > lo and (units[k].low in ARTICLES or units[k].low in {"to", "at"}):
        k -= 1
    return k >= lo and units[k].low in _BE


_BE = frozenset(
    [
        "is",
        "are",
        "be",
        "remains",
        "remain",
        "stays",
        "stay",
        "becomes",
        "become",
        "been",
        "was",
        "were",
        "bent",
        "is",
        "zijn",
        "blijft",
        "blijven",
        "wordt",
        "worden",
    ]
)


def _undergone(reading: Reading, lo: int, hi: int) -> bool:
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


_NL_STATES = frozenset(
    [
        "gehouden",
        "gerechtigd",
        "gemachtigd",
        "gebonden",
        "geldt",
        "gebruikt",
        "gevestigd",
        "gecertificeerd",
        "gericht",
        "geregistreerd",
    ]
)


def _does(unit: Unit) -> bool:
    """A verb that says little by itself but has a doer: "verleent"."""
    return unit.light and "roles.doing" in unit.entry.tags


def _receives(units: tuple[Unit, ...], lo: int, hi: int) -> bool:
    return any("roles.receive" in units[i].entry.tags for i in range(lo, hi))


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
            if (low.endswith("ed") and not low.endswith("eed")) or "roles.participles" in units[k].entry.tags:
                return True
            if not units[k].light:
                break
    return False


_STATES = frozenset(
    [
        "entitled",
        "allowed",
        "permitted",
        "obliged",
        "required",
        "authorised",
        "authorized",
        "supposed",
        "certified",
        "committed",
        "responsible",
        "liable",
        "obligated",
        "concerned",
        "involved",
        "free_to",
        "not_obliged",
        "not_required",
    ]
)
