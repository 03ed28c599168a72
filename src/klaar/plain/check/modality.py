"""What binds and how: must, may, must not, need not, should."""

from typing import NamedTuple

from klaar.plain.check.clauses import clauses
from klaar.plain.check.model import Loss
from klaar.plain.check.polarity import Denials, alike
from klaar.plain.check.reading import Reading
from klaar.text.span import Span


class Modal(NamedTuple):
    """A word that binds or allows: `force` is "must", "may", "only" (may only), "forbid", "spare" or "ought"."""

    place: int
    force: str
    about: tuple[int, ...]
    weak: bool


_WEAK = frozenset(
    [
        "can",
        "could",
        "kan",
        "kunnen",
        "kunt",
        "able_to",
        "possible",
        "mogelijk",
        "right",
        "recht",
        "rights",
        "option",
        "mogelijkheid",
    ]
)


def _bounded(reading: Reading, i: int, denied: Denials) -> bool:
    """ "may take no more than": no permission but a limit."""
    for k in range(i + 1, min(i + 4, len(reading.units))):
        unit = reading.units[k]
        if k in denied.turned or (
            "bounds.most" in unit.entry.tags and unit.low not in {"by", "within", "binnen"}
        ):
            return True
        if not unit.light:
            return False
    return False


_RELATIVE = frozenset(
    [
        "die",
        "dat",
        "waar",
        "waarvan",
        "waarin",
        "waarbij",
        "waarop",
        "waarvoor",
        "wat",
        "wie",
        "which",
        "who",
        "that",
        "where",
        "whose",
    ]
)
_STRONG = frozenset(
    [
        "may",
        "mag",
        "mogen",
        "entitled",
        "allowed",
        "permitted",
        "gerechtigd",
        "bevoegd",
        "toegestaan",
        "free_to",
        "at_liberty",
        "permission_to",
        "entitles",
        "lets",
        "vrij_om",
        "bevoegdheid",
        "reserves",
        "authorised_to",
        "authorized_to",
    ]
)


def modals(reading: Reading, denied: Denials) -> list[Modal]:
    """The modals of the text in order."""
    units = reading.units
    found = []
    nots = set(denied.hard)
    for i, unit in enumerate(units):
        tags = unit.entry.tags
        if _leads(reading, i):
            continue
        if "modality.spare" in tags:
            bare = "_" not in unit.low and unit.low not in {"unnecessary", "needn't"}
            bare = bare and reading.language == "en"
            force = "must" if bare and not _negated(reading, i, nots) else "spare"
            found.append(Modal(i, force, _about(reading, i), False))
        elif "modality.ought" in tags and not _conditional(reading, i):
            found.append(Modal(i, "ought", _about(reading, i), False))
        elif "modality.may" in tags:
            near = i in nots or _negated(reading, i, nots) or _spent(reading, i, nots)
            bound = _bounded(reading, i, denied)
            force = "forbid" if near else ("only" if bound or _only(reading, i) else "may")
            found.append(Modal(i, force, _about(reading, i), unit.low in _WEAK))
        elif "modality.must" in tags:
            near = i in nots or _negated(reading, i, nots)
            spare = near and unit.low in {
                "obliged",
                "required",
                "verplicht",
                "gehouden",
                "obligation",
                "verplichting",
                "have_to",
                "has_to",
                "need_to",
            }
            found.append(
                Modal(i, "spare" if spare else "forbid" if near else "must", _about(reading, i), False)
            )
    return found


def _spent(reading: Reading, i: int, nots: set[int]) -> bool:
    """ "may not keep … longer than": a "not" behind the modal that turns a comparison round."""
    after = reading.units[i + 1 : i + 2]
    if not after or after[0].low != "not" or i + 1 in nots:
        return False
    return not any(u.entry.tags & {"bounds.more", "bounds.less"} for u in reading.units[i + 2 : i + 4])


def _leads(reading: Reading, i: int) -> bool:
    """ "shall not be obliged": an auxiliary before the word that binds."""
    units = reading.units
    return units[i].low in {"shall", "will", "zal", "zullen"} and any(
        u.entry.tags & {"modality.must", "modality.may", "modality.spare"}
        for u in units[i + 1 : i + (4 if reading.language == "en" else 2)]
    )


def _conditional(reading: Reading, i: int) -> bool:
    """ "Should Customer fail …": a condition."""
    units = reading.units
    if i == 0 or (
        units[i].low == "should"
        and (units[i - 1].mark or units[i - 1].low in {"and", "or"})
        and units[i + 1 : i + 2]
        and units[i + 1].low not in {"be", "also"}
    ):
        return True
    sentence = [u.low for u in units if u.sentence == units[i].sentence]
    return units[i].low in {"zou", "zouden"} and (
        "als" in sentence or "indien" in sentence or "had" in sentence
    )


def _negated(reading: Reading, i: int, nots: set[int]) -> bool:
    units = reading.units
    for k in nots:
        if units[k].sentence != units[i].sentence or units[k].low in {
            "unless",
            "tenzij",
            "behalve",
            "except",
            "behoudens",
            "without",
            "zonder",
            "dan",
        }:
            continue
        lo, hi = min(i, k), max(i, k)
        if any(
            units[m].mark
            or (
                units[m].low in _RELATIVE
                and not (units[m].low == "dat" and (units[m - 1].side or units[m - 1].low in {"zij", "hij"}))
            )
            or (units[m].entry.tags & {"condition.if"} and units[m].low not in {"bij", "na", "moet", "dan"})
            for m in range(lo + 1, hi)
        ):
            continue
        if k > i and k - i <= (3 if reading.language == "en" else 12):
            if any(
                "modality.must" in units[m].entry.tags or "modality.may" in units[m].entry.tags
                for m in range(i + 1, k)
            ):
                continue
            return True
        if k < i and i - k <= (7 if units[k].low in {"neither", "no", "geen", "not", "niet"} else 2):
            return True
    return False


