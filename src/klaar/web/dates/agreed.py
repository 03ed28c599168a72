"""What both sides chose: proposed by one, accepted by the other."""

from datetime import date

from django.db.models import Q
from django.utils import timezone

from klaar.web.dates.models import Choice, Shown
from klaar.web.guard.refusals import Refusal
from klaar.web.store.models import Membership
from klaar.web.store.models.sides import other_side

USUAL_LEAST = 50
"""Of 100: below this both sides are warned as long as they agreed on nothing else."""


def least_of(agreement: object) -> tuple[int, Choice | None]:
    """The chance (of 100) below which both sides are warned, and the choice behind it (None: nobody chose)."""
    rows = Choice.objects.filter(
        agreement=agreement,
        kind=Choice.Kind.LEAST,
        state=Choice.State.AGREED,  # type: ignore[misc]
    )
    chosen = rows.select_related("proposed_by", "answered_by").order_by("-answered", "-pk").first()
    return (chosen.percent, chosen) if chosen else (USUAL_LEAST, None)


def propose_least(seat: Membership, percent: int) -> Choice:
    """A side proposes when both are warned; its earlier proposal that waits is taken back."""
    _take_back(seat, Q(kind=Choice.Kind.LEAST))
    return Choice.objects.create(
        agreement_id=seat.agreement_id,
        kind=Choice.Kind.LEAST,
        percent=percent,
        side=seat.side,
        proposed_by=seat,
    )


def propose_date(seat: Membership, shown: Shown, day: date, chance: float) -> Choice:
    """A side proposes a day for a promise, with the chance that it was shown."""
    _take_back(seat, Q(kind=Choice.Kind.DATE, key=shown.key))
    return Choice.objects.create(
        agreement_id=seat.agreement_id,
        kind=Choice.Kind.DATE,
        key=shown.key,
        day=day,
        percent=round(chance * 100),
        forecast=shown,
        side=seat.side,
        proposed_by=seat,
    )


def _take_back(seat: Membership, which: Q) -> None:
    rows = Choice.objects.filter(which, agreement=seat.agreement_id, side=seat.side, state=Choice.State.OPEN)
    rows.update(state=Choice.State.WITHDRAWN, answered_by=seat, answered=timezone.now())


def answer(seat: Membership, choice: Choice, said: str) -> str:
    """Accept or refuse what the other side proposed, or take back what the own side did; gives what it became.

    Raises `Refusal` for what was answered already or is not this side's to answer.
    """
    own = choice.side == seat.side
    allowed = {"withdrawn"} if own else {"agreed", "refused"} if choice.side == other_side(seat.side) else ()
    if said not in allowed:
        raise Refusal("not_allowed")
    rows = Choice.objects.filter(pk=choice.pk, state=Choice.State.OPEN)
    if not rows.update(state=said, answered_by=seat, answered=timezone.now()):
        raise Refusal("changed")
    return said


def waiting_for(seat: Membership) -> int:
    """How many proposals wait for an answer of this side."""
    rows = Choice.objects.filter(agreement=seat.agreement_id, state=Choice.State.OPEN)
    return rows.filter(side=other_side(seat.side)).count() if seat.side else 0
