"""The same time or amount again in brackets: two percent (2%), € 5.000 (vijfduizend euro)."""

from collections.abc import Callable

from klaar.text.times.iso import plain
from klaar.text.times.model import Time
from klaar.text.times.numerals import read_number
from klaar.text.times.same import same_time
from klaar.text.times.tokens import View


def repeated(view: View, time: Time, read: Callable[[View, int], tuple[Time, ...]]) -> Time:
    """`time` with the brackets behind it if they say the same; else as it is."""
    if "(" not in view.low[time.end : time.end + 3]:
        return time
    index = view.after(time.end)
    if view.at(index).text != "(":
        return time
    index += 1
    while "in_words" in view.at(index).word.roles or view.at(index).text == ":":
        index += 1
    inner = read(view, index)
    if len(inner) != 1 or not (_agrees(time, inner[0]) or _counts(view, index, time, inner[0])):
        return time
    close = view.at(view.after(inner[0].end))
    return inner[0]._replace(start=time.start, end=close.end, certain=True) if close.text == ")" else time


def _agrees(time: Time, inner: Time) -> bool:
    if time.type == "number" and inner.type in {"percent", "currency"}:
        return time.value == inner.value
    return same_time(time, inner)


def _counts(view: View, index: int, time: Time, inner: Time) -> bool:
    """Whether the brackets add the unit that the words leave out: thirty (30 days)."""
    if time.type != "number" or inner.type != "duration":
        return False
    number = read_number(view, index)
    return number is not None and plain(number.value) == time.value
