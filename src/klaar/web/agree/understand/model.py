"""What a question of the check is."""

from typing import Literal, NamedTuple

Asks = Literal["who", "when", "otherwise", "level", "excluded"]


class Item(NamedTuple):
    """One question about one promise: the answers as shown, and which is right.

    `promise` is the place of the promise in the list that the check was made from.
    """

    promise: int
    asks: Asks
    options: tuple[str, ...]
    right: int
