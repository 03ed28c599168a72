"""The picture of a forecast in letters, for a terminal."""

from klaar.forecast.model import Forecast
from klaar.forecast.showing.axis import axis
from klaar.forecast.showing.teller import Teller, dated

_MARKS = {50: "5", 80: "8", 90: "9"}
_MOST = 100


def strip(said: Forecast, teller: Teller, width: int) -> list[str]:
    """Two lines of at most `width` letters, and what they mean: how many cases in each place, and the dates.

    A figure is so many earlier cases, + is ten or more; W is the wished date, 5, 8 and 9 the dates that are
    met in 50, 80 and 90 of 100 such cases.
    """
    if said.p50 is None:
        return []
    columns = min(_MOST, width) - 2
    on = axis(said, 0, columns - 1)
    counts = [0] * columns
    for dot in said.dots:
        if dot.day <= on.last:
            counts[round(on.place(dot.day))] += 1
    line = ["-"] * columns
    for level, day in reversed(dated(said)):
        line[round(on.place(day))] = _MARKS[level]
    if said.wished:
        line[round(on.place(said.wished))] = "W"
    cases = "".join(" " if not count else "+" if count > 9 else str(count) for count in counts)
    return [f"  {cases}".rstrip(), f"  {''.join(line)}", f"  {teller.say('picture', 'strip')}"]
