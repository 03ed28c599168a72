"""The two lanes of the table, the reader's own first."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.utils.translation import gettext

from klaar.web.store.models import Membership, Side


class Lane(NamedTuple):
    """One lane: whose duties it shows, its heading, and its cards."""

    side: str
    title: str
    subtitle: str
    bearers: Sequence[str]
    cards: Sequence[Any] = ()
    page: Any = None
    number: int = 0


def view_of(seat: Membership, asked: str) -> str:
    """Whose view is shown: the one asked for, else that of the own side, else (for a mediator) the client's."""
    return asked if asked in (Side.IT, Side.CLIENT) else seat.side or Side.CLIENT.value


def lanes_for(seat: Membership, view: str = "") -> list[Lane]:
    """The lanes as a view shows them: first what that side does, then the other, then who is no party."""
    own = view_of(seat, view)
    sides = (own, Side.IT.value if own == Side.CLIENT.value else Side.CLIENT.value)
    others = Lane(
        Side.OTHER.value, gettext("Someone else does"), gettext("who is no party"), (Side.OTHER.value,)
    )
    return [*(_lane(side, seat.side, own) for side in sides), others]


def _lane(side: str, seat: str, view: str) -> Lane:
    bearers = (side, Side.BOTH.value)
    if side == seat:
        return Lane(side, gettext("You do"), gettext("your own part, by date"), bearers)
    title = gettext("IT does") if side == Side.IT.value else gettext("The client does")
    what = gettext("what you get") if seat and view == seat else gettext("by date")
    return Lane(side, title, what, bearers)
