"""A number that was read, and the token behind it."""

from typing import NamedTuple

from klaar.text.times.units import Amount


class Number(NamedTuple):
    """In "anderhalf miljoen euro" `value` is 1500000 and `next` the token "euro".

    `article` is true for the "een" of "een maand" and for "a few": they count only before a unit. `figure` is
    true for digits, `scale` the last million or the like that was part of it.
    """

    value: Amount
    next: int
    ordinal: bool = False
    certain: bool = True
    article: bool = False
    figure: bool = False
    scale: int = 1


def whole(amount: Amount) -> Amount:
    """The amount as an int if it is one."""
    return int(amount) if amount == int(amount) else amount


def with_scale_of(number: Number, last: Number) -> Amount:
    """The 1 of "1 tot 2 miljoen euro" in millions too; the 500 of "500 tot 1 miljoen" would be too many."""
    scaled = number.value * last.scale
    return scaled if number.scale == 1 and scaled <= last.value else number.value
