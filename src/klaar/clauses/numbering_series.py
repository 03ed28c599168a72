"""All the numbers of a text, to tell whether one of them is counted from or to."""

from collections.abc import Iterable

from klaar.clauses.numbering import Label
from klaar.clauses.numbering_levels import Sign

_GAP = 5
"""How far a number may be from the one before it."""
_LOW = 40
"""A number with a word up to here ("Artikel 40") needs no neighbour to be believed."""


class Series:
    """The numbers of one text. In a text with "2.4" and "2.6" the number "2.5" is a clause; alone, in "2.5
    million", it is not."""

    def __init__(self, labels: Iterable[Label]) -> None:
        self._deep: set[tuple[str, ...]] = set()
        self._single: set[tuple[str, str, int]] = set()
        for label in labels:
            if len(label.path) > 1:
                self._deep.add(label.path)
            else:
                self._single.update((label.word or label.shape, way, nth) for way, nth in label.counts)

    def has_parts(self, label: Label) -> bool:
        """Whether "4.1" stands somewhere, for "4"."""
        return (*label.path, "1") in self._deep

    def counted(self, label: Label) -> bool:
        """Whether the number before or after a loose one stands somewhere, by any way to count it."""
        shape = label.word or label.shape
        steps = (-1, 1) if shape in {"", "."} else (-1, 1, 2, -2)
        return any((shape, way, nth + step) in self._single for way, nth in label.counts for step in steps)

    def worded(self, label: Label) -> bool:
        """Whether "Section 4" is one of a row: "Section 508" and "Part 39" name a law where none is near."""
        if not label.word:
            return self.counted(label) or self.has_parts(label)
        low = label.family != "chapter" and any(nth <= _LOW for _, nth in label.counts)
        return low or any(nth <= 1 for _, nth in label.counts) or self.counted(label)

    def lonely(self, label: Label) -> bool:
        """ "A. Brown" is a name unless a "B." follows; "1" is a quantity unless a "2" or "1.1" does."""
        if label.shape == "":
            return not self.counted(label) and not self.has_parts(label)
        if label.shape == "." and label.counts[0][0].startswith("upper"):
            return not self.counted(label)
        return False

    def plausible(self, sign: Sign, beside: int | None, *, beneath: bool) -> bool:
        """Whether a number with parts is one: `beside` is the last part of the one before it in its list,
        and `beneath` says that the number above it is open."""
        label = sign.label
        *above, last = label.path
        if beneath and (last in {"0", "1", "a"} or label.word):
            return True
        if not last.isdecimal():
            return beneath or tuple(above) in self._deep
        nth = int(last)
        if self.has_parts(label) or any((*above, str(nth + step)) in self._deep for step in (-1, 1)):
            return True
        if beside is not None and 0 <= nth - beside <= _GAP:
            return True
        return sign.capital and not beneath and (nth <= 1 or len(self._deep) <= 1)
