"""How an availability was counted, and what is left of what may be down."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from klaar.ledger.levels.measured import Measured
from klaar.ledger.levels.model import Interval, Outage, Stretch, seconds
from klaar.ledger.levels.showing.table import table
from klaar.ledger.levels.showing.teller import Teller

_MOST = 5
"""Interruptions and gaps that are named one by one."""


def availability_sum(measured: Measured, hours: str, teller: Teller) -> Iterator[str]:
    """The sum from service hours to a percentage, the interruptions, and the allowance."""
    yield teller.say("show", "sum")
    yield from table([row for row in _rows(measured, hours, teller) if row])
    yield from _division(measured, teller)
    yield from _outages(measured.outages, teller)
    yield from _gaps(measured.gaps, teller)
    yield from _taken_off(measured.taken_off, teller)
    yield from _allowance(measured, teller)


def _rows(measured: Measured, hours: str, teller: Teller) -> Iterator[tuple[str, ...]]:
    running = any(note.code == "so_far" for note in measured.notes)
    service = teller.say("show", "service_part" if running else "service", hours=hours)
    yield service, teller.length(measured.service)
    for key, length in (("maintenance", measured.maintenance), ("excluded", measured.excluded)):
        if length:
            yield teller.say("show", key), teller.length(length)
    if measured.counted != measured.service:
        yield teller.say("show", "counted"), teller.length(measured.counted)
    yield teller.say("show", "down"), teller.length(measured.down), _times(measured.outages, teller)
    if measured.unknown:
        yield teller.say("show", "unknown"), teller.length(measured.unknown)
    yield teller.say("show", "up"), teller.length(measured.up)


def _times(outages: Sequence[Outage], teller: Teller) -> str:
    """ "3 times, the longest 31 min", of what counts."""
    if len(outages) < 2:
        return teller.say("show", "outage") if outages else ""
    longest = teller.length(max(each.counted for each in outages))
    return teller.say("show", "outages", count=len(outages), longest=longest)


def _division(measured: Measured, teller: Teller) -> Iterator[str]:
    best, worst = measured.best, measured.worst
    if best is None or worst is None:
        return
    counted, places = teller.length(measured.counted), teller.places(measured.level)
    cases = [("division", measured.up, worst)]
    if measured.unknown:
        sure = measured.up + measured.unknown
        cases = [("division_worst", measured.up, worst), ("division_best", sure, best)]
    for key, up, share in cases:
        percent = teller.percent(share, places)
        yield f"  {teller.say('show', key, up=teller.length(up), counted=counted, percent=percent)}"
    if any((share * 100 * 10**places).denominator != 1 for _, _, share in cases):
        yield f"  {teller.say('show', 'rounded')}"


def _outages(outages: Sequence[Outage], teller: Teller) -> Iterator[str]:
    """The longest interruptions, in the order of time; how much of each counts."""
    shown = sorted(sorted(outages, key=lambda each: -each.counted)[:_MOST])
    rows = [
        (
            teller.stretch(each.start, each.end),
            teller.length(each.end - each.start),
            ", ".join(filter(None, (_of_which(each, teller), each.note))),
        )
        for each in shown
    ]
    yield from _named("interruptions", rows, len(outages), teller)


def _of_which(outage: Outage, teller: Teller) -> str:
    if outage.counted == outage.end - outage.start:
        return ""
    return teller.say("show", "of_which", length=teller.length(outage.counted))


def _gaps(gaps: Sequence[Stretch], teller: Teller) -> Iterator[str]:
    shown = sorted(sorted(gaps, key=lambda each: each.start - each.end)[:_MOST])
    rows = [(teller.stretch(*each), teller.length(each.end - each.start)) for each in shown]
    yield from _named("gaps", rows, len(gaps), teller)


def _taken_off(taken: Sequence[Interval], teller: Teller) -> Iterator[str]:
    """What does not count, and why: nobody should have to guess what was left out of the sum."""
    shown = sorted(sorted(taken, key=lambda each: each.start - each.end)[:_MOST])
    rows = [
        (
            teller.stretch(each.start, each.end),
            teller.length(each.end - each.start),
            each.note or teller.say("show", f"as_{each.state}"),
        )
        for each in shown
    ]
    yield from _named("taken_off", rows, len(taken), teller)


def _named(key: str, rows: Sequence[tuple[str, ...]], count: int, teller: Teller) -> Iterator[str]:
    if not rows:
        return
    yield from ("", teller.say("show", key))
    yield from table(rows)
    if count > len(rows):
        yield f"  {teller.say('show', 'more', count=count - len(rows))}"


def _allowance(measured: Measured, teller: Teller) -> Iterator[str]:
    if not measured.whole:
        return
    yield from ("", teller.say("show", "allowance"))
    percent, whole = teller.percent(1 - measured.level.least), teller.length(measured.whole)
    allowed = teller.about(measured.allowance)
    yield f"  {teller.say('show', 'allowed', percent=percent, whole=whole, allowed=allowed)}"
    yield f"  {teller.say('show', 'used', used=teller.about(seconds(measured.down)))}"
    best, worst = (_left(each, teller) for each in (measured.left_best, measured.left_worst))
    yield f"  {teller.say('show', 'left_between', worst=worst, best=best) if measured.unknown else best}"


def _left(left: Fraction, teller: Teller) -> str:
    if left < 0:
        return teller.say("show", "over", over=teller.about(-left))
    return teller.say("show", "left", left=teller.about(left))
