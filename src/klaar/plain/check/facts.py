"""Quantities of two texts laid beside each other."""

from klaar.plain.check.amounts import quantities
from klaar.plain.check.bounds import bound_losses
from klaar.plain.check.following import always, derived, is_implied, is_keyed, is_slight, so_often
from klaar.plain.check.model import Kind, Loss
from klaar.plain.check.pairing import pair_up
from klaar.plain.check.polarity import Denials
from klaar.plain.check.quantity import KINDS, Quantity
from klaar.plain.check.swaps import swap_losses
from klaar.plain.check.units import Reading
from klaar.text.span import Span


def quantity_losses(source: Reading, plain: Reading, denied: tuple[Denials, Denials]) -> list[Loss]:
    """Every quantity that the two texts do not share, or that binds or belongs otherwise in the plain
    text."""
    left, right = quantities(source), quantities(plain)
    hours = is_keyed(source, "office_hours") and is_keyed(plain, "office_hours")
    pairs, lost, added = pair_up(left, right, hours)
    lost, added = always(source, plain, lost, added)
    lost, added = derived(left, right, lost, added)
    lost, added = so_often(source, lost, plain, added)
    added, lost = so_often(plain, added, source, lost)
    slight = (
        [q for q in lost if not (is_slight(source, q, added, plain) or is_implied(q, right))],
        [q for q in added if not is_slight(plain, q, lost, source)],
    )
    losses = _told(*slight)
    losses += bound_losses(source, plain, pairs, denied)
    return losses or swap_losses(source, plain, pairs)


def _told(lost: list[Quantity], added: list[Quantity]) -> list[Loss]:
    losses: list[Loss] = []
    for one in lost:
        other = next((o for o in added if o.sort == one.sort), None)
        other = other or next(
            (o for o in added if {o.sort, one.sort} <= {"span", "every", "count", "rank", "bare"}), None
        )
        if other is not None:
            added.remove(other)
        where = Span(other.start, other.end) if other else None
        losses.append(
            Loss(_kind(one, other), "changed" if other else "lost", Span(one.start, one.end), where)
        )
    losses.extend(Loss("added_fact", "added", None, Span(other.start, other.end)) for other in added)
    return losses


def _kind(one: Quantity, other: Quantity | None) -> Kind:
    if other is not None and one.measure != other.measure and one.value == other.value:
        return "unit"
    if other is None or one.sort not in {"span", "every"}:
        return KINDS[one.sort]
    if one.business != other.business:
        return "unit"
    if one.sort == "every" or other.sort == "every":
        return "frequency"
    return "duration"
