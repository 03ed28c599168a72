"""Numbers in words, for languages that write them as one word and for those that write several."""

from collections.abc import Iterable
from typing import NamedTuple

from klaar.text.times.word import Morph


class Tally(NamedTuple):
    """A number in words as far as it was read: in "twee miljoen driehonderd" `total` 2000000, `part` 300.

    `scale` is the smallest scale so far, `joined` whether "en"/"and" was the last part.
    """

    total: int = 0
    part: int = 0
    scale: int = 0
    joined: bool = False
    empty: bool = True
    ordinal: bool = False

    @property
    def value(self) -> int:
        """The number itself."""
        return self.total + self.part


def compose(morphs: Iterable[Morph], tally: Tally | None = None) -> Tally | None:
    """Read the parts of a number on from `tally`; None if they make no number: "five twenty".

    twee + honderd + vijf + en + twintig → 225; two + hundred + and + twenty + five → 225.
    """
    tally = tally or Tally()
    for kind, value in morphs:
        step = None if tally.ordinal else _STEPS[kind](tally, value)
        if step is None:
            return None
        tally = step
    return tally


def _cardinal(tally: Tally, value: int) -> Tally | None:
    low = tally.part % 100
    fits = (
        (low == 0 and (value > 0 or tally.empty))
        or (low >= 20 and low % 10 == 0 and 0 < value < 10)
        or (tally.joined and 0 < low < 10 and value >= 20)
    )
    if not fits or (low == 0 and tally.empty is False and tally.value == 0):
        return None
    return Tally(tally.total, tally.part + value, tally.scale, False, False)


def _scale(tally: Tally, scale: int) -> Tally | None:
    if scale == 100:
        if tally.part >= 100 or tally.joined:
            return None
        return tally._replace(part=(tally.part or 1) * 100, empty=False)
    if tally.joined or (tally.part == 0 and not tally.empty and scale == tally.scale):
        return None
    if tally.scale and scale >= tally.scale:
        return Tally((tally.total + tally.part) * scale, 0, scale, empty=False)
    return Tally(tally.total + (tally.part or 1) * scale, 0, scale, empty=False)


def _and(tally: Tally, _: int) -> Tally | None:
    return None if tally.empty or tally.joined else tally._replace(joined=True)


def _ordinal(tally: Tally, value: int) -> Tally | None:
    last: Tally | None = tally
    if value:
        last = _scale(tally, value) if value >= 100 else _cardinal(tally, value)
    return last and last._replace(ordinal=True)


_STEPS = {"n": _cardinal, "s": _scale, "and": _and, "o": _ordinal}
