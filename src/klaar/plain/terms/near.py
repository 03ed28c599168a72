"""Known words that look like one that is not known: "beschikbarheid" → "beschikbaarheid"."""

from collections.abc import Iterable

_MOST = 5
"""Words that are offered at most."""
_LETTERS_A_SLIP = 4
"""One slip is forgiven for so many letters, up to `_SLIPS`."""
_SLIPS = 3
_LEAST_START = 5
"""Letters of a word that may stand for a longer one that begins with it: "escal" → "escalatie"."""


def nearest(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """The words of `known` nearest to `word`: few slips first, then those that it begins.

    A slip is a letter too many, too few, other, or changed with its neighbour (Damerau 1964, of neighbours
    only).
    """
    most = min(_SLIPS, max(1, len(word) // _LETTERS_A_SLIP))
    found: dict[str, float] = {}
    for other in known:
        slips = _slips(word, other, most)
        if slips <= most:
            found[other] = slips
        elif min(len(word), len(other)) >= _LEAST_START and (
            other.startswith(word) or word.startswith(other)
        ):
            found[other] = _SLIPS + abs(len(word) - len(other)) / 100
    return tuple(sorted(found, key=lambda other: (found[other], len(other), other))[:_MOST])


def _slips(one: str, two: str, most: int) -> int:
    """The slips between two words, or a number above `most` as soon as there are more."""
    if abs(len(one) - len(two)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, letter in enumerate(one, 1):
        now = [i]
        for j, other in enumerate(two, 1):
            slips = min(row[j] + 1, now[-1] + 1, row[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == two[j - 2] and one[i - 2] == other:
                slips = min(slips, before[j - 2] + 1)
            now.append(slips)
        if min(now) > most:
            return most + 1
        before, row = row, now
    return row[-1]
