"""What a frame comes to: the kind of promise, and the side that bears it."""

from typing import NamedTuple

from klaar.promises.marked import CLIENT, IT

OTHER_SIDE = {IT: CLIENT, CLIENT: IT}
"""Who stands against a side; both and other have no one against them."""


class Verdict(NamedTuple):
    """The kind, the side that bears it (NOBODY: to be found), and why it is unsure ("" when sure).

    "Leverancier herstelt de storing." is `Verdict("obligation", IT)`.
    """

    kind: str
    bearer: int
    doubt: str = ""


def other_side(side: int) -> int:
    """The side against `side`: what Client shall be given, Supplier must give."""
    return OTHER_SIDE.get(side, side)
