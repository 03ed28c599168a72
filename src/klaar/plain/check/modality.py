"""What binds and how: must, may, must not, need not, should."""

from klaar.plain.check.clauses import clauses
from klaar.plain.check.modals import Modal, modals, narrows
from klaar.plain.check.model import Loss
from klaar.plain.check.polarity import Denials, alike
from klaar.plain.check.units import Reading
from klaar.text.span import Span


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
        if (m.force == "may" or (m.force == "only" and not narrows(source, m.place)))
        and not _claim(source, m.place)
    ]
    for m in strong:
        same = _answering(source, m, plain, right)
        if same and not any(o.force in {"may", "only"} for o in same):
            losses.append(Loss("modality", "may_must", _span(source, m), _span(plain, same[0])))
        elif not same and not any(o.force in {"may", "only"} for o in right) and not m.weak:
            losses.append(_loss("may_lost", source, None, m))
    for m in right:
        if m.force != "may" or (m.weak and source.language == "en"):
            continue
        same = _answering(plain, m, source, left)
        if (
            same
            and not any(o.force in {"may", "only"} for o in same)
            and any(o.force == "must" for o in same)
        ):
            losses.append(Loss("modality", "must_may", _span(source, same[0]), _span(plain, m)))
        elif not m.weak and (
            not any(o.force in {"may", "only", "forbid", "spare"} for o in left)
            or _owed(source, plain, left, m)
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
    """The modals of the other text that are most about the same."""
    shared = [
        sum(any(alike(one.units[a], other.units[b]) for b in o.about) for a in modal.about) for o in others
    ]
    most = max(shared, default=0)
    return [o for o, count in zip(others, shared, strict=True) if count and count >= most - _CLOSE]


_CLOSE = 1
"""One that shares a word less than the best counts as well."""


def _span(reading: Reading, modal: Modal) -> Span:
    unit = reading.units[modal.place]
    return Span(unit.start, unit.end)


def _loss(reason: str, source: Reading | None, plain: Reading | None, modal: Modal) -> Loss:
    return Loss(
        "modality", reason, _span(source, modal) if source else None, _span(plain, modal) if plain else None
    )
