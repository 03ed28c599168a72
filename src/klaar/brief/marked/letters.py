"""A text without its white space, in which the words of two versions of a file can be laid on each other."""

from typing import NamedTuple


class Letters(NamedTuple):
    """The letters of a text without white space, and the place of each in it."""

    said: str
    places: tuple[int, ...]


def letters(text: str, start: int = 0, end: int | None = None) -> Letters:
    """The letters of `text[start:end]`: "2 dagen" gives "2dagen" at 0, 2, 3, 4, 5, 6."""
    stop = len(text) if end is None else end
    places = tuple(place for place in range(start, stop) if not text[place].isspace())
    return Letters("".join(text[place] for place in places), places)


class Found(NamedTuple):
    """Letters `start:end` of the other version."""

    start: int
    end: int


class Search:
    """Finds stretches of a text in `said`, the letters of the other version, each after the one before.

    A stretch that stands elsewhere (a text box, a note) is found when it stands there once.
    """

    def __init__(self, said: str, reach: int = 20_000) -> None:
        self._said, self._reach, self._at = said, reach, 0

    def find(self, wanted: str) -> Found | None:
        """Where `wanted` stands; None where it does not, or where it is not sure which one it is."""
        if not wanted:
            return None
        place = self._said.find(wanted, self._at, self._at + self._reach + len(wanted))
        if place >= 0:
            self._at = place + len(wanted)
            return Found(place, self._at)
        place = self._said.find(wanted)
        if place < 0 or self._said.find(wanted, place + 1) >= 0:
            return None
        return Found(place, place + len(wanted))
