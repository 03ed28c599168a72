"""Who at a table is reminded, and how they wish it."""

from typing import cast

from klaar.clauses.model import Side
from klaar.ledger.reminders.model import Person
from klaar.web.keep.models import Ledger, ReminderWish
from klaar.web.store.models import Agreement, Membership, Ownership, Version

_NOBODY = ("-",)
"""No promise has this id: who wishes to be told of the own ones only, and owns none, is told nothing."""


def wish_of(seat: Membership) -> ReminderWish:
    """What someone wishes; for who never said, a letter a day, and none for who only reads."""
    known = ReminderWish.objects.filter(seat=seat).first()
    if known:
        return known
    reads = seat.role == Membership.Role.READER
    return ReminderWish(seat=seat, every=ReminderWish.Every.NEVER if reads else ReminderWish.Every.DAY)


def people_of(agreement: Agreement) -> list[tuple[Membership, Person]]:
    """Everyone at the table on a side who has an address and wishes letters."""
    rows = Membership.objects.filter(agreement=agreement, removed=None, side__in=("it", "client"))
    seats = rows.exclude(email="").select_related("reminder_wish", "user")
    return [
        (seat, _person(seat, wish))
        for seat in seats
        if (wish := wish_of(seat)).every != ReminderWish.Every.NEVER
    ]


def _person(seat: Membership, wish: ReminderWish) -> Person:
    own = Ownership.objects.filter(seat=seat, promise__version__agreement=seat.agreement_id)
    promises = tuple(own.values_list("promise__key", flat=True).distinct()) if wish.only_own else ()
    return Person(
        name=str(seat),
        mail=seat.email,
        side=cast(Side, seat.side),
        language=seat.language or (seat.user.language if seat.user else "") or "nl",
        promises=(promises or _NOBODY) if wish.only_own else (),
        every="week" if wish.every == ReminderWish.Every.WEEK else "day",
        weekend=wish.weekend,
        quiet=(wish.quiet_from, wish.quiet_until),
        paused=wish.paused,
    )


def is_followed(version: Version, ledger: Ledger | None) -> bool:
    """Whether people are reminded: both sides signed, or someone put something on record."""
    return version.state == Version.State.SEALED or (ledger is not None and ledger.length > 0)
