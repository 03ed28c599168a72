"""How response and solution times were counted, and how many may still be late."""

from collections.abc import Iterator

from klaar.ledger.levels.measured import MeasuredTimes
from klaar.ledger.levels.showing.table import table
from klaar.ledger.levels.showing.teller import Teller
from klaar.ledger.levels.tickets import quantile

_MOST = 5
"""Late tickets that are named one by one."""


def times_sum(measured: MeasuredTimes, hours: str, teller: Teller) -> Iterator[str]:
    """The numbers of tickets, how long they took, and the allowance."""
    yield teller.say("show", "sum")
    rows = [(teller.say("show", "hours"), hours)] if hours else []
    rows += [(teller.say("show", "tickets"), str(measured.counted))]
    rows += [
        (teller.say("show", key), str(count))
        for key, count in (("within", measured.within), ("late", measured.late), ("unsure", measured.unsure))
        if count or key != "unsure"
    ]
    yield from table(rows)
    yield from (f"  {line}" for line in _more(measured, teller))
    yield from _allowance(measured, teller)


def _more(measured: MeasuredTimes, teller: Teller) -> Iterator[str]:
    if measured.worst is not None and not measured.unsure:
        percent = teller.percent(measured.worst, teller.places(measured.level))
        fields = {"part": measured.within, "counted": measured.counted, "percent": percent}
        yield teller.say("show", "division_tickets", **fields)
    half = quantile(measured, 50)
    if half is not None:
        yield teller.say("show", "half", length=teller.length(half))
        least = measured.level.least
        most = quantile(measured, least.numerator, least.denominator)
        if most is not None and least != 1:
            percent = teller.percent(least)
            yield teller.say("show", "most", percent=percent, length=teller.length(most))
    if measured.times:
        name, longest = measured.times[-1]
        yield teller.say("show", "longest", length=teller.length(longest), id=name)
    if measured.lates:
        done = {name for name, _ in measured.times}
        key = {name: "took" if name in done else "still_open" for name, _ in measured.lates}
        names = ", ".join(
            teller.say("show", key[name], id=name, length=teller.length(took))
            for name, took in measured.lates[:_MOST]
        )
        more = len(measured.lates) - _MOST
        names += f", {teller.say('show', 'more', count=more)}" if more > 0 else ""
        yield teller.say("show", "latest", names=names)


def _allowance(measured: MeasuredTimes, teller: Teller) -> Iterator[str]:
    if not measured.counted or measured.level.least == 1:
        return
    yield from ("", teller.say("show", "allowance"))
    percent = teller.percent(1 - measured.level.least)
    fields = {"percent": percent, "counted": measured.counted, "allowed": measured.allowance}
    yield f"  {teller.say('show', 'allowed_tickets', **fields)}"
    yield f"  {teller.say('show', 'used', used=measured.late)}"
    best, worst = (_left(each, teller) for each in (measured.left_best, measured.left_worst))
    yield f"  {teller.say('show', 'left_between', worst=worst, best=best) if measured.unsure else best}"


def _left(left: int, teller: Teller) -> str:
    if left < 0:
        return teller.say("show", "over", over=-left)
    return teller.say("show", "left", left=left)
