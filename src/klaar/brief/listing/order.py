"""Which promises come first in a summary: those with a date, in the order of their dates."""

from klaar.promises.model import Promise

_KINDS = ("obligation", "service_level", "prohibition", "warranty", "exclusion", "permission")
_LAST = "~"
_TIMES = ("date", "recurring", "before", "within", "event", "vague", "for")


def by_date(promise: Promise) -> tuple[int, bool, str, int, int]:
    """A key to sort by: dates first and early ones before late ones, then other times, then none.

    What is sure comes before what must be checked. Among equals duties come before rights, and else the
    order of the text decides. A date without a year comes after those with one.
    """
    deadline = promise.deadline
    rank = _TIMES.index(deadline.kind) if deadline else len(_TIMES)
    date = (deadline.value or _LAST) if deadline and deadline.kind == "date" else ""
    return (rank, promise.certainty == "check", date, _KINDS.index(promise.kind), promise.start)


def in_order(promises: list[Promise], top: int) -> list[Promise]:
    """The first `top` promises by date; all of them in the order of the text where `top` is 0."""
    return sorted(promises, key=by_date)[:top] if top else promises
