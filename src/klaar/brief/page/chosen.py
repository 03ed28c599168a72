"""Which lines stand on the page: few of each group, the weightiest, in the order that tells best."""

from collections.abc import Callable, Iterable, Sequence

from klaar.brief.page.desk import Desk
from klaar.brief.page.duty import Duty, is_fragment
from klaar.brief.page.line import date_of


def weightiest(duties: Iterable[Duty], most: int) -> list[Duty]:
    """The `most` duties that weigh most; of equals the first in the text."""
    return sorted(duties, key=lambda each: (-each.weight, each.promise.start))[:most]


def by_day(duties: Iterable[Duty]) -> list[Duty]:
    """Duties in the order of their days."""
    return sorted(duties, key=lambda each: (date_of(each.promise), each.promise.start))


def ahead(desk: Desk, duties: Sequence[Duty]) -> list[Duty]:
    """Those of which the day has not passed; all where every day has passed or no day is given."""
    today = desk.today.isoformat() if desk.today else ""
    return [each for each in duties if date_of(each.promise) >= today] or list(duties)


def dated(desk: Desk, duties: Iterable[Duty], most: int) -> list[Duty]:
    """The weightiest duties with a day, in the order of their days, those ahead before those past."""
    with_day = [each for each in duties if date_of(each.promise) and _duty(each)]
    return by_day(weightiest(ahead(desk, with_day), most))


def _duty(duty: Duty) -> bool:
    """What must be done: no warranty of how things were on a day, no bare cell of a table."""
    return duty.promise.kind != "warranty" and not is_fragment(duty.promise)


def timed(duties: Iterable[Duty], kinds: Sequence[str], most: int) -> list[Duty]:
    """The weightiest duties whose deadline is one of `kinds`, in the order of the text."""
    return _in_text(duties, most, lambda each: _kind(each) in kinds)


def untimed(duties: Iterable[Duty], most: int, every: bool) -> list[Duty]:
    """The weightiest duties without a time that cost money, can stop the service or have a consequence.

    With `every` the others as well: a short agreement leaves room for them.
    """
    heavy = {"money", "stop", "consequence"}
    wanted = [each for each in duties if _kind(each) in ("", "vague") and (every or heavy & {*each.why})]
    return _in_text(wanted, most, lambda _: True)


def _in_text(duties: Iterable[Duty], most: int, wanted: Callable[[Duty], bool]) -> list[Duty]:
    found = [each for each in duties if wanted(each) and not is_fragment(each.promise)]
    sure = [each for each in found if each.promise.certainty == "sure"]
    return sorted(weightiest(sure, most), key=lambda each: each.promise.start)


def _kind(duty: Duty) -> str:
    """The kind of its time; an hour is too short to come back to: "per hour" is a price."""
    deadline = duty.promise.deadline
    if deadline is None or (deadline.kind == "recurring" and (deadline.value or "").startswith("PT")):
        return ""
    return deadline.kind
