"""The two lanes of the table, the reader's own first."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.utils.translation import gettext

from klaar.web.showing import Card
from klaar.web.store.models import Membership, Side


class Lane(NamedTuple):
    """One lane: whose duties it shows, its heading, and its cards."""

    side: str
    title: str
    subtitle: str
    bearers: Sequence[str]
    cards: Sequence[Card] = ()
    page: Any = None
    number: int = 0


def lanes_for(seat: Membership) -> list[Lane]:
    """The lanes as someone on that seat reads them: "You do" first, then what the other side does."""
    own = seat.side or Side.CLIENT.value
    sides = (own, Side.IT.value if own == Side.CLIENT.value else Side.CLIENT.value)
    return [_lane(side, seat.side) for side in sides]


def _lane(side: str, own: str) -> Lane:
    bearers = (side, Side.BOTH.value)
    if side == own:
        return Lane(side, gettext("You do"), gettext("your own part first, by date"), bearers)
    title = gettext("IT does") if side == Side.IT.value else gettext("The client does")
    return Lane(side, title, gettext("what you get") if own else gettext("by date"), bearers)