def _only(reading: Reading, i: int) -> bool:
    sentence = reading.units[i].sentence
    return any("only.words" in u.entry.tags for u in reading.units if u.sentence == sentence)


def _about(reading: Reading, i: int) -> tuple[int, ...]:
    """The units that the modal is about: behind it in English, in its clause in Dutch."""
    units = reading.units
    found = []
    for k in range(i + 1, min(len(units), i + (8 if reading.language == "en" else 25))):
        unit = units[k]
        if (
            unit.sentence != units[i].sentence
            or ("condition.if" in unit.entry.tags and unit.low not in {"bij", "na", "dan", "moet", "vereist"})
            or unit.low in {";", ":"}
        ):
            break
        if not unit.light and not unit.mark and not unit.side:
            found.append(k)
            if reading.language == "en" and len(found) == 2:
                break
    return tuple(found)


def modality_losses(source: Reading, plain: Reading, denied: tuple[Denials, Denials]) -> list[Loss]:
    """Where what must be done may be done, what may must, what need not must not, what must should."""
    left, right = modals(source, denied[0]), modals(plain, denied[1])
    losses = []
    forces = {m.force for m in left}
    seen = {m.force for m in right}
    if "ought" in seen and "ought" not in forces:
        losses.append(_loss("must_should", None, plain, next(m for m in right if m.force == "ought")))
    if "ought" in forces and "ought" not in seen:
        losses.append(_loss("should_must", source, None, next(m for m in left if m.force == "ought")))
    strong = [
        m
        for m in left
        if (m.force == "may" or (m.force == "only" and not _only(source, m.place)))
        and not _claim(source, m.place)
        and (
            not m.weak
            or "right" in source.units[m.place].low
            or "recht" in source.units[m.place].low
            or m.weak
        )
    ]
    for m in strong:
        same = _answering(source, m, plain, right)
        if same and not any(o.force in {"may", "only"} for o in same):
            losses.append(Loss("modality", "may_must", _span(source, m), _span(plain, same[0])))
        elif not same and not any(o.force in {"may", "only"} for o in right) and not m.weak:
            losses.append(_loss("may_lost", source, None, m))
    for m in right:
        if m.force != "may" or m.weak:
            continue
        same = _answering(plain, m, source, left)
        if (
            same
            and not any(o.force in {"may", "only"} for o in same)
            and any(o.force == "must" for o in same)
        ):
            losses.append(Loss("modality", "must_may", _span(source, same[0]), _span(plain, m)))
        elif not any(o.force in {"may", "only", "forbid", "spare"} for o in left) or _owed(
            source, plain, left, m
        ):
            losses.append(_loss("may_added", None, plain, m))
    if "forbid" in forces and "forbid" not in seen and "spare" in seen and "spare" not in forces:
        losses.append(_loss("forbid_spare", source, None, next(m for m in left if m.force == "forbid")))
    if (
        "spare" in forces
        and "spare" not in seen
        and any(m.force == "forbid" and not m.weak for m in right)
        and "forbid" not in forces
    ):
        losses.append(_loss("spare_forbid", source, None, next(m for m in left if m.force == "spare")))
    return losses


def _claim(reading: Reading, i: int) -> bool:
    """ "recht op vergoeding": no permission, but what another must give."""
    after = reading.units[i + 1 : i + 2]
    return reading.units[i].low == "recht" and bool(after) and after[0].low == "op"


def _owed(source: Reading, plain: Reading, left: list[Modal], modal: Modal) -> bool:
    """Whether what the plain text allows is said in the source outside everything that the source allows."""
    if not modal.about:
        return False
    verb = plain.units[modal.about[0 if source.language == "en" else -1]]
    allowed = {k for m in left if m.force != "must" for k in (*m.about, *_reach(source, left, m))}
    same = [k for k, u in enumerate(source.units) if not u.light and not u.side and alike(u, verb)]
    same = [k for k in same if source.units[k].family == verb.family] or same
    return bool(same) and allowed.isdisjoint(same)


def _reach(source: Reading, left: list[Modal], modal: Modal) -> range:
    """The places from the modal's own clause up to the next modal: all that it may be about."""
    units = source.units
    if source.language == "nl":
        return range(0)
    start = next((lo for lo, hi in clauses(source) if lo <= modal.place < hi), modal.place)
    stop = min((m.place for m in left if m.place > modal.place), default=len(units))
    return range(start, stop)


def _answering(one: Reading, modal: Modal, other: Reading, others: list[Modal]) -> list[Modal]:
    """The modals of the other text that are about the same."""
    return [
        o for o in others if any(alike(one.units[a], other.units[b]) for a in modal.about for b in o.about)
    ]


def _span(reading: Reading, modal: Modal) -> Span:
    unit = reading.units[modal.place]
    return Span(unit.start, unit.end)


def _loss(reason: str, source: Reading | None, plain: Reading | None, modal: Modal) -> Loss:
    return Loss(
        "modality", reason, _span(source, modal) if source else None, _span(plain, modal) if plain else None
    )
