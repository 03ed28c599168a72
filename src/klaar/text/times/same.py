"""Whether two times say the same."""

from klaar.text.times.iso import parse_duration
from klaar.text.times.model import Time


def same_duration(left: str, right: str) -> bool:
    """Whether two ISO 8601 durations are as long: P12M and P1Y, P2W and P14D, PT24H and P1D.

    P1M and P30D are not: a month has no fixed number of days. Raises ValueError for what is no duration.
    """
    return parse_duration(left).size() == parse_duration(right).size()


def same_time(left: Time, right: Time) -> bool:
    """Whether two readings mean the same: "twaalf maanden" and "1 jaar", "€ 1.000,-" and "duizend euro".

    Working time is compared as written: 24 hours are a day, 24 working hours are no working day. Where
    they stand and whether they are certain does not count.
    """
    if (left.type, left.unit, left.business) != (right.type, right.unit, right.business):
        return False
    if left.type not in {"duration", "set"}:
        return left.value == right.value
    return _size(left) == _size(right)


def _size(time: Time) -> tuple[object, ...]:
    duration = parse_duration(str(time.value))
    if not time.business:
        return duration.size()
    days = duration.weeks * 5 + duration.days
    return duration.years * 12 + duration.months, days, duration._replace(weeks=0, days=0).size()[1]
