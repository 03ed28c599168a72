"""What was written down with an interruption or an exclusion: "database full"."""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import datetime
from itertools import accumulate

from klaar.ledger.levels.model import Interval, State


class Said:
    """The notes of the intervals of one state, to be asked for by time."""

    def __init__(self, intervals: Iterable[Interval], state: State) -> None:
        self._noted = sorted(each for each in intervals if each.state == state and each.note)
        self._starts = [each.start for each in self._noted]
        self._latest = list(accumulate((each.end for each in self._noted), max))
        """The latest end of all notes up to each: before it none can reach further."""

    def between(self, start: datetime, end: datetime) -> str:
        """The notes of what lies between two moments, in order, each once; "" for none."""
        found: list[str] = []
        place = bisect_left(self._starts, end) - 1
        while place >= 0 and self._latest[place] > start:
            if self._noted[place].end > start:
                found.append(" ".join(self._noted[place].note.split()))
            place -= 1
        return "; ".join(dict.fromkeys(reversed(found)))
